/**
 * `npm run bench desk`: twenty camps of 5,000 people each, and every view an organiser has of them; alone in the database
 * and beside 10,000 other camps.
 */
import { sql } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { startDevice } from "#db/device.ts";
import { cookieName } from "#domain/cookie.ts";
import { type App, startApp } from "#tests/support/app.ts";
import { fillWithPeople } from "#tests/support/big-camp.ts";
import { makeOrganiser } from "#tests/support/camp.ts";
import { makeManyCamps } from "#tests/support/many-camps.ts";
import { makePool } from "#tests/support/pools.ts";
import { benchDatabase } from "./support/database.ts";
import { percentile, round } from "./support/measure.ts";
import { printJson, printTable } from "./support/table.ts";
import { ticketCamp } from "./support/tickets.ts";

const CAMPS = 20;
const PEOPLE = 5_000;
const PLACES = 2_600;
const OTHERS = [0, 10_000];
/** The most that 10,000 other camps may cost, in times of none. */
const MOST = 1.2;
const ASKED = 3;
const WARM_UP = 1;

type Desk = { slug: string; cookie: string; person: string };
type Subject = { app: App; db: Database; desks: Desk[]; stop: () => Promise<void> };

const VIEWS: Readonly<Record<string, (desk: Desk) => string>> = {
  today: () => "",
  people: () => "/people",
  "those with a place": () => "/people?show=places",
  "its last page": () => "/people?show=places&page=9",
  "unproven, by name": () => "/people?show=all&sort=name&only=unproven",
  "one person": ({ person }) => `/people/${person}`,
  "offer by hand": ({ person }) => `/people/offer?to=${person}`,
  "a fair mix": () => "/people/pools",
  mail: () => "/mail",
  needs: () => "/needs",
  crew: () => "/crew",
  settings: () => "/settings",
  "the download": () => "/people/csv",
};

/** @param args `--json` for a last line of JSON */
export async function main(args: readonly string[]): Promise<void> {
  const subjects: Subject[] = [];
  try {
    for (const others of OTHERS) subjects.push(await start(others));
    report(args, await timesOf(subjects));
  } finally {
    // The first one's stop takes the Postgres of all with it.
    for (const { stop } of subjects.toReversed()) await stop();
  }
}

async function start(others: number): Promise<Subject> {
  const { url, db, drop } = await benchDatabase();
  if (others > 0) await makeManyCamps(db, others);
  const desks: Desk[] = [];
  for (let number = 0; number < CAMPS; number += 1) desks.push(await deskOf(db, number));
  await db.execute(sql`delete from unsettled`);
  await db.execute(sql`vacuum analyze`);
  const app = await startApp({ databaseUrl: url });
  const stop = async () => {
    await app.stop();
    await drop();
  };
  return { app, db, desks, stop };
}

/** A full camp with a line and pools, and its organiser's browser. */
async function deskOf(db: Database, number: number): Promise<Desk> {
  const camp = await ticketCamp(db, `desk-${number}`, PLACES);
  await fillWithPeople(db, camp, PEOPLE);
  await makePool(db, camp, camp.sectorId, { floor: 100 });
  await makePool(db, camp, null, { floor: 100 });
  const { personId } = await makeOrganiser(db, camp);
  const { token: cookie } = await startDevice(db, { personId });
  const [row] = await db.execute<{ id: string }>(
    sql`select id from registration where event_id = ${camp.id} and status = 'waiting' and verified_at is not null
      order by rank desc limit 1`,
  );
  return { slug: camp.slug, cookie, person: row!.id };
}

/** The 95th percentile of each view's times, in milliseconds, for each subject; every camp in turn. */
async function timesOf(subjects: readonly Subject[]): Promise<Map<string, number>[]> {
  const all = subjects.map(() => new Map<string, number>());
  for (const [name, path] of Object.entries(VIEWS)) {
    const times: number[][] = subjects.map(() => []);
    for (let turn = 0; turn < WARM_UP + ASKED; turn += 1)
      for (let camp = 0; camp < CAMPS; camp += 1)
        // One after the other: a noisy neighbour is everybody's.
        for (const [index, { app, desks }] of subjects.entries()) {
          const took = await timeOf(app.origin, desks[camp]!, path(desks[camp]!));
          if (turn >= WARM_UP) times[index]!.push(took);
        }
    for (const [index, of] of times.entries()) all[index]!.set(name, percentile(of, 0.95));
  }
  return all;
}

/** In milliseconds. @throws when it does not answer with 200 */
async function timeOf(origin: string, { slug, cookie }: Desk, path: string): Promise<number> {
  const start = performance.now();
  const url = `${origin}/e/${slug}/desk${path}`;
  const answer = await fetch(url, { headers: { cookie: `${cookieName("http:")}=${cookie}` } });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
  return performance.now() - start;
}

function report(args: readonly string[], [few, many]: readonly Map<string, number>[]): void {
  const rows = [...few!].map(([name, ms]) => {
    const beside = many!.get(name)!;
    return { name, ms, beside, growth: round(beside / Math.max(ms, 1), 2) };
  });
  printTable(`p95 of the desk's views, ms: ${CAMPS} camps of ${PEOPLE} people`, [
    ["", "alone", `beside ${OTHERS[1]} camps`, "growth"],
    ...rows.map(({ name, ms, beside, growth }) => [name, ms, beside, growth]),
  ]);
  const over = rows.filter(({ growth }) => growth > MOST).map(({ name }) => name);
  console.log(`  The aim is a growth of at most ${MOST}. Views over it: ${over.join(", ") || "none"}.\n`);
  printJson(args, {
    bench: "desk",
    slowest_ms: Math.max(...rows.map(({ beside }) => beside)),
    worst_growth: Math.max(...rows.map(({ growth }) => growth)),
    views_over: over.join(" "),
  });
}
