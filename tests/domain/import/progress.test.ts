import { expect, test } from "vitest";
import { type ImportProgress, toldOf } from "#domain/import/progress.ts";

test("the rows are all there, and told of now and then, first before the first", () => {
  const rows = Array.from({ length: 600 }, (_, n) => n);
  const told: ImportProgress[] = [];
  const read: number[] = [];
  for (const row of toldOf(rows, (progress) => told.push(progress))) {
    if (row === 0) expect(told).toHaveLength(1);
    read.push(row);
  }
  expect(read).toEqual(rows);
  expect(told).toEqual([0, 250, 500].map((done) => ({ step: "reading", done, of: 600 })));
});

test("of no rows nothing is told", () => {
  const told: ImportProgress[] = [];
  expect([...toldOf([], (progress) => told.push(progress))]).toEqual([]);
  expect(told).toEqual([]);
});
