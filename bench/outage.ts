/** `node --import tsx bench/outage.ts`: takes the database away in every way while people go on, and counts what is lost. */
import { setTimeout as sleep } from "node:timers/promises";
import { connect } from "#db/connection.ts";
import { startApp } from "#tests/support/app.ts";
import { Load, makeCamps, missed, mortalPostgres } from "#tests/support/outage.ts";

/** How long each outage lasts, in milliseconds; null is every session ended at once. */
const OUTAGES: readonly ["kill" | "freeze" | "deafen" | "cut", number][] = [
  ["kill", 0],
  ["cut", 0],
  ["kill", 1_000],
  ["deafen", 5_000],
  ["kill", 5_000],
  ["freeze", 5_000],
  ["cut", 0],
  ["cut", 0],
  ["kill", 12_000],
  ["freeze", 12_000],
  ["kill", 200],
  ["kill", 400],
  ["deafen", 12_000],
  ["cut", 0],
  ["kill", 30_000],
  ["freeze", 30_000],
  ["cut", 0],
  ["kill", 0],
  ["kill", 3_000],
  ["freeze", 2_000],
  ["kill", 5_000],
  ["cut", 0],
];

const postgres = await mortalPostgres();
const db = connect(postgres.url, { max: 2 });
const made = await makeCamps(db);
const app = await startApp({ databaseUrl: postgres.url, worker: true });
const load = new Load(app.origin, made);
load.begin();
await sleep(2_000);
for (const [how, away] of OUTAGES) {
  load.count.slowest = { time: 0, path: "" };
  await (how === "cut" ? postgres.cut() : postgres[how](away));
  const { slowest } = load.count;
  load.count.slowest = { time: 0, path: "" };
  await sleep(3_000);
  console.log(
    how,
    away,
    "slowest answer meanwhile",
    slowest,
    "after",
    load.count.slowest,
    JSON.stringify(load.count.statuses),
    "unreachable",
    load.count.unreachable,
  );
}
await load.end();
const { registered, taps, refused, statuses, unreachable } = load.count;
console.log({
  outages: OUTAGES.length,
  registered: registered.length,
  taps,
  refused,
  statuses,
  unreachable,
  ...(await missed(db, load.count)),
});
let alive = true;
try {
  process.kill(app.pid, 0);
} catch {
  alive = false;
}
console.log(alive ? "the app is the same process" : "the app ended");
await db.$client.end({ timeout: 1 });
await app.stop();
await postgres.end();
process.exit(0);
