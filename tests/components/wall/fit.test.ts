/** Letters on a wall give way before words do, and never further than they must. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { asManyAsFit, FITS, fitOf, heightOfSaid } from "#components/wall/fit.ts";

const card = (title: string) => ({ title, room: "Committee room", remarks: [] });

test("eight usual titles are as large as a wall's should be", () => {
  const titles = [
    "Crowd-sourcing a comms plan",
    "AI: what are we actually allowed to do?",
    "Photography walk",
  ];
  const cards = Array.from({ length: 8 }, (_, n) => card(titles[n % titles.length]!));
  expect(fitOf(cards, 35.5)).toBe(1);
});

test("more words are never drawn larger, and a size is always found", () => {
  const cards = fc.array(fc.string({ maxLength: 90 }).map(card), { maxLength: 24 });
  fc.assert(
    fc.property(cards, fc.string({ maxLength: 90 }).map(card), (some, more) => {
      expect(FITS).toContain(fitOf(some, 36));
      expect(fitOf([...some, more], 36)).toBeLessThanOrEqual(fitOf(some, 36));
    }),
  );
});

test("a list is cut before its words are", () => {
  expect(asManyAsFit(["one", "two", "three"], String, 18)).toEqual(["one", "two"]);
  expect(asManyAsFit(["one", "two"], String, 100)).toEqual(["one", "two"]);
});

test("leaves an announcement as much of the head as it takes: measured at 1920 px, one line 100, two 129, a word of 140 letters 177", () => {
  const pixels = (text: string) => heightOfSaid(text) * 19.2;
  const long =
    "Lunch is in the dye house, and those who asked for gluten-free food find it at the small table. ".repeat(
      2,
    );
  for (const [text, tall] of [
    ["Lunch is in the dye house", 100],
    [long.slice(0, 140), 129],
    [`W${"o".repeat(139)}`, 177],
  ] as const) {
    expect(pixels(text)).toBeGreaterThanOrEqual(tall);
    expect(pixels(text)).toBeLessThan(tall + 70);
  }
});
