import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { FoundSaid } from "#components/people/search.tsx";

const read = (search: string, found: number | null, narrowed = false) => {
  const list = found === null ? null : { items: [], page: 1, size: 300, more: false, found };
  return renderToStaticMarkup(<FoundSaid search={search} list={list} narrowed={narrowed} />);
};

// Seen: of two searches with as many nothing was heard the second time.
it("tells a screen reader how many were found and for what, in a part of the page that is always there", () => {
  expect(read("P0", 9)).toMatch(
    /role="status".*>9 people are found for “P0”\. Looked for in all parts of the list\.</,
  );
  expect(read("Q0", 9)).not.toBe(read("P0", 9));
  expect(read("zzz", 0)).toContain("Nobody is found for “zzz”.");
  expect(read("", null)).toMatch(/role="status"[^>]*><\/p>/);
});

it("says among whom it looked", () => {
  expect(read("P0", 9, true)).toContain("in all parts of the list, as the filter narrows them.");
});
