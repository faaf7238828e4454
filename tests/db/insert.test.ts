/** Lists longer than one statement can take. */
import { beforeAll, expect, test } from "vitest";
import type { Database } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { insertAll, rowsAtOnce, slices } from "#db/insert.ts";
import { audit } from "#db/schema/audit.ts";
import { pitch } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import { hand } from "#db/schema/voting.ts";
import { makeCamp, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

let db: Database;
let camp: TestCamp;

beforeAll(async () => {
  ({ db } = await freshDatabase());
  camp = await makeCamp(db, {});
});

test("10,923 rows of six values, which one statement cannot number, are written in one transaction", async () => {
  const rows = Array.from({ length: 10_923 }, (_, n) => {
    return {
      id: newId(),
      eventId: camp.id,
      title: `Pitch ${n}`,
      line: "",
      kind: "discuss" as const,
      createdAt: new Date(),
    };
  });
  await expect(db.insert(pitch).values(rows)).rejects.toThrow();
  await db.transaction((tx) => insertAll(tx, pitch, rows));
  expect(await db.$count(pitch)).toBe(10_923);
}, 90_000);

test("a row that is there already is refused, or left alone where that was asked for", async () => {
  const row = { id: newId(), eventId: camp.id, title: "Once" };
  await expect(db.transaction((tx) => insertAll(tx, pitch, [row, row]))).rejects.toThrow();
  await db.transaction((tx) => insertAll(tx, pitch, [row, row], "ignore"));
  expect(await db.$count(pitch)).toBe(10_924);
});

test("no table has more values in a statement than Postgres can number", () => {
  for (const table of [pitch, audit, registration, hand]) expect(rowsAtOnce(table)).toBeGreaterThan(500);
});

test("pieces are the list again, none longer than asked for", () => {
  expect(slices([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  expect(slices([], 2)).toEqual([]);
});
