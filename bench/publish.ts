/**
 * `npm run bench publish`: the grid is published to 500 phones that listen, while 500 more open the page in the five
 * seconds after it and hands go up at twenty a second.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "#db/connection.ts";
import { bump } from "#db/live.ts";
import { writeVersion } from "#db/publication/rows.ts";
import { startApp } from "#tests/support/app.ts";
import { gridOf } from "#tests/support/published.ts";
import { type BenchCamp, benchCamp } from "./support/camp.ts";
import { benchDatabase } from "./support/database.ts";
import { asked } from "./support/floor-of-pages.ts";
import { load, request } from "./support/load.ts";
import { percentile } from "./support/measure.ts";
import { Screens } from "./support/screens.ts";
import { numberAfter, printJson, printTable } from "./support/table.ts";

const PITCHES = 40;
const HANDS_PER_S = 20;
const OPENING_MS = 5_000;
const PATIENCE_MS = 3_000;

/** @param args `--phones N` that listen, and as many that open the page; `--json` */
export async function main(args: readonly string[]): Promise<void> {
  const phones = numberAfter(args, "--phones", 500);
  const { url, db, drop } = await benchDatabase();
  const camp = await benchCamp(db, { phones, pitches: PITCHES });
  const app = await startApp({ databaseUrl: url });
  const stream = `${app.origin}/live/${camp.slug}/stream?audience=phone`;
  const screens = await Screens.open(stream, phones);
  try {
    const raising = raiseHands(app, camp);
    await sleep(1_000);
    const published = await publishGrid(db, camp);
    const opened = await openAll(app, camp);
    await sleep(PATIENCE_MS);
    await raising.stop();
    const heard = screens.firstGrid.map((at) => at - published);
    report(args, phones, { heard, ...opened });
  } finally {
    screens.close();
    await app.stop();
    await drop();
  }
}

type Server = { origin: string; port: number };

/** Freezes a grid of all pitches; the phase stays, so that hands still go up. @returns when, by this process's clock */
async function publishGrid(db: Database, { eventId }: BenchCamp): Promise<number> {
  const grid = await gridOf(db, { eventId }, Date.now());
  await db.transaction(async (tx) => {
    await writeVersion(tx, { eventId, publishedBy: null }, grid);
    await bump(tx, eventId, ["grid"]);
  });
  return performance.now();
}

/** Every phone opens the page on a connection of its own, and asks who it is. */
async function openAll(app: Server, { slug, phones }: BenchCamp) {
  const pages: number[] = [];
  const mine: number[] = [];
  let old = 0;
  await Promise.all(
    phones.map(async ({ cookie }, n) => {
      await sleep((n * OPENING_MS) / phones.length);
      const [page, me] = await Promise.all(
        [`/e/${slug}/grid`, `/live/${slug}/me`].map((path) =>
          load(app.port, [asked(app.origin, path, { cookie, "accept-encoding": "identity" })], 1),
        ),
      );
      const [shown, told] = [page!.answers[0]!, me!.answers[0]!];
      if (shown.status !== 200 || told.status !== 200) throw new Error("a phone was not answered");
      pages.push(shown.ms);
      mine.push(told.ms);
      // A second after the publication nobody may be shown the page from before it.
      if (n * OPENING_MS > phones.length * 1_000 && !shown.body.includes("Committee room")) old += 1;
    }),
  );
  return { pages, mine, old };
}

function raiseHands(app: Server, { slug, phones, pitches }: BenchCamp) {
  let over = false;
  const under: Promise<unknown>[] = [];
  const run = async () => {
    for (let n = 0; !over; n++) {
      const { cookie } = phones[n % phones.length]!;
      const path = `/live/${slug}/pitches/${pitches[n % PITCHES]}/hand`;
      const headers = { host: new URL(app.origin).host, origin: app.origin, cookie, "content-length": "0" };
      under.push(load(app.port, [request("PUT", path, headers)], 1));
      await sleep(1000 / HANDS_PER_S);
    }
  };
  const running = run();
  return {
    stop: async () => {
      over = true;
      await running;
      await Promise.all(under);
    },
  };
}

type Times = { heard: number[]; pages: number[]; mine: number[]; old: number };

function report(args: readonly string[], phones: number, { heard, pages, mine, old }: Times): void {
  const row = (name: string, times: readonly number[]) =>
    [name, ...[0.5, 0.95, 0.99, 1].map((share) => percentile(times, share))] as const;
  printTable(`${phones} phones listen, ${phones} open the page in 5 s; ${HANDS_PER_S} hands a second`, [
    ["ms", "p50", "p95", "p99", "last"],
    row("publication to the stream", heard),
    row("the page", pages),
    row("who am I", mine),
  ]);
  console.log(`  Never heard of it: ${phones - heard.length}. Shown the page from before it: ${old}.\n`);
  printJson(args, {
    bench: "publish",
    phones,
    stream_p95_ms: percentile(heard, 0.95),
    page_p95_ms: percentile(pages, 0.95),
    me_p95_ms: percentile(mine, 0.95),
    missed: phones - heard.length,
    old,
  });
}
