/** `npm run bench votes`: a roomful of taps. How many hands a second go in, durably, against a server that does nothing. */

import { setTimeout as sleep } from "node:timers/promises";
import { and, eq, sum } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { hand, tally } from "#db/schema/voting.ts";
import { startApp } from "#tests/support/app.ts";
import { type BenchCamp, benchCamp } from "./support/camp.ts";
import { startControl } from "./support/control.ts";
import { benchDatabase } from "./support/database.ts";
import { type Answered, load, request } from "./support/load.ts";
import { cpuOf, percentile, round } from "./support/measure.ts";
import { printJson, printTable } from "./support/table.ts";

const PHONES = 300;
const PITCHES = 80;
const HANDS = 3_000;
const AT_ONCE = 50;
const ROUNDS = 3;

type Round = { perSecond: number; p50: number; p95: number; cpu: number; answers: Answered[] };

/** @param args `--json` for a last line of JSON */
export async function main(args: readonly string[]): Promise<void> {
  const { url, db, drop } = await benchDatabase();
  const camp = await benchCamp(db, { phones: PHONES, pitches: PITCHES });
  const app = await startApp({ databaseUrl: url });
  const control = await startControl();
  try {
    // The first round of each is not measured: everything cold is slow, here and there.
    const ours: Round[] = [];
    const bare: Round[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const hands = handsOf(camp, round, app.origin);
      bare.push(await run(control.port, control.pid, hands));
      ours.push(await run(app.port, app.pid, hands));
    }
    const cast = ours.flatMap(({ answers }) => answers).filter(({ status }) => status === 200).length;
    const { lost, oversold } = await check(db, camp, cast);
    report(args, median(ours.slice(1)), median(bare.slice(1)), { lost, oversold, cast });
  } finally {
    control.stop();
    await app.stop();
    await drop();
  }
}

/** Every hand of every round is another one: phones take turns, and each goes on to its next pitches. */
function handsOf(camp: BenchCamp, round: number, origin: string): string[] {
  return Array.from({ length: HANDS }, (_, n) => {
    const phone = camp.phones[n % PHONES]!;
    const pitch = camp.pitches[(round * (HANDS / PHONES) + Math.floor(n / PHONES) + (n % PHONES)) % PITCHES]!;
    return request("PUT", `/live/${camp.slug}/pitches/${pitch}/hand`, {
      host: new URL(origin).host,
      origin,
      cookie: phone.cookie,
      "cast-at": String(Date.now()),
      "content-length": "0",
    });
  });
}

async function run(port: number, pid: number, hands: readonly string[]): Promise<Round> {
  const before = cpuOf(pid);
  const { answers, ms } = await load(port, hands, AT_ONCE);
  const times = answers.map((answer) => answer.ms);
  return {
    perSecond: Math.round((answers.length / ms) * 1000),
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    cpu: round((cpuOf(pid) - before) / answers.length, 1),
    answers,
  };
}

function median(rounds: readonly Round[]): Round {
  return [...rounds].sort((a, b) => a.perSecond - b.perSecond)[Math.floor(rounds.length / 2)]!;
}

/** Nothing acknowledged may be missing, in the hands and in the counts; and nothing may be there twice. */
async function check(db: Database, { eventId, pitches }: BenchCamp, cast: number) {
  const there = await db.$count(hand, and(eq(hand.up, true)));
  let counted = 0;
  for (let tries = 0; tries < 100; tries += 1) {
    const [row] = await db
      .select({ all: sum(tally.hands) })
      .from(tally)
      .where(eq(tally.eventId, eventId));
    counted = Number(row?.all ?? 0);
    if (counted === there) break;
    await sleep(50);
  }
  if (pitches.length !== PITCHES) throw new Error("the camp is not the one that was measured");
  return { lost: Math.max(0, cast - Math.min(there, counted)), oversold: Math.max(0, counted - cast) };
}

function report(
  args: readonly string[],
  ours: Round,
  bare: Round,
  { lost, oversold, cast }: { lost: number; oversold: number; cast: number },
): void {
  const ratio = round(ours.perSecond / bare.perSecond, 3);
  printTable(`${HANDS} hands of ${PHONES} phones for ${PITCHES} pitches, ${AT_ONCE} at a time`, [
    ["", "wallchart", "bare server", "ratio"],
    ["hands per second", ours.perSecond, bare.perSecond, ratio],
    ["p50, ms", ours.p50, bare.p50, round(ours.p50 / bare.p50, 1)],
    ["p95, ms", ours.p95, bare.p95, round(ours.p95 / bare.p95, 1)],
    ["CPU of the server per hand, µs", ours.cpu, bare.cpu, round(ours.cpu / bare.cpu, 1)],
  ]);
  console.log(`  ${cast} acknowledged in ${ROUNDS + 1} rounds: ${lost} lost, ${oversold} counted twice.`);
  console.log(
    `  The aim is a quarter of the bare server's rate. Each number is the middle of ${ROUNDS} rounds.\n`,
  );
  printJson(args, {
    bench: "votes",
    people: PHONES,
    places: PITCHES,
    oversold,
    lost,
    per_s: ours.perSecond,
    p50_ms: ours.p50,
    p95_ms: ours.p95,
    floor_per_s: bare.perSecond,
    ratio,
  });
}
