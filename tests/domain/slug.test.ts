import fc from "fast-check";
import { expect, test } from "vitest";
import { isSlug, otherSlug, slugIn, suggestSlug } from "#domain/slug.ts";

test("knows what may be a camp's address", () => {
  expect(["commscamp", "comms-camp-26"].map(isSlug)).toEqual([true, true]);
  const wrong = ["", "c", "Comms", "comms--camp", "-comms", "comms camp", "a".repeat(61), "a\0b"];
  expect(wrong.filter(isSlug)).toEqual([]);
});

test("an address is suggested from the name, and is one or nothing", () => {
  expect(suggestSlug("LocalGov Camp 2026!")).toBe("localgov-camp-2026");
  expect(suggestSlug("  Gwersyll Ŵyth’r Môr ")).toBe("gwersyll-wythr-mor");
  expect(suggestSlug("???")).toBe("");
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 100 }), (name) => {
      const slug = suggestSlug(name);
      expect(slug.length < 2 || isSlug(slug)).toBe(true);
    }),
  );
});

test("an address typed with capitals is the one without", () => {
  expect(["Commscamp-North", "COMMSCAMP", "commscamp", "Comms Camp", "A"].map(otherSlug)).toEqual([
    "commscamp-north",
    "commscamp",
    null,
    null,
    null,
  ]);
});

test("a page is of the camp in its path, and of none elsewhere", () => {
  const paths = ["/e/brum-camp", "/e/brum-camp/desk/grid", "/now/brum-camp?x", "/live/brum-camp/stream"];
  paths.push("/embed/brum-camp?theme=dark", "/api/v1/events/brum-camp/rooms");
  expect(paths.map(slugIn)).toEqual(Array(6).fill("brum-camp"));
  expect(["/", "/now", "/api/v1/openapi.json", "/sign-in/e/brum-camp"].map(slugIn)).toEqual(
    Array(4).fill(null),
  );
});
