import { expect, it } from "vitest";
import { FACTS_OF_PAGES, lackOf, REVIEWED } from "#domain/camp-page.ts";
import { PAGES } from "#domain/demo/camp-pages.ts";
import { unknownIn } from "#domain/placeholder.ts";

it("lets a demo camp open its tickets once its pages were looked through", () => {
  for (const page of REVIEWED) {
    expect(lackOf(page, PAGES[page], true)).toBe(null);
    expect(unknownIn(PAGES[page], FACTS_OF_PAGES)).toEqual([]);
  }
});
