/**
 * `npm run bench lighthouse`: Lighthouse, as a phone, over the demo: the list of pitches of the camp that is pitching,
 * Now and the grid of the one in its sessions. Lighthouse is no part of the project, which has no use for its weight:
 * it is taken from a folder beside it, and where it is not there that is said.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { connect } from "#db/connection.ts";
import { loadDemo } from "#db/demo.ts";
import { startApp } from "#tests/support/app.ts";
import { chromiumArguments, findChromium } from "#tests/support/chromium.ts";
import { createDatabase } from "#tests/support/cluster.ts";
import { round } from "./support/measure.ts";
import { printTable } from "./support/table.ts";

const VERSION = "12.8.2";
const folder = fileURLToPath(new URL("../.data/lighthouse", import.meta.url));

const PAGES = { pitches: "/e/canalcamp/pitches", now: "/e/harbourcamp/now", grid: "/e/harbourcamp/grid" };

/** How often each page is opened; the middle one counts. */
const RUNS = 3;

type Audit = { numericValue?: number };
type Report = { categories: { performance: { score: number } }; audits: Record<string, Audit | undefined> };

const TIMES = {
  "first-contentful-paint": "first paint, ms",
  "largest-contentful-paint": "largest, ms",
  "total-blocking-time": "blocked, ms",
  "speed-index": "speed index, ms",
} as const;

/** @param args `--in FOLDER` where Lighthouse is installed, else `.data/lighthouse`; `--json` for JSON at the end */
export async function main(args: readonly string[]): Promise<void> {
  const given = args[args.indexOf("--in") + 1];
  const inside = args.includes("--in") && given ? path.resolve(given) : folder;
  const program = path.join(inside, "node_modules/lighthouse/cli/index.js");
  if (!existsSync(program)) {
    console.log(
      `Lighthouse is not in ${inside}, so nothing is measured. Once is enough:\n  npm install --prefix ${inside} lighthouse@${VERSION}`,
    );
    return;
  }
  const { url, drop } = await createDatabase();
  const db = connect(url, { max: 4 });
  await loadDemo(db, new Date());
  await db.$client.end();
  const app = await startApp({ databaseUrl: url });
  try {
    const pages = Object.entries(PAGES).map(([name, at]) => ({
      name,
      ...middle(Array.from({ length: RUNS }, () => visit(program, inside, `${app.origin}${at}`))),
    }));
    printTable(`Lighthouse ${VERSION}, a phone, the middle of ${RUNS}`, [
      ["page", "performance", ...Object.values(TIMES), "shift"],
      ...pages.map(({ name, score, times, shift }) => [name, score, ...times, shift]),
    ]);
    if (args.includes("--json")) console.log(JSON.stringify({ bench: "lighthouse", pages }));
  } finally {
    await app.stop();
    await drop();
  }
}

type Measured = { score: number; times: number[]; shift: number };

function middle(runs: Measured[]): Measured {
  return runs.sort((a, b) => a.score - b.score)[Math.floor(runs.length / 2)]!;
}

/** One first visit, throttled as Lighthouse has it. @throws Error with what it said when it fails */
function visit(program: string, inside: string, address: string): Measured {
  const report = path.join(inside, "report.json");
  const flags = ["--headless=new", ...chromiumArguments].join(" ");
  const asked = [
    "--only-categories=performance",
    "--output=json",
    `--output-path=${report}`,
    "--quiet",
    "--no-enable-error-reporting",
  ];
  const { status, stderr } = spawnSync(
    process.execPath,
    [program, address, ...asked, `--chrome-flags=${flags}`],
    { env: { ...process.env, CHROME_PATH: findChromium() }, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`Lighthouse could not measure ${address}:\n${stderr}`);
  const { categories, audits } = JSON.parse(readFileSync(report, "utf8")) as Report;
  return {
    score: Math.round(categories.performance.score * 100),
    times: Object.keys(TIMES).map((name) => round(audits[name]?.numericValue ?? Number.NaN, 0)),
    shift: round(audits["cumulative-layout-shift"]?.numericValue ?? Number.NaN, 3),
  };
}
