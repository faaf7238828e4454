/** While the database is away whoever asks is told at once; when it is back, everything goes on by itself. */
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { closeDatabase, database, databaseAway, databaseFailedSince } from "#db/connection.ts";
import { isLoss } from "#db/loss.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { wireTo } from "#tests/support/wire.ts";

const { url } = await freshDatabase();
const wire = await wireTo(url);
vi.stubEnv("DATABASE_URL", wire.url);
vi.stubEnv("DATABASE_POOL", "3");

const patience = { timeout: 15_000, interval: 50 };
const one = () => database().$client`select 1 as one`.then((rows) => rows[0]?.one);
const lossOf = (asked: Promise<unknown>) => asked.then(() => "answered", isLoss);
const back = () => vi.waitFor(async () => expect([databaseAway(), await one()]).toEqual([null, 1]), patience);

afterEach(back);
afterAll(async () => {
  await closeDatabase();
  await wire.close();
});

test("a connection that breaks costs what was asked on it, and nothing after", async () => {
  await one();
  const began = performance.now();
  const asked = lossOf(database().$client`select pg_sleep(20)`);
  await vi.waitFor(async () => expect(await one()).toBe(1), patience);
  wire.cut();
  expect(await asked).toBe(true);
  expect(databaseFailedSince(began)).toBe(true);
  await back();
  expect(databaseFailedSince(performance.now())).toBe(false);
});

test("one that falls silent is away: what waits is let go, what comes is refused without being sent", async () => {
  await one();
  const waiting = Array.from({ length: 9 }, () => lossOf(database().$client`select pg_sleep(1000)`));
  const inside = lossOf(database().$client.begin((tx) => tx`select pg_sleep(1000)`));
  wire.hush();
  expect(await Promise.all([...waiting, inside])).toEqual(Array(10).fill(true));
  expect(databaseAway()).toBeInstanceOf(Date);
  const many = Array.from({ length: 1_000 }, () => lossOf(database().$client`select 1`));
  expect(new Set(await Promise.all(many))).toEqual(new Set([true]));
  wire.speak();
});

test("one that nobody answers for is away until somebody does", async () => {
  await one();
  await wire.close();
  await vi.waitFor(() => expect(databaseAway()).toBeInstanceOf(Date), patience);
  expect(await lossOf(database().$client.begin(async () => "never"))).toBe(true);
  await wire.open();
});

test("more than anybody could wait for are refused, and those before them are answered", async () => {
  await one();
  const answers = await Promise.all(Array.from({ length: 320 }, () => lossOf(one())));
  expect(answers.filter((answer) => answer === "answered")).toHaveLength(300);
  expect(answers.slice(300)).toEqual(Array(20).fill(true));
});
