import { expect, test } from "vitest";
import { random, shuffle } from "#domain/agenda/random.ts";

test("the same seed throws the same on every machine, another seed something else", () => {
  const throws = (seed: number) => {
    const dice = random(seed);
    return [dice.bits(), dice.bits(), dice.below(6), dice.below(1000)];
  };
  expect(throws(1)).toEqual([2212199553, 1506684997, 0, 32]);
  expect(throws(2)).not.toEqual(throws(1));
});

test("every face comes up about as often", () => {
  const dice = random(3);
  const faces = new Array<number>(6).fill(0);
  for (let i = 0; i < 60_000; i++) faces[dice.below(6)]!++;
  for (const count of faces) expect(Math.abs(count - 10_000)).toBeLessThan(400);
});

test("a shuffle keeps everybody", () => {
  const line = shuffle([0, 1, 2, 3, 4, 5, 6, 7], random(1));
  expect(line).not.toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect([...line].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});
