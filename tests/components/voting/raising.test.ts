import { expect, test } from "vitest";
import { drawsTheSame, type Raising } from "#components/voting/raising.ts";

const raise = () => undefined;
const raising = (changes: Partial<Raising> = {}): Raising => ({
  up: (pitch) => pitch === "a",
  state: () => "saved",
  count: (pitch) => (pitch === "a" ? 3 : 0),
  ...{ dots: null, left: null, raise },
  ...changes,
});

test("a hand is drawn the same while it is up or down, sent and counted as before, whatever the others are", () => {
  expect(drawsTheSame(raising(), raising(), "a")).toBe(true);
  const other = raising({ up: (pitch) => pitch !== "c", count: (pitch) => (pitch === "a" ? 3 : 9) });
  expect([drawsTheSame(raising(), other, "a"), drawsTheSame(raising(), other, "b")]).toEqual([true, false]);
});

test.each<[what: string, changes: Partial<Raising>]>([
  ["taken down", { up: () => false }],
  ["on its way", { state: () => "sending" }],
  ["counted anew", { count: () => 4 }],
  ["closed", { raise: null }],
])("one that is %s is drawn anew", (_, changes) => {
  expect(drawsTheSame(raising(), raising(changes), "a")).toBe(false);
});
