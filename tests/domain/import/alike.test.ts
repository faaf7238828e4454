import { expect, test } from "vitest";
import { type AlikeRules, findAlike } from "#domain/import/alike.ts";
import { outline, same } from "#domain/import/text.ts";

const rules: AlikeRules = { kind: "room", keyOf: same, likeness: (name) => [outline(name)], among: true };
const named = (...names: string[]) => names.map((name, index) => ({ name, row: index + 2 }));
const known = (...names: string[]) => names.map((name) => ({ name, likeness: [outline(name)] }));

test("the same name is not asked about, a name that looks alike is, once", () => {
  const { asked, taken } = findAlike(rules, named("Café", "café", "Cafe", "Cafe", "Hall"), [], new Set());
  expect(asked).toMatchObject([{ name: "Cafe", row: 4, other: "Café", otherRow: 2, same: false }]);
  expect(taken.size).toBe(0);
});

test("an answer is found again, and what is one takes the other's name", () => {
  const first = findAlike(rules, named("Cafe"), known("Café"), new Set()).asked[0]!;
  const { asked, taken } = findAlike(rules, named("Cafe"), known("Café"), new Set([first.id]));
  expect(asked).toMatchObject([{ other: "Café", otherRow: null, same: true }]);
  expect(taken).toEqual(new Map([["cafe", "Café"]]));
});

test("names of the file are left apart where only those of the camp are asked about", () => {
  expect(findAlike({ ...rules, among: false }, named("Café", "Cafe"), [], new Set()).asked).toEqual([]);
});

test("thousands of names meet by what they share: none is compared with all", () => {
  let compared = 0;
  const counting = {
    ...rules,
    likeness: (name: string) => {
      compared += 1;
      return [outline(name)];
    },
  };
  const many = Array.from({ length: 3000 }, (_, n) => `Room ${n}`);
  findAlike(counting, named(...many), known(...many.map((name) => `${name}’`)), new Set());
  expect(compared).toBe(3000);
});
