/** The process that runs the jobs of clock.ts. */
import { setMaxListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { closeDatabase, database, databaseFull } from "#db/connection.ts";
import { surviveDriverFaults } from "#db/driver-fault.ts";
import { isLoss } from "#db/loss.ts";
import { migrate } from "#db/migrate.ts";
import { makePushKeys } from "#db/push/key-pair.ts";
import { reach } from "#db/reach.ts";
import { makeTicketKey } from "#db/ticket-key.ts";
import { pauseAfter } from "#domain/backoff.ts";
import { reasonOf } from "#domain/fault.ts";
import { env, sayWhyNot, Trouble } from "#env.ts";
import { haveLanguages } from "#messages/words.ts";
import { clock } from "./clock.ts";
import type { Job } from "./job.ts";
import { Planner } from "./planner.ts";

const leaving = new AbortController();
// Every job waits on it, and Node takes more than ten for a leak.
setMaxListeners(0, leaving.signal);

/** After a run that failed, in milliseconds; never sooner than the job would have run anyway. */
const PAUSES = { first: 500, most: 10_000 };

/** How long to leave a full disk alone, in milliseconds. */
const FULL_MS = 2_000;

async function main(): Promise<void> {
  const url = env().DATABASE_URL;
  if (!url) throw new Trouble("DATABASE_URL is not set. `npm start` brings a database along.");
  surviveDriverFaults(({ message }) => console.error(`postgres.js dropped a connection: ${message}`));
  await reach(url);
  await migrate(url);
  await makePushKeys(database());
  await makeTicketKey(database());
  haveLanguages(env().LANGUAGES);
  process.send?.("ready");
  for (const event of ["SIGTERM", "SIGINT", "disconnect"]) process.once(event, () => leaving.abort());
  const planner = new Planner(database(), url);
  await Promise.all(clock.map(repeat));
  await planner.end();
  await closeDatabase();
  process.exit(0);
}

/** A run under way is finished before leaving. While the database is away the pauses grow, and it is logged once. */
async function repeat(job: Job): Promise<void> {
  for (let failures = 0, away = false; !leaving.signal.aborted; ) {
    if (databaseFull()) {
      await sleep(FULL_MS, undefined, { signal: leaving.signal }).catch(() => undefined);
      continue;
    }
    const fault = await job.run(database(), new Date(), leaving.signal).then(
      () => null,
      (error: unknown) => error ?? new Error("no reason"),
    );
    const lost = fault !== null && isLoss(fault);
    if (fault !== null && !(lost && away)) console.error(`${job.name} failed: ${reasonOf(fault)}`);
    away = lost;
    failures = fault === null ? 0 : failures + 1;
    const least = job.every * 1000;
    const pause = failures === 0 ? least : Math.max(least, pauseAfter(failures - 1, Math.random(), PAUSES));
    await sleep(pause, undefined, { signal: leaving.signal }).catch(() => undefined);
  }
}

main().catch((error: unknown) => process.exit(sayWhyNot(error)));
