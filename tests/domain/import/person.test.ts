import fc from "fast-check";
import { expect, test } from "vitest";
import { isKey, NOWHERE, personKey, placeholderAddress } from "#domain/import/person.ts";

test("one person has one address, however they are typed, and it can receive nothing", () => {
  expect(placeholderAddress("Sian  Pritchard")).toBe(`sian.pritchard@${NOWHERE}`);
  expect(placeholderAddress("sia\u0302n pritchard")).toBe(placeholderAddress("Siân Pritchard"));
});

test("a real address becomes one of ours, and different people stay different", () => {
  expect(placeholderAddress("a@b.example")).toBe(`a-40-b-2e-example@${NOWHERE}`);
  expect(placeholderAddress("a-b")).not.toBe(placeholderAddress("a b"));
});

test.each([
  ["Zoë", "Zoe"],
  ["किरण", "करण"],
  ["Anaïs", "Anais"],
])("a mark makes another person: %s and %s", (one, other) => {
  expect(personKey(one)).not.toBe(personKey(other));
  expect(placeholderAddress(one)).not.toBe(placeholderAddress(other));
});

test("people are told apart by their addresses exactly as by their names", () => {
  const name = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(name, name, (one, other) => {
      expect(placeholderAddress(one) === placeholderAddress(other)).toBe(personKey(one) === personKey(other));
    }),
  );
});

test("a key is a number or a code, not a name or a title", () => {
  expect(["2", "S-014", "p.7", "a1"].filter(isKey)).toHaveLength(4);
  expect(["Siân", "Bins", "Plan 9 from outer space", "", "x".repeat(21)].filter(isKey)).toEqual([]);
});
