/**
 * `npm run bench pages`: what a first visit to each public page weighs, against an empty page of the
 * framework, and what drawing it costs the server, against a server that does nothing.
 */

import { connect, type Database } from "#db/connection.ts";
import { holdTicket, startDevice } from "#db/device.ts";
import { bringPitchFor } from "#db/pitch.ts";
import { startApp } from "#tests/support/app.ts";
import { createDatabase } from "#tests/support/cluster.ts";
import { camper, MORNING, organiser, pitchForm, pitchingCamp } from "#tests/support/pitching.ts";
import { publishedCamp } from "#tests/support/published.ts";
import { loadPages } from "./pages/load.ts";
import { startControl } from "./support/control.ts";
import { startEmptyPage } from "./support/empty-page.ts";
import { cpuOf, round } from "./support/measure.ts";
import { printTable } from "./support/table.ts";
import { openBrowser, visit, type Weight } from "./support/visit.ts";

/** How often a page is drawn to see what it costs. */
const DRAWN = 60;

/** By how much more script than the empty page one may need, in bytes. */
const MOST = { phone: 20_000, wall: 15_000, desk: 35_000 };

type Page = { name: string; path: string; cookie: string | null; screen: keyof typeof MOST };
/** `over` as everything is sent; `overGzip` where neither page is sent in anything better. */
type Measured = Page & Weight & { over: number; overGzip: number; cpu: number; ratio: number };

/** @param args `--load` for how many go out a second instead (bench/pages/load.ts); `--json` for JSON at the end */
export async function main(args: readonly string[]): Promise<void> {
  if (args.includes("--load")) return loadPages(args);
  const { url, drop } = await createDatabase();
  const db = connect(url, { max: 4 });
  const pages = await pagesOf(db);
  await db.$client.end();
  const [app, control, floor, browser] = [
    await startApp({ databaseUrl: url }),
    await startControl(),
    await startEmptyPage(),
    await openBrowser(),
  ];
  try {
    const empty = await visit(browser, floor.origin, null);
    const emptyGzip = await visit(browser, floor.origin, null, "gzip");
    // The control answers a hand at once; anything else it holds open.
    const hand = `http://127.0.0.1:${control.port}/live/bench/pitches/1/hand`;
    const bare = await costOf(hand, null, control.pid, "PUT");
    const measured: Measured[] = [];
    for (const page of pages) {
      const address = `${app.origin}${page.path}`;
      const weight = await visit(browser, address, page.cookie);
      const gzip = await visit(browser, address, page.cookie, "gzip");
      const cpu = await costOf(address, page.cookie, app.pid);
      measured.push({
        ...page,
        ...weight,
        over: weight.script - empty.script,
        overGzip: gzip.script - emptyGzip.script,
        cpu,
        ratio: round(cpu / bare, 1),
      });
    }
    report(args, measured, empty, bare);
  } finally {
    await browser.close();
    floor.stop();
    control.stop();
    await app.stop();
    await drop();
  }
}

/** The public pages, with a camp that is pitching and one that is in its sessions. */
async function pagesOf(db: Database): Promise<Page[]> {
  const sessions = await publishedCamp(db, new Date());
  const tickets = await pitchingCamp(db, "tickets");
  const pitching = await pitchingCamp(db, "pitching");
  const dan = await organiser(db, pitching);
  for (let i = 0; i < 43; i++) {
    const form = pitchForm(`Number ${i}: what we learned about telling people the truth`, {
      line: "Bring one that went wrong. We mend it together.",
    });
    await bringPitchFor(db, dan, form, ["Ama", "Rhys"].slice(i % 2), MORNING);
  }
  const phone = await startDevice(db, {});
  const laptop = await startDevice(db, { personId: dan.personId });
  await holdTicket(db, phone.id, (await camper(db, pitching, "Priya")).registrationId);
  const stranger = (name: string, path: string): Page => ({ name, path, cookie: null, screen: "phone" });
  const own = (name: string, path: string): Page => ({ ...stranger(name, path), cookie: phone.token });
  return [
    stranger("home", "/"),
    stranger("camp", `/e/${tickets.slug}`),
    stranger("register", `/e/${tickets.slug}/register`),
    stranger("now", `/e/${sessions.slug}/now`),
    stranger("grid", `/e/${sessions.slug}/grid`),
    own("pitches", `/e/${pitching.slug}/pitches`),
    own("pitch", `/e/${pitching.slug}/pitch`),
    own("me", `/e/${pitching.slug}/me`),
    { ...stranger("wall", `/e/${pitching.slug}/wall`), screen: "wall" },
    { name: "desk grid", path: `/e/${pitching.slug}/desk/grid`, cookie: laptop.token, screen: "desk" },
    stranger("sign-in", "/sign-in"),
    stranger("plain", `/now/${sessions.slug}`),
  ];
}

/** CPU time of a process for one drawing of a page, in microseconds; the first few warm it up. */
async function costOf(address: string, cookie: string | null, pid: number, method = "GET"): Promise<number> {
  const headers = { ...(cookie && { cookie: `wallchart=${cookie}` }), "accept-encoding": "identity" };
  const draw = async (times: number) => {
    for (let i = 0; i < times; i++) await (await fetch(address, { method, headers })).arrayBuffer();
  };
  await draw(10);
  const before = cpuOf(pid);
  await draw(DRAWN);
  return round((cpuOf(pid) - before) / DRAWN, 0);
}

const spare = ({ screen, over }: Measured) => MOST[screen] - over;

function report(args: readonly string[], pages: readonly Measured[], empty: Weight, bare: number): void {
  const kb = (bytes: number) => (bytes / 1000).toFixed(1);
  const row = ({ html, css, script, font, other, later }: Weight) =>
    [html, css, script, font, other, later].map(kb);
  printTable(
    "First visit, kB on the wire; CPU of drawing a page in µs, and times a server that does nothing",
    [
      ["page", "html", "css", "script", "font", "other", "later", "over floor", "in gzip", "cpu", "ratio"],
      ["(empty page)", ...row(empty), "0.0", "0.0", "", ""],
      ...pages.map((page) => [
        page.name,
        ...row(page),
        kb(page.over),
        kb(page.overGzip),
        page.cpu,
        page.ratio,
      ]),
      ["(bare server)", "", "", "", "", "", "", "", "", bare, "1"],
    ],
  );
  const worst = pages.reduce((most, page) => (spare(page) < spare(most) ? page : most));
  console.log(
    `  Nearest to its most over the floor: ${worst.name}, ${kb(worst.over)} kB of at most ${kb(MOST[worst.screen])}.\n`,
  );
  if (!args.includes("--json")) return;
  const each = pages.map(({ name, html, css, script, font, over, overGzip, cpu, ratio }) => ({
    page: name,
    html,
    css,
    script,
    font,
    over,
    over_gzip: overGzip,
    cpu_us: cpu,
    ratio,
  }));
  console.log(
    JSON.stringify({
      bench: "pages",
      floor_script: empty.script,
      worst: worst.name,
      worst_over: worst.over,
      bare_cpu_us: bare,
      pages: each,
    }),
  );
}
