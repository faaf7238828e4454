import { expect, test } from "vitest";
import { fairnessLoss, fairnessTable } from "#domain/agenda/fairness.ts";

test("the loss is m (1 - share)^2 times the weight", () => {
  expect(fairnessLoss(1500, 4, 0)).toBe(6000);
  expect(fairnessLoss(1500, 4, 2)).toBe(1500);
  expect(fairnessLoss(1500, 4, 3)).toBe(375);
  expect([fairnessLoss(1500, 4, 4), fairnessLoss(1500, 4, 5), fairnessLoss(1500, 0, 0)]).toEqual([0, 0, 0]);
});

test("missing a second slot hurts more than missing the first", () => {
  for (let could = 2; could < 8; could++)
    expect(fairnessLoss(1500, could, could - 2)).toBeGreaterThan(2 * fairnessLoss(1500, could, could - 1));
});

test("the table says the same", () => {
  const { width, loss } = fairnessTable(1500, 5);
  for (let could = 0; could <= 5; could++)
    for (let served = 0; served <= 6; served++)
      expect(loss[could * width + served]).toBe(fairnessLoss(1500, could, served));
});
