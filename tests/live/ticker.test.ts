import { setTimeout as sleep } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Database } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { bringPitchFor } from "#db/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import { uncounted } from "#db/schema/uncounted.ts";
import { tally } from "#db/schema/voting.ts";
import { readVersions } from "#db/snapshot.ts";
import { expectHands, forgetLooks, listUncounted, WATCHED_MS } from "#db/uncounted.ts";
import { raiseHands } from "#db/voting.ts";
import type { Status } from "#domain/registration.ts";
import { Ticker } from "#live/ticker.ts";
import { freshDatabase } from "#tests/support/database.ts";
import {
  camper,
  MORNING,
  organiser,
  type PitchingCamp,
  pitchForm,
  pitchingCamp,
} from "#tests/support/pitching.ts";

let db: Database;
let camp: PitchingCamp;
let pitchId: string;

beforeAll(async () => {
  ({ db } = await freshDatabase());
});

beforeEach(async () => {
  camp = await pitchingCamp(db);
  const form = pitchForm("Job swaps");
  pitchId = form.id;
  await bringPitchFor(db, await organiser(db, camp), form, [], MORNING);
});

async function raise(name: string): Promise<void> {
  const attendee = await camper(db, camp, name);
  await raiseHands(db, [{ attendee, pitchId, up: true, castAt: MORNING }], MORNING);
}

const counted = async () => (await db.select().from(tally).where(eq(tally.pitchId, pitchId)))[0]?.hands;
const version = async () => (await readVersions(db, [camp.eventId])).get(camp.eventId)!;

test("a burst of marks is counted a few times, not once each", async () => {
  const ticker = new Ticker(db);
  await raise("Ama");
  const before = await version();
  for (let n = 0; n < 30; n += 1) {
    ticker.mark(camp.eventId, pitchId);
    await sleep(5);
  }
  await ticker.end();
  expect(await counted()).toBe(1);
  expect((await version()) - before).toBeLessThanOrEqual(10);
});

test("marks outlive a database that is away, and the log is told why", async () => {
  const told = vi.spyOn(console, "error").mockImplementation(() => undefined);
  let away = true;
  const begin = (...args: Parameters<Database["$client"]["begin"]>) => {
    if (away) throw Object.assign(new Error("the database is away"), { code: "ECONNREFUSED" });
    return db.$client.begin(...args);
  };
  const moody = Object.assign(Object.create(db), {
    $client: Object.assign(Object.create(db.$client), { begin }),
  });
  const ticker = new Ticker(moody);
  await raise("Ama");
  ticker.mark(camp.eventId, pitchId);
  await vi.waitFor(() => expect(told).toHaveBeenCalled());
  expect(told.mock.calls[0]?.[0]).toContain("ECONNREFUSED");
  expect(await counted()).toBeUndefined();
  away = false;
  await vi.waitFor(async () => expect(await counted()).toBe(1), { timeout: 5_000 });
  await ticker.end();
  told.mockRestore();
});

test("an instance counts at its start what another left uncounted", async () => {
  await expectHands(db, camp.eventId, newId());
  await raise("Ama");
  const ticker = new Ticker(db);
  await vi.waitFor(async () => expect(await counted()).toBe(1), { timeout: 5_000 });
  await ticker.end();
});

describe("what a killed instance left uncounted", () => {
  const silent = () => db.update(uncounted).set({ lookAt: sql`now() - interval '1 microsecond'` });
  const rows = () => db.$count(uncounted, eq(uncounted.eventId, camp.eventId));

  beforeEach(async () => {
    await db.delete(uncounted);
  });

  test("is found by another once it is silent, and looked for no more once it is counted", async () => {
    const ticker = new Ticker(db);
    await ticker.sweep();
    await expectHands(db, camp.eventId, newId());
    await raise("Ama");
    await ticker.sweep();
    expect(await counted()).toBeUndefined();
    await silent();
    await ticker.sweep();
    await vi.waitFor(async () => expect(await counted()).toBe(1), { timeout: 5_000 });
    await ticker.end();
    await silent();
    await ticker.sweep();
    expect(await rows()).toBe(0);
  });

  test("stays known while it is being counted, should whoever found it be killed as well", async () => {
    const ticker = new Ticker(db);
    await expectHands(db, camp.eventId, newId());
    await raise("Ama");
    await silent();
    await ticker.sweep();
    expect(await rows()).toBe(1);
    expect(ticker.expects(camp.eventId)).toBe(true);
    await ticker.end();
  });

  test("is not forgotten where its instance takes hands again while it is looked at", async () => {
    const counter = newId();
    await expectHands(db, camp.eventId, counter);
    await silent();
    const looks = await listUncounted(db, "due", 10);
    await expectHands(db, camp.eventId, counter);
    await forgetLooks(db, looks);
    expect(await rows()).toBe(1);
  });

  test("is not asked of camps that nobody has touched, however often it is swept", async () => {
    const ticker = new Ticker(db);
    await raise("Ama");
    await ticker.sweep("all");
    await ticker.end();
    expect(await counted()).toBeUndefined();
  });
});

// Every camp that ever took a hand was kept until the server was started again.
test("a camp that has been silent is forgotten, and one whose hands are still to be counted is not", async () => {
  const ticker = new Ticker(db);
  const other = await pitchingCamp(db);
  await ticker.expect(camp.eventId);
  await raise("Ama");
  ticker.mark(camp.eventId, pitchId);
  await ticker.expect(other.eventId);
  await vi.waitFor(async () => expect(await counted()).toBe(1), { timeout: 5_000 });
  await ticker.sweep();
  expect(ticker.camps).toBe(2);
  const started = performance.now();
  const clock = vi.spyOn(performance, "now").mockImplementation(() => started + WATCHED_MS);
  await raise("Mei");
  ticker.mark(camp.eventId, pitchId);
  await ticker.sweep();
  expect([ticker.camps, ticker.expects(other.eventId)]).toEqual([1, false]);
  clock.mockRestore();
  await vi.waitFor(async () => expect(await counted()).toBe(2), { timeout: 5_000 });
  await ticker.end();
});

test("hands of somebody whose place goes and comes back are counted without being asked for", async () => {
  const attendee = await camper(db, camp, "Ama");
  const ticker = new Ticker(db);
  await raiseHands(db, [{ attendee, pitchId, up: true, castAt: MORNING }], MORNING);
  ticker.mark(camp.eventId, pitchId);
  await vi.waitFor(async () => expect(await counted()).toBe(1), { timeout: 5_000 });
  const become = (status: Status) =>
    db.update(registration).set({ status }).where(eq(registration.id, attendee.registrationId));
  for (const [status, hands] of [
    ["released", 0],
    ["confirmed", 1],
  ] as const) {
    await become(status);
    await ticker.sweep();
    await vi.waitFor(async () => expect(await counted()).toBe(hands), { timeout: 5_000 });
  }
  await ticker.end();
});
