/**
 * `npm run bench rush`: the minute when tickets open. A thousand people, 130 places, each form over real HTTP; once as they
 * press, and once in a batch whose first minute is put in order by lot, with pools and a limit for organisations.
 */
import { and, eq, ne } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { tick } from "#db/registration/waiting.ts";
import { limitBucket } from "#db/schema/rate-limit.ts";
import { registration } from "#db/schema/registration.ts";
import { unsettled } from "#db/schema/unsettled.ts";
import type { Status } from "#domain/registration.ts";
import { type App, startApp } from "#tests/support/app.ts";
import { makePool, setLimits } from "#tests/support/pools.ts";
import { makeRelease } from "#tests/support/releases.ts";
import { startControl } from "./support/control.ts";
import { benchDatabase } from "./support/database.ts";
import { makeFloor, runFloor } from "./support/floor.ts";
import { load } from "./support/load.ts";
import { cpuOf, percentile, round } from "./support/measure.ts";
import { check, formsFor } from "./support/registrations.ts";
import { printJson, printTable } from "./support/table.ts";
import { type TicketCamp, ticketCamp } from "./support/tickets.ts";

const PEOPLE = 1_000;
const PLACES = 130;
const AT_ONCE = 100;
const ROUNDS = 5;

/** Sessions that press into the floor at once: as many as the app's own pool has. */
const FLOOR_SESSIONS = 16;

type Drawn = Round & { draw: number };

type Round = { perSecond: number; p50: number; p95: number; cpu: number };

/** @param args `--json` for a last line of JSON */
export async function main(args: readonly string[]): Promise<void> {
  const { url, db, drop } = await benchDatabase();
  await makeFloor(db);
  const app = await startApp({ databaseUrl: url });
  const control = await startControl();
  const [ours, bare, floor]: Round[][] = [[], [], []];
  const batches: Drawn[] = [];
  let [oversold, lost] = [0, 0];
  try {
    // The first round of each is not measured: everything cold is slow, here and there.
    for (let number = 0; number <= ROUNDS; number += 1) {
      // Twelve thousand people from one address are more than an installation lets in within the hour.
      await db.delete(limitBucket);
      const camp = await ticketCamp(db, `rush-${number}`, PLACES);
      const forms = formsFor(camp, app.origin, PEOPLE);
      bare!.push((await rush(control.port, control.pid, forms)).round);
      const { round, answers } = await rush(app.port, app.pid, forms);
      ours!.push(round);
      const checked = await check(db, camp, answers, PLACES);
      oversold += checked.oversold;
      lost += checked.lost;
      const batch = await inBatch(db, app, `batch-${number}`);
      batches.push(batch.round);
      oversold += batch.oversold;
      lost += batch.lost;
      floor!.push(await straight(url, await ticketCamp(db, `floor-${number}`, PLACES)));
    }
  } finally {
    control.stop();
    await app.stop();
    await drop();
  }
  const all = { ours: middle(ours!), batch: middle(batches), bare: middle(bare!), floor: middle(floor!) };
  report(args, { ...all, oversold, lost });
}

async function rush(port: number, pid: number, forms: readonly string[]) {
  const before = cpuOf(pid);
  const { answers, ms } = await load(port, forms, AT_ONCE);
  return {
    round: measured(
      ms,
      answers.map((answer) => answer.ms),
      cpuOf(pid) - before,
    ),
    answers,
  };
}

/** The same into a batch, and how long it takes to put its entries in order, in milliseconds. */
async function inBatch(db: Database, app: App, name: string) {
  const camp = await ticketCamp(db, name, PLACES);
  const opensAt = new Date();
  await makeRelease(db, camp, { way: "batch", places: PLACES, opensAt });
  await makePool(db, camp, camp.sectorId, { floor: 60, ceiling: PLACES });
  await makePool(db, camp, null, { floor: 20, ceiling: PLACES });
  await setLimits(db, camp, { organisationLimit: PLACES });
  const { round } = await rush(app.port, app.pid, formsFor(camp, app.origin, PEOPLE));
  const of = (status: Status) =>
    db.$count(registration, and(eq(registration.eventId, camp.id), eq(registration.status, status)));
  const entered = await of("entered");
  // What straight SQL left to be seen to would be in the first beat as well.
  await db.delete(unsettled).where(ne(unsettled.eventId, camp.id));
  const began = performance.now();
  await tick(db, new Date(opensAt.getTime() + 64_000));
  const draw = Math.round(performance.now() - began);
  const held = await of("held");
  return {
    round: { ...round, draw },
    oversold: Math.max(0, held - PLACES),
    lost: PEOPLE - entered + Math.max(0, PLACES - held),
  };
}

/** The same rows written without us: one call, one transaction a person, straight in SQL. */
async function straight(url: string, camp: TicketCamp): Promise<Round> {
  const { times, ms } = await runFloor(url, camp, PEOPLE, FLOOR_SESSIONS);
  return measured(ms, times, 0);
}

function measured(ms: number, times: readonly number[], cpu: number): Round {
  return {
    perSecond: Math.round((times.length / ms) * 1000),
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    cpu: round(cpu / times.length, 1),
  };
}

function middle<Some extends Round>(rounds: readonly Some[]): Some {
  const counted = rounds.slice(1).sort((a, b) => a.perSecond - b.perSecond);
  return counted[Math.floor(counted.length / 2)]!;
}

type Results = { ours: Round; batch: Drawn; bare: Round; floor: Round; oversold: number; lost: number };

function report(args: readonly string[], { ours, batch, bare, floor, oversold, lost }: Results): void {
  const against = round(ours.perSecond / batch.perSecond, 3);
  const ratio = round(ours.perSecond / floor.perSecond, 3);
  printTable(`${PEOPLE} people for ${PLACES} places, ${AT_ONCE} at a time`, [
    ["", "wallchart", "in a batch, pools", "straight SQL", "bare server"],
    ["people per second", ours.perSecond, batch.perSecond, floor.perSecond, bare.perSecond],
    ["p50, ms", ours.p50, batch.p50, floor.p50, bare.p50],
    ["p95, ms", ours.p95, batch.p95, floor.p95, bare.p95],
    ["CPU of the server per person, µs", ours.cpu, batch.cpu, "–", bare.cpu],
    ["wallchart against it", "1", against, ratio, round(ours.perSecond / bare.perSecond, 3)],
  ]);
  console.log(
    `  ${2 * PEOPLE * (ROUNDS + 1)} people in ${ROUNDS + 1} rounds: ${oversold} places oversold, ${lost} people lost.`,
  );
  console.log(
    `  Straight SQL writes the same rows, one transaction a person, ${FLOOR_SESSIONS} sessions at once, without HTTP.`,
  );
  console.log(`  A batch of ${PEOPLE} is put in order, and everybody answered, in ${batch.draw} ms.`);
  console.log(`  Each number is the middle of ${ROUNDS} rounds; every commit waits for the disk.\n`);
  printJson(args, {
    bench: "rush",
    people: PEOPLE,
    places: PLACES,
    oversold,
    lost,
    per_s: ours.perSecond,
    p50_ms: ours.p50,
    p95_ms: ours.p95,
    floor_per_s: floor.perSecond,
    ratio,
    batch_per_s: batch.perSecond,
    draw_ms: batch.draw,
  });
}
