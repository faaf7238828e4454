/** A worker that is killed while it tells phones: each is told by the next, and one that is told twice shows it once. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { beforeEach, expect, it } from "vitest";
import { announce } from "#db/announcement.ts";
import { newId } from "#db/id.ts";
import { readPushKeys } from "#db/push/key.ts";
import { makePushKeys } from "#db/push/key-pair.ts";
import { TAKEN_MS } from "#db/push/outbox.ts";
import { pushOutbox, pushSubscription } from "#db/schema/push.ts";
import { AT_ONCE, pushDue } from "#jobs/push/post.ts";
import { webPushSender } from "#jobs/push/sender.ts";
import { ahead } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { organiser, type PitchingCamp, pitchingCamp } from "#tests/support/pitching.ts";
import { pushService } from "#tests/support/push-service.ts";
import { tellMany } from "#tests/support/told.ts";

const { db, url } = await freshDatabase();
await makePushKeys(db);
const service = await pushService();
const { origin, got } = service;
const sender = webPushSender(await readPushKeys(db), "mailto:camp@camp.example", {
  origin,
  patience: 20_000,
});
const now = new Date();

let camp: PitchingCamp;

beforeEach(async () => {
  await db.delete(pushSubscription);
  got.splice(0);
  camp = await pitchingCamp(db, "sessions", ahead());
});

const work = (ms = 0) =>
  pushDue(
    db,
    async () => sender,
    () => new Date(now.getTime() + ms),
  );

async function say(): Promise<void> {
  const crew = await organiser(db, camp);
  await announce(db, crew, { id: newId(), text: "Lunch is in the dye house" }, now);
}

/** Runs a worker until so many were told. */
async function dies(after: number): Promise<void> {
  const program = fileURLToPath(new URL("../../support/dying-sender.ts", import.meta.url));
  const given = [program, url, origin, now.toISOString(), String(after)];
  const worker = spawn(process.execPath, ["--import", "tsx", ...given], { stdio: "inherit" });
  expect(await once(worker, "exit")).toEqual([null, "SIGKILL"]);
}

it("between telling and noting has a phone told twice, under the same topic and tag", async () => {
  await tellMany(db, camp, 1, service.subscribe);
  await say();
  await dies(1);
  await work();
  expect(got).toHaveLength(1);
  await work(TAKEN_MS);
  const [first, second] = got.map(({ notification, topic }) => ({ notification, topic }));
  expect(second).toEqual(first);
  await work(2 * TAKEN_MS);
  expect(got).toHaveLength(2);
});

it("in the middle of many leaves nobody untold, and tells no more twice than it had under way", async () => {
  await tellMany(db, camp, 60, service.subscribe);
  await say();
  await dies(25);
  await work();
  await work(TAKEN_MS);
  expect(new Set(got.map(({ path }) => path)).size).toBe(60);
  expect(got.length - 60).toBeLessThanOrEqual(AT_ONCE);
  expect(await db.select().from(pushOutbox)).toEqual([]);
});
