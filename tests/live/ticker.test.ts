import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { Database } from "#db/connection.ts";
import { bringPitchFor } from "#db/pitch.ts";
import { tally } from "#db/schema/voting.ts";
import { readVersions } from "#db/snapshot.ts";
import { raiseHands } from "#db/voting.ts";
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
  await raise("Ama");
  const ticker = new Ticker(db);
  await vi.waitFor(async () => expect(await counted()).toBe(1), { timeout: 5_000 });
  await ticker.end();
});
