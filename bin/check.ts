/**
 * The checks behind `npm test`, quick ones first: types, lint, everything vitest runs, everything a browser runs.
 * Each prints its own findings; at the end what failed is named once more, and the last line is the sum.
 */
import { spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Trouble } from "#env.ts";
import { findChromium } from "#tests/support/chromium.ts";
import { testServer } from "#tests/support/cluster.ts";
import type { Variables } from "./child.ts";
import { drawInstant, readInstant, startedAt } from "./instant.ts";
import { add, type Count, fromPlaywright, fromVitest, one } from "./report.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const results = path.join(root, "test-results");

/** @param at the instant at which everything is to believe it was started; the true time where none is asked for */
type Check = (variables: Variables, at: number | null) => Promise<Count>;

/** Sequences of acts, of which `npm run test:long` tries many more. */
const PROPERTIES = [
  "tests/db/registration/model.test.ts",
  "tests/db/registration.property.test.ts",
  "tests/db/release.property.test.ts",
  "tests/db/pitch/merging.property.test.ts",
  "tests/db/pitch/line.property.test.ts",
];

/** The parts that have a name of their own, for whoever does not want to wait for all. */
const parts: Record<string, Check[]> = {
  check: [types, lint, (variables) => vitest(variables, ["tests/architecture.test.ts"])],
  unit: [quick],
  e2e: [browser],
  long: [long],
  all: [types, lint, quick, browser],
};

/**
 * Runs the checks and prints `N passed, N failed` as the last line.
 * @param only the name of a part
 * @param at the instant at which the tests believe to be started; the true time, and a second run of the
 *   quick ones at an instant that is drawn, where none is given
 * @param sequences of acts that a property of the line is tried with; for the part `long` 10,000 where none is given
 * @returns the exit code: 0 when nothing failed
 */
export async function check({
  environment,
  only = "all",
  at,
  sequences,
}: {
  environment: Variables;
  only?: string | undefined;
  at?: string | undefined;
  sequences?: string | undefined;
}) {
  const checks = parts[only];
  if (!checks) {
    console.error(`There is no part "${only}". The parts are ${Object.keys(parts).join(", ")}.`);
    return 1;
  }
  const asked = sequences === undefined ? {} : { WALLCHART_SEQUENCES: sequences };
  const variables = { ...environment, ...asked, NEXT_TELEMETRY_DISABLED: "1" };
  let sum: Count = { passed: 0, failed: 0, names: [] };
  let instant: number | null = null;
  try {
    instant = at === undefined ? null : readInstant(at);
  } catch (trouble) {
    sayTrouble(trouble);
    return 1;
  }
  const stop = await startServer(checks);
  try {
    for (const check of checks) {
      sum = add(sum, await check(variables, instant).catch(sayTrouble));
    }
  } finally {
    await stop();
  }
  for (const name of sum.names) console.log(`Failed: ${name}`);
  console.log(`${sum.passed} passed, ${sum.failed} failed`);
  return sum.failed === 0 && sum.passed > 0 ? 0 : 1;
}

/** One server for all parts; whoever started it stops it, so that runs at the same time do not pull it away. */
async function startServer(checks: Check[]): Promise<() => Promise<void>> {
  if (checks === parts.check) return async () => undefined;
  const server = await testServer();
  return server.started ? server.stop : async () => undefined;
}

async function types(variables: Variables): Promise<Count> {
  console.log("\nTypes");
  // The types of pages and of styles are written by Next, and a fresh clone has none yet.
  const own = { ...variables, WALLCHART_DIST: ".next" };
  const written = await run(["node_modules/next/dist/bin/next", "typegen"], own);
  const code = written === 0 ? await run(["node_modules/typescript/bin/tsc", "--noEmit"], own) : written;
  return one(code, "types");
}

async function lint(variables: Variables): Promise<Count> {
  console.log("\nLint");
  return one(await run(["node_modules/@biomejs/biome/bin/biome", "check", "."], variables), "lint");
}

/**
 * All that needs no browser. Unless an instant was asked for, once at the true time, and once more, with fewer sequences
 * and without what goes by no clock (vitest.config.ts), a twelfth of the rest, drawn too, at one that is drawn: what an hour
 * breaks is found within a few runs, and a run stays short enough to be made. For CI nothing is drawn.
 */
async function quick(variables: Variables, at: number | null): Promise<Count> {
  const now = Date.now();
  if (at !== null) return quickAt(startedAt(at, now, variables), at);
  const drawn = drawInstant(Math.random(), Boolean(variables.CI));
  const again = { ...startedAt(drawn, Date.now(), variables), WALLCHART_AGAIN: "1" };
  const share = `--shard=${variables.CI ? 1 : 1 + Math.floor(SHARES * Math.random())}/${SHARES}`;
  return add(await quickAt(variables, now), await quickAt(again, drawn, [share]));
}

/** Of the files that are run at another instant, as many parts. */
const SHARES = 12;

async function quickAt(variables: Variables, instant: number, files: string[] = []): Promise<Count> {
  const at = new Date(instant).toISOString();
  console.log(`\nUnit, database, handler and architecture tests at ${at}`);
  const { names, ...count } = await vitest(variables, files);
  return { ...count, names: names.map((name) => `${name}, at ${at}`) };
}

/** What a browser does for minutes, then many sequences. @param variables how many, in WALLCHART_SEQUENCES */
async function long(variables: Variables): Promise<Count> {
  const journeys = await browser({ ...variables, WALLCHART_LONG: "1" }, null);
  return add(journeys, await vitest({ WALLCHART_SEQUENCES: "10000", ...variables }, PROPERTIES));
}

async function vitest(variables: Variables, files: string[] = []): Promise<Count> {
  const report = path.join(results, "vitest.json");
  rmSync(report, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const own = { ...variables, NODE_ENV: "test" };
  const code = await run(["node_modules/vitest/vitest.mjs", "run", ...reporters, ...files], own);
  return counted(report, code, fromVitest);
}

async function browser(variables: Variables, at: number | null): Promise<Count> {
  console.log(`\nEnd-to-end tests in Chromium${at === null ? "" : ` at ${new Date(at).toISOString()}`}`);
  const chromium = findChromium();
  const report = path.join(results, "playwright.json");
  rmSync(report, { force: true });
  const own = { ...(at === null ? variables : startedAt(at, Date.now(), variables)), CHROMIUM: chromium };
  const code = await run(["node_modules/@playwright/test/cli.js", "test"], own);
  return counted(report, code, fromPlaywright);
}

/** What a report says; a run that went wrong without a failed test still failed. */
function counted(file: string, code: number, count: (report: never) => Count): Count {
  try {
    const of = count(JSON.parse(readFileSync(file, "utf8")) as never);
    return code === 0 || of.failed > 0 ? of : add(of, one(code, `${path.basename(file)}: the run itself`));
  } catch {
    return one(1, `${path.basename(file)} could not be read`);
  }
}

function run(args: string[], variables: Variables): Promise<number> {
  const env = variables as NodeJS.ProcessEnv;
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ["ignore", "inherit", "inherit"] });
  return new Promise((resolve) => {
    child.once("exit", (code) => resolve(code ?? 1)).once("error", () => resolve(1));
  });
}

function sayTrouble(error: unknown): Count {
  console.error(error instanceof Trouble ? error.message : error);
  return one(1, "what it needs");
}
