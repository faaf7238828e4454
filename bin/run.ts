/**
 * The supervisor behind `npm start`: a database, its tables, a demo for whoever has no camp yet, the pages, then the
 * app and the worker. It says what it does while it does it, and takes everything down in the opposite order.
 */
import { readFileSync } from "node:fs";
import http from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { connect } from "#db/connection.ts";
import { migrate } from "#db/migrate.ts";
import { reach } from "#db/reach.ts";
import { loopback } from "#domain/loopback.ts";
import { type Env, readEnv, Trouble } from "#env.ts";
import { openPort } from "#live/port.ts";
import { addresses } from "./addresses.ts";
import { build, isFresh } from "./build.ts";
import { runProgram, startChild, type Variables } from "./child.ts";
import { keepPostgres, place } from "./postgres.ts";
import { step } from "./steps.ts";
import { keepRunning } from "./supervise.ts";

/** How long the app may take from its start to its first answers. */
const patience = 120_000;

/** What runs, in the order in which it stops: open streams end with the app, and Postgres outlives all who use it. */
const parts: Record<"app" | "worker" | "postgres", { stop(): Promise<void> } | undefined> = {
  app: undefined,
  worker: undefined,
  postgres: undefined,
};

/** Ends a step that is under way when we are told to stop. */
const leaving = new AbortController();

/**
 * Starts everything and keeps it running until it is told to stop.
 * @param environment the variables it was started with
 * @param dev draw pages from the sources as they change, without a build
 */
export async function run({ environment, dev }: { environment: Variables; dev: boolean }): Promise<void> {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void close(0));
  if (environment.npm_lifecycle_event) watchStarter();
  try {
    await open(environment, dev);
  } catch (error) {
    await fail(error);
  }
}

async function open(environment: Variables, dev: boolean): Promise<void> {
  const settings = readEnv({ ...environment, NODE_ENV: dev ? "development" : "production" });
  const url = settings.DATABASE_URL ?? (await step(`Starting Postgres in ${place}`, startPostgres));
  await portIsFree(settings);
  await step("Bringing the database up to date", async () => {
    await reach(url);
    await migrate(url);
  });
  const variables = variablesFor(environment, settings, url);
  if (settings.DEMO) await step("Preparing the demo camps", () => prepareDemo(variables));
  const dist = settings.WALLCHART_DIST;
  if (!dev && !isFresh(dist)) await step("Building the pages", () => build(dist, variables, leaving.signal));
  await step("Starting the app and the worker", () => startPrograms(settings, variables));
  await tellAddresses(settings, url);
}

/** What the programs are started with: everything decided here, so that they cannot decide otherwise. */
function variablesFor(environment: Variables, settings: Env, url: string): Variables {
  const { NODE_ENV, DEMO } = settings;
  return {
    ...environment,
    NODE_ENV,
    DATABASE_URL: url,
    DEMO: DEMO ? "on" : "off",
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

/** @returns the connection string of our own database */
function startPostgres(): Promise<string> {
  const postgres = keepPostgres();
  parts.postgres = postgres;
  return postgres.url;
}

/** Asked before the slow steps, so that nobody waits for a build to hear it. */
async function portIsFree(settings: Env): Promise<void> {
  const probe = http.createServer();
  await openPort(probe, settings);
  await new Promise((resolve) => probe.close(resolve));
}

/** Every time: the camps of a demo that was loaded some days ago move to today. */
async function prepareDemo(variables: Variables): Promise<void> {
  const { code, said } = await runProgram(["--import", "tsx", "bin/demo.ts"], variables, leaving.signal);
  if (code !== 0) throw new Trouble(`The demo camps could not be loaded:\n${said}`);
}

async function startPrograms(settings: Env, variables: Variables): Promise<void> {
  const keep = (name: string, file: string) =>
    keepRunning(
      name,
      () => startChild(file, variables),
      () => void fail(new Trouble(`The ${name} cannot run as it is set up: what it said is above.`)),
    );
  parts.app = keep("app", "server.ts");
  parts.worker = keep("worker", "jobs/worker.ts");
  await readiness(settings);
}

/** Ports of other protocols are refused by browsers and by `fetch` alike (WHATWG Fetch, "bad port"). */
const isRefusedPort = (fault: unknown) =>
  fault instanceof Error && fault.cause instanceof Error && fault.cause.message === "bad port";

/** @throws Trouble when the app has no answers in time, or is at a port that nobody can open */
async function readiness(settings: Env): Promise<void> {
  for (const deadline = Date.now() + patience; Date.now() < deadline; await sleep(100)) {
    const answer = await fetch(`http://${loopback(settings)}/readyz`).catch((fault: unknown) => {
      if (isRefusedPort(fault))
        throw new Trouble(`No browser opens port ${settings.PORT}: take another one.`);
    });
    if (answer?.ok) return;
  }
  throw new Trouble(`The app was not ready within ${patience / 1000} seconds: what it said is above.`);
}

async function tellAddresses(settings: Env, url: string): Promise<void> {
  const db = connect(url, { max: 1 });
  const lines = await addresses(db, settings, new Date()).finally(() => db.$client.end());
  console.log(`\nWallchart is open:\n${lines.join("\n")}\n\nCtrl-C closes it.`);
}

/** npm runs us inside a shell that passes no signal on: when either is gone, nobody is left who could stop us. */
function watchStarter(): void {
  const starters = [process.ppid, parentOf(process.ppid)];
  const gone = () => process.ppid !== starters[0] || parentOf(process.ppid) !== starters[1];
  setInterval(() => gone() && void close(0), 500).unref();
}

/** Where the system can tell (Linux); elsewhere always the same nothing. */
function parentOf(pid: number): string | undefined {
  try {
    return /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  } catch {
    return undefined;
  }
}

function fail(error: unknown): Promise<void> {
  if (!leaving.signal.aborted) console.error(error instanceof Trouble ? error.message : error);
  return close(1);
}

async function close(code: number): Promise<void> {
  if (leaving.signal.aborted) return;
  leaving.abort();
  const running = Object.values(parts).some(Boolean);
  if (running) console.log("\nClosing …");
  for (const part of Object.values(parts)) await part?.stop().catch((error: unknown) => console.error(error));
  process.exit(code);
}
