/** Lists longer than one statement can take. */
import { beforeAll, expect, test } from "vitest";
import type { Database } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { insertAll } from "#db/insert.ts";
import { pitch } from "#db/schema/pitch.ts";
import { makeCamp, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

let db: Database;
let camp: TestCamp;

beforeAll(async () => {
  ({ db } = await freshDatabase());
  camp = await makeCamp(db, {});
});

test("10,923 rows of six values, which one statement cannot number, are written and told of in pieces", async () => {
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
  const told: number[] = [];
  await db.transaction((tx) => insertAll(tx, pitch, rows, "fail", (written) => told.push(written)));
  expect(told).toEqual([...Array(10).fill(1_000), 923]);
  expect(await db.$count(pitch)).toBe(10_923);
}, 90_000);

test("a row that is there already is refused, or left alone where that was asked for", async () => {
  const row = { id: newId(), eventId: camp.id, title: "Once" };
  await expect(db.transaction((tx) => insertAll(tx, pitch, [row, row]))).rejects.toThrow();
  await db.transaction((tx) => insertAll(tx, pitch, [row, row], "ignore"));
  expect(await db.$count(pitch)).toBe(10_924);
});
