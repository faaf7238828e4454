import { expect, test } from "vitest";
import { isKey, NOWHERE, placeholderAddress } from "#domain/import/person.ts";

test("one person has one address, however they are typed, and it can receive nothing", () => {
  expect(placeholderAddress("Siân  Pritchard")).toBe(`sian.pritchard@${NOWHERE}`);
  expect(placeholderAddress("siân pritchard")).toBe(placeholderAddress("Siân Pritchard"));
});

test("a real address becomes one of ours, and different people stay different", () => {
  expect(placeholderAddress("a@b.example")).toBe(`a-40-b-2e-example@${NOWHERE}`);
  expect(placeholderAddress("a-b")).not.toBe(placeholderAddress("a b"));
});

test("a key is a number or a code, not a name or a title", () => {
  expect(["2", "S-014", "p.7", "a1"].filter(isKey)).toHaveLength(4);
  expect(["Siân", "Bins", "Plan 9 from outer space", "", "x".repeat(21)].filter(isKey)).toEqual([]);
});
