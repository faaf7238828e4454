import { expect, it } from "vitest";
import { gapsIn, lackOf, withoutGaps } from "#domain/camp-page.ts";

it("finds what is still to be filled in, and says something in its place", () => {
  const text =
    "Write to [[an address]] by [[ when ]]. See [this](https://x.org) and [[]] and [[two\nlines]].";
  expect(gapsIn(text)).toEqual(["an address", "when"]);
  expect(gapsIn(withoutGaps(text, "(soon)"))).toEqual([]);
  expect(withoutGaps("Ask [[whom]].", "(soon)")).toBe("Ask (soon).");
});

it("keeps the tickets shut until a page is an organiser's own, has no gap and was looked through", () => {
  expect(lackOf("privacy", null, true)).toEqual({ page: "privacy", why: "ours" });
  expect(lackOf("privacy", "We are [[who]].", true)).toEqual({ page: "privacy", why: "gaps" });
  expect(lackOf("accessibility", "All works.", false)).toEqual({ page: "accessibility", why: "unread" });
  expect(lackOf("accessibility", "All works.", true)).toBe(null);
});
