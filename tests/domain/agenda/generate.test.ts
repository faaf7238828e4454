import { expect, test } from "vitest";
import { pool, valuer } from "#domain/agenda/columns.ts";
import { familyOf, pricesOf } from "#domain/agenda/families.ts";
import { fixedPart, generate } from "#domain/agenda/generate.ts";
import { layout } from "#domain/agenda/master.ts";
import { cut } from "#domain/agenda/pieces.ts";
import { random } from "#domain/agenda/random.ts";
import { highs } from "#jobs/highs.ts";
import { everySchedule, plain, servedOnly } from "#tests/domain/agenda/camps.ts";

const wants = [
  [0, 1],
  [1, 2],
  [0, 2],
  [3, 4],
  [4, 5],
  [3, 5],
  [0, 3],
  [1, 4],
  [2, 5],
  [0, 1, 2, 3],
];
const pieces = cut(servedOnly(plain(3, [20, 20], 6, wants)), true);
const master = layout(pieces, 0);

test("the bound is above the best of all grids, and near it, on every small camp", async () => {
  const solver = await highs();
  for (let seed = 1; seed <= 12; seed++) {
    const dice = random(seed);
    const some = Array.from({ length: 14 }, () => [0, 1, 2, 3, 4, 5].filter(() => dice.below(3) === 0));
    let best = 0;
    everySchedule(3, 2, 6, (slotOf) => {
      const served = some.reduce((sum, list) => sum + new Set(list.map((s) => slotOf[s])).size, 0);
      best = Math.max(best, served);
    });
    const camp = cut(servedOnly(plain(3, [20, 20], 6, some)), true);
    const effort = { solver, goOn: () => true };
    const relaxed = generate(camp, layout(camp, 0), pool(), valuer(camp), effort, best * 1000, () => false)!;
    expect(relaxed.finished).toBe(true);
    expect(relaxed.bound).toBeGreaterThanOrEqual(best * 1000);
    expect(relaxed.bound).toBeLessThan((best + 1.5) * 1000);
    expect(relaxed.duals.every(Number.isInteger)).toBe(true);
  }
});

test("told at once to stop, it has no bound to give", async () => {
  const solver = await highs();
  expect(
    generate(pieces, master, pool(), valuer(pieces), { solver, goOn: () => false }, 0, () => false),
  ).toBeNull();
});

test("prices of pieces are those of their rows, and slots are not in the fixed part", () => {
  const duals = Float64Array.from(master.rows, (_, row) => (row + 1) * 10);
  expect([...pricesOf(pieces, master, familyOf(pieces, [0]), duals)]).toEqual([10, 20, 30, 40, 50, 60]);
  expect(fixedPart(master, duals)).toBe(210);
});
