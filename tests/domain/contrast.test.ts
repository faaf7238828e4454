import fc from "fast-check";
import { expect, test } from "vitest";
import { type Colour, contrast, readableOn, writingOn } from "#domain/contrast.ts";

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value): Colour => `#${value.toString(16).padStart(6, "0")}`);

test("black on white is 21 to 1, a colour on itself 1, and grey what others measure", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
  expect(contrast("#12ab34", "#12ab34")).toBe(1);
});

test("of black and white the better one is read on any colour", () => {
  fc.assert(
    fc.property(colour, (on) => {
      expect(contrast(on, writingOn(on, "#ffffff", "#000000"))).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

test("a colour that can be read stays as it is, and any other gets as much ink as it takes", () => {
  expect(readableOn("#ffffff", "#1f4bb8", "#000000", 4.5)).toBe("#1f4bb8");
  expect(readableOn("#ffffff", "#ffff00", "#000000", 4.5)).toBe("#737300");
  expect(readableOn("#ffffff", "#ffffff", "#000000", 21)).toBe("#000000");
  fc.assert(
    fc.property(colour, (accent) => {
      const read = readableOn("#fbfaf6", accent, "#1c1a16", 4.5);
      expect(contrast(read, "#fbfaf6")).toBeGreaterThanOrEqual(4.5);
      if (contrast(accent, "#fbfaf6") >= 4.5) expect(read).toBe(accent);
    }),
  );
});
