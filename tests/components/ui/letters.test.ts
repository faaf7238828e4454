/** How many lines words take is known before they are drawn. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { linesOf, widestWord, widthOf } from "#components/ui/letters.ts";

it("moves a word to the next line where it does not fit, and breaks one that is wider than a line", () => {
  const line = widthOf("what gritters taught");
  expect(linesOf("what gritters taught", line)).toBe(1);
  expect(linesOf("what gritters taught us", line)).toBe(2);
  expect(linesOf("x".repeat(40), widthOf("x".repeat(15)))).toBe(3);
  expect(linesOf("", 5)).toBe(1);
});

it("keeps a long word whole where it fits, and else begins what follows it on a new line", () => {
  const line = widthOf("sourcing a");
  expect(linesOf("Crowd-sourcing a plan", line)).toBe(3);
  expect(linesOf("Crowd-sourcing a plan", widthOf("Crowd-sourcing a"))).toBe(2);
});

it("never takes fewer lines for more words", () => {
  fc.assert(
    fc.property(
      fc.lorem({ maxCount: 12 }),
      fc.lorem(),
      fc.integer({ min: 4, max: 40 }),
      (some, more, line) => {
        const lines = linesOf(some, line);
        expect(linesOf(`${some} ${more}`, line)).toBeGreaterThanOrEqual(lines);
        expect(lines).toBeGreaterThanOrEqual(Math.ceil(widthOf(some.replaceAll(" ", "")) / line));
      },
    ),
  );
});

it("knows the widest word, which breaks after a hyphen", () => {
  expect(widestWord("Crowd-sourcing it")).toBe(widthOf("sourcing"));
  expect(widestWord("")).toBe(0);
});
