/**
 * `npm run bench pages -- --load`: how many of each public page a second go out, beside a server that answers with the
 * same bytes and does nothing else; what the first crowd waits after a change; and the longest waits while the camp
 * changes twenty times a second.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { connect, type Database } from "#db/connection.ts";
import { bump } from "#db/live.ts";
import { startApp } from "#tests/support/app.ts";
import { createDatabase } from "#tests/support/cluster.ts";
import { pitchingCamp } from "#tests/support/pitching.ts";
import { publishedCamp } from "#tests/support/published.ts";
import { asked, startPageFloor } from "../support/floor-of-pages.ts";
import { load, loadFor } from "../support/load.ts";
import { percentile, round } from "../support/measure.ts";
import { numberAfter, printTable } from "../support/table.ts";

const CROWD = 200;
const CONNECTIONS = [20, CROWD];
const CHANGES_PER_S = 20;
const ROUNDS = 3;
/** Renderings come once a second at most: a shorter look sees none of them, or nothing else. */
const CHANGING = { ms: 3_000, warmUpMs: 1_000 };

type Page = { name: string; path: string; eventId: string | null };
type Rate = { perSecond: number; p95: number; p99: number };

/** @param args `--requests N` of each page and number of connections; `--json` */
export async function loadPages(args: readonly string[]): Promise<void> {
  const requests = numberAfter(args, "--requests", 4_000);
  const { url, drop } = await createDatabase();
  const db = connect(url, { max: 4 });
  const pages = await pagesOf(db);
  const app = await startApp({ databaseUrl: url });
  const floor = await startPageFloor(
    app,
    pages.map(({ path }) => path),
  );
  const rows: (string | number)[][] = [];
  const lines: object[] = [];
  try {
    for (const page of pages) {
      const text = asked(app.origin, page.path);
      const cold = await coldCrowd(db, app.port, page, text);
      for (const at of CONNECTIONS) {
        const rounds: { bare: Rate; warm: Rate; changing: number }[] = [];
        // Taken in turns, so that a noisy neighbour meets all three.
        for (let number = 0; number < ROUNDS; number += 1)
          rounds.push({
            bare: await rateOf(floor.port, text, requests, at),
            warm: await rateOf(app.port, text, requests, at),
            changing: await whileChanging(db, page, () => loadFor(app.port, text, { at, ...CHANGING })),
          });
        const [bare, warm] = [rounds.map((round) => round.bare), rounds.map((round) => round.warm)].map(
          middle,
        ) as [Rate, Rate];
        const changing = percentile(
          rounds.map((round) => round.changing),
          0.5,
        );
        const ratio = round(warm.perSecond / bare.perSecond, 2);
        rows.push([page.name, at, warm.perSecond, bare.perSecond, ratio, warm.p95, cold, changing, bare.p99]);
        lines.push({
          bench: "pages",
          page: page.name,
          connections: at,
          per_s: warm.perSecond,
          p95_ms: warm.p95,
          floor_per_s: bare.perSecond,
          ratio,
          cold_p95_ms: cold,
          changing_p99_ms: changing,
          floor_p99_ms: bare.p99,
        });
      }
    }
  } finally {
    floor.stop();
    await app.stop();
    await db.$client.end();
    await drop();
  }
  printTable(
    `${requests} requests, the middle of ${ROUNDS} rounds; after a change ${CROWD} at once; ${CHANGES_PER_S} changes a second`,
    [["page", "at", "per s", "bare", "ratio", "p95, ms", "cold p95", "changing p99", "bare p99"], ...rows],
  );
  if (args.includes("--json")) for (const line of lines) console.log(JSON.stringify(line));
}

async function pagesOf(db: Database): Promise<Page[]> {
  const tickets = await pitchingCamp(db, "tickets");
  const sessions = await publishedCamp(db, new Date());
  const of = (name: string, { slug, eventId }: typeof tickets, page: string) => ({
    name,
    path: `/e/${slug}${page}`,
    eventId,
  });
  return [
    { name: "home", path: "/", eventId: null },
    of("front", tickets, ""),
    of("register", tickets, "/register"),
    of("now", sessions, "/now"),
    of("pitches", sessions, "/pitches"),
    of("grid", sessions, "/grid"),
    of("wall", sessions, "/wall"),
  ];
}

/** Of each figure the middle one of all rounds. */
function middle(rates: readonly Rate[]): Rate {
  const of = (figure: keyof Rate) =>
    percentile(
      rates.map((rate) => rate[figure]),
      0.5,
    );
  return { perSecond: round(of("perSecond"), 0), p95: of("p95"), p99: of("p99") };
}

async function rateOf(port: number, text: string, requests: number, at: number): Promise<Rate> {
  await load(port, Array(at * 5).fill(text), at);
  const { answers, ms } = await load(port, Array(requests).fill(text), at);
  if (answers.some(({ status }) => status !== 200)) throw new Error("a page was not answered");
  const times = answers.map((answer) => answer.ms);
  return {
    perSecond: round((requests / ms) * 1000, 0),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
  };
}

/** The p95 of a crowd that asks at once for what has just changed, or was not asked for long. */
async function coldCrowd(db: Database, port: number, { eventId }: Page, text: string): Promise<number> {
  await load(port, Array(CROWD).fill(text), 20);
  await sleep(1_500);
  if (eventId) await bump(db, eventId, ["event"]);
  const { answers } = await load(port, Array(CROWD).fill(text), CROWD);
  return percentile(
    answers.map(({ ms }) => ms),
    0.95,
  );
}

/** The p99 of those who ask while the camp changes. */
async function whileChanging(db: Database, { eventId }: Page, act: () => Promise<number[]>): Promise<number> {
  let over = false;
  const change = async () => {
    while (eventId && !over) {
      await bump(db, eventId, ["pitches"]);
      await sleep(1000 / CHANGES_PER_S);
    }
  };
  const changing = change();
  try {
    return percentile(await act(), 0.99);
  } finally {
    over = true;
    await changing;
  }
}
