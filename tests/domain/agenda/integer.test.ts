import { expect, test } from "vitest";
import { pool, valuer } from "#domain/agenda/columns.ts";
import { generate } from "#domain/agenda/generate.ts";
import { settleIt } from "#domain/agenda/integer.ts";
import { layout } from "#domain/agenda/master.ts";
import { cut } from "#domain/agenda/pieces.ts";
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
const value = valuer(pieces);
let best = 0;
everySchedule(3, 2, 6, (slotOf) => {
  best = Math.max(
    best,
    wants.reduce((sum, list) => sum + new Set(list.map((s) => slotOf[s])).size, 0),
  );
});
const effort = { solver: await highs(), goOn: () => true };
const relaxed = generate(pieces, master, pool(), value, effort, best * 1000, () => false)!;

test("from a poorer score it finds columns that make the best grid", () => {
  const settled = settleIt(pieces, master, value, effort, relaxed, (best - 2) * 1000, 1000);
  expect(settled.bound).toBe(best * 1000);
  expect(settled.columns!.flatMap((column) => column.pieces).sort()).toEqual([0, 1, 2, 3, 4, 5]);
  expect(settled.columns!.reduce((sum, column) => sum + column.value, 0)).toBe(best * 1000);
});

test("at the best score there is nothing better", () => {
  const settled = settleIt(pieces, master, value, effort, relaxed, best * 1000, 1000);
  expect(settled).toEqual({ bound: best * 1000, columns: null });
});
