/**
 * `node --import tsx bench/outage.ts [longest]`: takes the database away in every way while people go on, and counts what
 * is lost. Outages longer than so many milliseconds are left out.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { connect } from "#db/connection.ts";
import { startApp } from "#tests/support/app.ts";
import { Load, makeCamps, missed, mortalPostgres } from "#tests/support/outage.ts";

type Way = "kill" | "freeze" | "deafen" | "cut";

/** How, and for how many milliseconds. */
const OUTAGES: readonly [Way, number][] = [
  ...([0, 200, 400, 1_000, 2_000, 5_000, 12_000, 30_000] as const).map((away): [Way, number] => [
    "kill",
    away,
  ]),
  ...([2_000, 5_000, 12_000, 30_000] as const).map((away): [Way, number] => ["freeze", away]),
  ...([5_000, 12_000] as const).map((away): [Way, number] => ["deafen", away]),
  ...Array.from({ length: 12 }, (): [Way, number] => ["cut", 0]),
];

const longest = Number(process.argv[2] ?? Number.POSITIVE_INFINITY);
const postgres = await mortalPostgres();
const db = connect(postgres.url, { max: 2 });
const made = await makeCamps(db);
const app = await startApp({ databaseUrl: postgres.url, worker: true });
const load = new Load(app.origin, made);
const { count } = load;
load.begin();
await sleep(2_000);
const outages = OUTAGES.filter(([, away]) => away <= longest);
for (const [how, away] of outages) {
  const before = { ...count.statuses };
  count.refusals = [];
  await postgres[how](away);
  await sleep(1_500);
  const [good, refused] = [200, 503].map((status) => (count.statuses[status] ?? 0) - (before[status] ?? 0));
  const times = count.refusals.sort((a, b) => a - b);
  const [half, most] = [0.5, 0.95].map((part) => times[Math.floor(times.length * part)] ?? 0);
  console.log(
    `${how} ${away} ms: ${good} answered, ${refused} refused, half of them in ${half} ms, 95 % in ${most} ms`,
  );
}
await load.end();
const { registered, taps, statuses, unreachable } = count;
const sums = { outages: outages.length, registered: registered.length, taps, statuses, unreachable };
console.log({ ...sums, ...(await missed(db, count)), same: isRunning(app.pid) });
await db.$client.end({ timeout: 1 });
await app.stop();
await postgres.end();

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
