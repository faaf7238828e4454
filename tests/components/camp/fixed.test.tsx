import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { ArchiveBanner, Fixed } from "#components/camp/fixed.tsx";
import { refusal } from "#messages/en/refusal.ts";

const read = (fixed: boolean) =>
  renderToStaticMarkup(
    <>
      <ArchiveBanner fixed={fixed} />
      <Fixed fixed={fixed}>
        <input name="capacity" />
      </Fixed>
    </>,
  );

it("says that nothing is changed in the archive, and takes nothing; elsewhere it is not there", () => {
  expect(read(true)).toContain(refusal.archived.what);
  expect(read(true)).toMatch(/<fieldset disabled="".*<input name="capacity"/);
  expect(read(false)).toBe('<input name="capacity"/>');
});
