/** What a form asks before it does what was sent. */
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { AskedFirst } from "#components/form/asked.tsx";
import { asked as words } from "#messages/en/asked.ts";

const read = (anyway: string) =>
  renderToStaticMarkup(
    <AskedFirst
      asked={{ points: ["4 people are let go."], agreement: "yes", tell: null }}
      anyway={anyway}
      pendingWords="One moment"
    />,
  );

// Before, "Save it anyway" stood over a button that lets people go.
it("speaks of saving only where its button saves", () => {
  expect(read(words.anyway)).toContain("Nothing is saved yet");
  const done = read("Yes, let go of them");
  expect(done).toContain("Nothing is done yet");
  expect(done).toContain("“Yes, let go of them” does it.");
  expect(done).not.toContain("Save it");
});
