/** `npm run bench rush`: the minute when tickets open. A thousand people, 130 places, each form over real HTTP. */
import { startApp } from "#tests/support/app.ts";
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

type Round = { perSecond: number; p50: number; p95: number; cpu: number };

/** @param args `--json` for a last line of JSON */
export async function main(args: readonly string[]): Promise<void> {
  const { url, db, drop } = await benchDatabase();
  await makeFloor(db);
  const app = await startApp({ databaseUrl: url });
  const control = await startControl();
  const [ours, bare, floor]: Round[][] = [[], [], []];
  let [oversold, lost] = [0, 0];
  try {
    // The first round of each is not measured: everything cold is slow, here and there.
    for (let number = 0; number <= ROUNDS; number += 1) {
      const camp = await ticketCamp(db, `rush-${number}`, PLACES);
      const forms = formsFor(camp, app.origin, PEOPLE);
      bare!.push((await rush(control.port, control.pid, forms)).round);
      const { round, answers } = await rush(app.port, app.pid, forms);
      ours!.push(round);
      const checked = await check(db, camp, answers, PLACES);
      oversold += checked.oversold;
      lost += checked.lost;
      floor!.push(await straight(url, await ticketCamp(db, `floor-${number}`, PLACES)));
    }
  } finally {
    control.stop();
    await app.stop();
    await drop();
  }
  report(args, { ours: middle(ours!), bare: middle(bare!), floor: middle(floor!), oversold, lost });
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

function middle(rounds: readonly Round[]): Round {
  const counted = rounds.slice(1).sort((a, b) => a.perSecond - b.perSecond);
  return counted[Math.floor(counted.length / 2)]!;
}

type Results = { ours: Round; bare: Round; floor: Round; oversold: number; lost: number };

function report(args: readonly string[], { ours, bare, floor, oversold, lost }: Results): void {
  const ratio = round(ours.perSecond / floor.perSecond, 3);
  printTable(`${PEOPLE} people for ${PLACES} places, ${AT_ONCE} at a time`, [
    ["", "wallchart", "straight SQL", "bare server"],
    ["people per second", ours.perSecond, floor.perSecond, bare.perSecond],
    ["p50, ms", ours.p50, floor.p50, bare.p50],
    ["p95, ms", ours.p95, floor.p95, bare.p95],
    ["CPU of the server per person, µs", ours.cpu, "–", bare.cpu],
    ["wallchart against it", "1", ratio, round(ours.perSecond / bare.perSecond, 3)],
  ]);
  console.log(
    `  ${PEOPLE * (ROUNDS + 1)} people in ${ROUNDS + 1} rounds: ${oversold} places oversold, ${lost} people lost.`,
  );
  console.log(
    `  Straight SQL writes the same rows, one transaction a person, ${FLOOR_SESSIONS} sessions at once, without HTTP.`,
  );
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
  });
}
