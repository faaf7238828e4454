import { expect, test } from "vitest";
import { cooler, floorFor, logarithm, STEPS, THROWS } from "#domain/agenda/cooling.ts";

test("the logarithm is the logarithm", () => {
  for (const x of [0.0001, 0.1, 0.5, 0.75, 0.9, 1, 1.4]) expect(logarithm(x)).toBeCloseTo(Math.log(x), 12);
});

test("a loss is let through as often as the Metropolis rule says", () => {
  for (const loss of [500, 1000, 3000]) {
    const let_ = THROWS.filter((_, i) => -loss >= floorFor(1000, (i << 20) >>> 0)).length;
    expect(let_ / THROWS.length).toBeCloseTo(Math.exp(-loss / 1000), 2);
  }
});

test("a hundred steps leave a tenth of the heat", () => {
  let heat = 2500;
  for (let i = 0; i < STEPS; i++) heat = cooler(heat);
  expect(heat).toBeCloseTo(250, 6);
});
