/**
 * `npm run bench camps`: what camps cost that nobody uses. The same few camps are visited beside 1, 100 and 10,000 others:
 * CPU of the worker, of an idle instance and of their Postgres, and the time of ten pages.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { holdTicket, startDevice } from "#db/device.ts";
import { bringPitchFor } from "#db/pitch.ts";
import { cookieName } from "#domain/cookie.ts";
import { type App, startApp } from "#tests/support/app.ts";
import { makeManyCamps } from "#tests/support/many-camps.ts";
import { camper, MORNING, organiser, pitchForm, pitchingCamp } from "#tests/support/pitching.ts";
import { publishedCamp } from "#tests/support/published.ts";
import { benchDatabase } from "./support/database.ts";
import { cpuOf, percentile, round } from "./support/measure.ts";
import { numberAfter, printJson, printTable } from "./support/table.ts";

const COUNTS = [1, 100, 10_000];
/** The most that 10,000 camps may cost, in times of one. */
const MOST = 1.2;
/** What a process does once, after its start, is not measured. */
const SETTLE_MS = 8_000;
/** How often each page is asked for, after a few times that warm it up. */
const ASKED = 200;
const WARM_UP = 30;

type Page = { name: string; path: string; cookie: string | null };
/** CPU in milliseconds a minute, times of pages in milliseconds. */
type Measured = { worker: number; instance: number; postgres: number; pages: Map<string, number> };

/** An app over a database with so many camps. */
type Subject = { app: App; db: Database; pages: Page[]; stop: () => Promise<void> };

/** @param args `--json` for a last line of JSON; `--seconds N`, how long the idle processes are watched */
export async function main(args: readonly string[]): Promise<void> {
  const seconds = numberAfter(args, "--seconds", 60);
  const subjects: Subject[] = [];
  try {
    for (const count of COUNTS) subjects.push(await start(count));
    await sleep(SETTLE_MS);
    // All of them at once, and their pages in turns: a noisy neighbour is everybody's.
    const idle = await Promise.all(subjects.map((subject) => watch(subject, seconds)));
    const times = await timesOf(subjects);
    report(
      args,
      idle.map((used, n) => ({ ...used, pages: times[n]! })),
    );
  } finally {
    // The first one's stop takes the Postgres of all with it.
    for (const { stop } of subjects.toReversed()) await stop();
  }
}

async function start(count: number): Promise<Subject> {
  const { url, db, drop } = await benchDatabase();
  await makeManyCamps(db, count);
  const pages = await pagesOf(db);
  await db.execute(sql`vacuum analyze`);
  const app = await startApp({ databaseUrl: url, worker: true });
  const stop = async () => {
    await app.stop();
    await drop();
  };
  return { app, db, pages, stop };
}

/** A camp in its sessions and one that is pitching, as a stranger, a camper and an organiser see them. */
async function pagesOf(db: Database): Promise<Page[]> {
  const sessions = await publishedCamp(db, new Date());
  const pitching = await pitchingCamp(db, "pitching");
  const tickets = await pitchingCamp(db, "tickets");
  const dan = await organiser(db, pitching);
  for (let n = 0; n < 40; n += 1)
    await bringPitchFor(
      db,
      dan,
      pitchForm(`What we learned from form ${n}`),
      ["Ama", "Rhys"].slice(n % 2),
      MORNING,
    );
  const phone = await startDevice(db, {});
  await holdTicket(db, phone.id, (await camper(db, pitching, "Priya")).registrationId);
  const laptop = await startDevice(db, { personId: dan.personId });
  const page = (name: string, path: string, cookie: string | null = null) => ({ name, path, cookie });
  return [
    page("home", "/"),
    page("camp", `/e/${tickets.slug}`),
    page("register", `/e/${tickets.slug}/register`),
    page("now", `/e/${sessions.slug}/now`),
    page("plain now", `/now/${sessions.slug}`),
    page("grid", `/e/${sessions.slug}/grid`),
    page("wall", `/e/${pitching.slug}/wall`),
    page("pitches", `/e/${pitching.slug}/pitches`, phone.token),
    page("my page", `/e/${pitching.slug}/me`, phone.token),
    page("desk grid", `/e/${pitching.slug}/desk/grid`, laptop.token),
  ];
}

/** The CPU of processes that nobody asks for anything, in milliseconds a minute. */
async function watch({ app, db }: Subject, seconds: number): Promise<Omit<Measured, "pages">> {
  const rows = await db.execute<{ pid: number }>(sql`select pid from pg_stat_activity
    where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`);
  const backends = rows.map(({ pid }) => pid);
  const used = () => ({
    worker: cpuOf(app.workerPid),
    instance: cpuOf(app.pid),
    postgres: backends.reduce((all, pid) => all + cpuOf(pid), 0),
  });
  const before = used();
  await sleep(seconds * 1_000);
  const after = used();
  const perMinute = (name: keyof typeof before) =>
    round(((after[name] - before[name]) * 60) / seconds / 1_000, 0);
  return { worker: perMinute("worker"), instance: perMinute("instance"), postgres: perMinute("postgres") };
}

/** The 95th percentile of each page's times, in milliseconds, for each subject. */
async function timesOf(subjects: readonly Subject[]): Promise<Map<string, number>[]> {
  const all = subjects.map(() => new Map<string, number>());
  for (const [which, { name }] of subjects[0]!.pages.entries()) {
    const times: number[][] = subjects.map(() => []);
    for (let n = 0; n < WARM_UP + ASKED; n += 1)
      for (const [index, { app, pages }] of subjects.entries()) {
        const took = await timeOf(app.origin, pages[which]!);
        if (n >= WARM_UP) times[index]!.push(took);
      }
    for (const [index, of] of times.entries()) all[index]!.set(name, percentile(of, 0.95));
  }
  return all;
}

/** In milliseconds. @throws when it does not answer with 200 */
async function timeOf(origin: string, { path, cookie }: Page): Promise<number> {
  const headers = { ...(cookie && { cookie: `${cookieName("http:")}=${cookie}` }) };
  const start = performance.now();
  const answer = await fetch(origin + path, { headers });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  return performance.now() - start;
}

function report(args: readonly string[], measured: readonly Measured[]): void {
  const [one, most] = [measured[0]!, measured.at(-1)!];
  const grown = (few: number, many: number) => round(many / Math.max(few, 1), 2);
  const idle = ["worker", "instance", "postgres"] as const;
  const all = (it: Measured) => idle.reduce((sum, name) => sum + it[name], 0);
  const row = (name: string, of: (it: Measured) => number) => [
    name,
    ...measured.map(of),
    grown(of(one), of(most)),
  ];
  const pages = [...one.pages.keys()];
  printTable("CPU of idle processes, ms a minute; p95 of pages, ms", [
    ["camps", ...COUNTS, "growth"],
    ...idle.map((name) => row(name, (it) => it[name])),
    row("all three", all),
    ...pages.map((name) => row(name, (it) => it.pages.get(name)!)),
  ]);
  const growths = new Map(pages.map((name) => [name, grown(one.pages.get(name)!, most.pages.get(name)!)]));
  const over = [...growths].filter(([, growth]) => growth > MOST).map(([name]) => name);
  console.log(`  The aim is a growth of at most ${MOST}. Pages over it: ${over.join(", ") || "none"}.\n`);
  printJson(args, {
    bench: "camps",
    camps: COUNTS.at(-1)!,
    worker_ms: most.worker,
    instance_ms: most.instance,
    postgres_ms: most.postgres,
    idle_growth: grown(all(one), all(most)),
    worst_page_growth: Math.max(...growths.values()),
    pages_over: over.join(" "),
  });
}
