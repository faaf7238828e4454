import fc from "fast-check";
import { expect, it } from "vitest";
import { differences } from "#domain/difference.ts";

it("names the fields of a record that changed, with what they were and are", () => {
  const before = { name: "Gritcamp", day: "2026-07-14", lineLimit: null };
  expect(differences(before, { ...before, day: "2026-07-21", lineLimit: 400 })).toEqual([
    { what: "day", from: "2026-07-14", to: "2026-07-21" },
    { what: "lineLimit", from: null, to: 400 },
  ]);
});

it("names the rows of a list that came, went or changed", () => {
  const [hall, den] = [
    { id: "a", name: "Hall" },
    { id: "b", name: "Den" },
  ];
  expect(
    differences(
      [hall, den],
      [
        { ...hall, name: "Big hall" },
        { id: "c", name: "Attic" },
      ],
    ),
  ).toEqual([
    { what: "a", from: hall, to: { id: "a", name: "Big hall" } },
    { what: "b", from: den, to: null },
    { what: "c", from: null, to: { id: "c", name: "Attic" } },
  ]);
});

it("finds nothing between a thing and itself", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (shown) => {
      expect(differences(shown, structuredClone(shown))).toEqual([]);
    }),
  );
});
