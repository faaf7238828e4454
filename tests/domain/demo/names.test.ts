import { expect, test } from "vitest";
import { random } from "#domain/agenda/random.ts";
import { drawName } from "#domain/demo/names.ts";

const dice = random(7);
const names = Array.from({ length: 400 }, () => drawName(dice));

test("names are whole: no gaps, no marks of the list they come from", () => {
  for (const { first, last } of names) expect(`${first} ${last}`).toMatch(/^[\p{L}\p{M}'’ -]{4,40}$/u);
});

test("a room has accents, and hundreds of different names", () => {
  const accented = names.filter(({ first, last }) => /[^\x20-\x7e]/.test(first + last));
  expect(accented.length).toBeGreaterThan(40);
  expect(new Set(names.map(({ first, last }) => `${first} ${last}`)).size).toBeGreaterThan(300);
});
