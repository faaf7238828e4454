/** A mail as its reader will see it, before it goes. */
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Letter, Preview } from "#components/group-mail/letter.tsx";

const page = "https://camp.example/r/1";

// Before, the button of the mail was grey words with a line under them.
it("draws the button that the mail has, and a code apart", () => {
  const body = [{ code: "123456" }, { link: page, says: "Say yes" }];
  const shown = renderToStaticMarkup(<Letter letter={{ subject: "A place", body }} />);
  expect(shown).toMatch(/<span class="[^"]*button[^"]*">Say yes<\/span>/);
  expect(shown).toMatch(/<p class="[^"]*code[^"]*">123456<\/p>/);
  expect(shown).not.toContain(page);
});

it("says which links are none", () => {
  const view = { subject: "A place", body: [], title: "As Ama will read it", language: null, answers: null };
  const shown = (dead: { words: string; to: string }[]) =>
    renderToStaticMarkup(<Preview letter={{ ...view, dead }} settings={null} />);
  expect(shown([{ words: "map", to: "www.town.gov.uk" }])).toContain(
    "“map” was to lead to “www.town.gov.uk”.",
  );
  expect(shown([])).not.toContain("goes out as words alone");
});
