/**
 * The Postgres of a machine that has none: real binaries from an npm package, data in a folder of the project.
 * It starts, adopts and stops a cluster; what is in the databases is left to migrate.ts.
 */
import { type SpawnOptions, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Trouble } from "#env.ts";
import { driver } from "./connection.ts";
import { findBinaries } from "./embedded/binaries.ts";
import { type Owner, ownerOf, type Program } from "./embedded/owner.ts";
import { socketFolder } from "./embedded/socket.ts";

const user = "wallchart";
const patience = 60_000;

/** A running cluster. */
export interface Cluster {
  /** True where this call started it, false where it was found running. */
  started: boolean;
  /** The connection string of one of its databases, which need not exist yet. */
  url(database: string): string;
  /** Ends every session and stops it, with nothing lost. */
  stop(): Promise<void>;
}

/**
 * Starts the cluster in a folder, making it on the first day and adopting it where a killed start left it running.
 * It lives in a process group of its own, so that a Ctrl-C reaches only us and we decide when it stops.
 * @param folder absolute; holds data, socket and log
 * @param settings Postgres settings on top of ours, such as `{ fsync: "off" }`
 * @throws Trouble when it cannot run here, was made by another Postgres, or is not ready within a minute
 */
export async function startCluster(folder: string, settings: Record<string, string> = {}): Promise<Cluster> {
  makeFolder(folder);
  const binaries = findBinaries();
  const owner = ownerOf(folder, binaries.postgres);
  owner.give(folder);
  chmodSync(folder, 0o700);
  const data = path.join(folder, "data");
  if (!existsSync(data)) createData(folder, data, binaries.initdb, owner);
  checkVersion(data, binaries.postgres);
  const socket = socketFolder(folder, owner);
  const url = (database: string) =>
    `postgres://${user}@localhost/${database}?host=${encodeURIComponent(socket)}`;
  const ready = () => answers(url("postgres"));
  const started = !(await ready());
  if (started) {
    const all = { ...defaults, unix_socket_directories: socket, ...settings };
    const args = ["-D", data, ...Object.entries(all).flatMap(([key, value]) => ["-c", `${key}=${value}`])];
    await launch(folder, data, owner.wrap(binaries.postgres, args), ready);
  }
  return { started, url, stop: () => stopCluster(data) };
}

/** Makes a database of the cluster if it is missing. */
export async function ensureDatabase(cluster: Cluster, name: string): Promise<void> {
  const sql = driver(cluster.url("postgres"), { max: 1 });
  try {
    await sql`create database ${sql(name)}`;
  } catch (error) {
    if ((error as { code?: string }).code !== "42P04") throw error;
  } finally {
    await sql.end();
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new Trouble(
      `The database needs the folder ${folder}, which cannot be made: ${(error as Error).message}`,
    );
  }
}

/** Makes the files beside their place and moves them there whole, so that a killed or doubled first start harms nothing. */
function createData(folder: string, data: string, initdb: string, owner: Owner): void {
  const draft = path.join(folder, `draft-${process.pid}`);
  const args = [
    "-D",
    draft,
    "-U",
    user,
    "--auth=trust",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--locale=C.UTF-8",
  ];
  const program = owner.wrap(initdb, args);
  const made = spawnSync(program.command, program.args, {
    ...program.options,
    cwd: "/",
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (made.status !== 0) {
    rmSync(draft, { recursive: true, force: true });
    throw new Trouble(
      `The database could not be made in ${folder}: ${lastLine(String(made.stderr)) || made.error?.message}`,
    );
  }
  try {
    renameSync(draft, data);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(data)) throw error;
  }
}

function checkVersion(data: string, binary: string): void {
  const made = readFileSync(path.join(data, "PG_VERSION"), "utf8").trim();
  const answer = spawnSync(binary, ["--version"], { encoding: "utf8" });
  const here = /(\d+)\.\d+/.exec(answer.stdout ?? "")?.[1];
  if (!here)
    throw new Trouble(
      `Postgres does not run on this machine: ${lastLine(answer.stderr ?? "") || answer.error?.message}`,
    );
  if (made !== here) {
    throw new Trouble(
      `The database in ${data} was made by Postgres ${made}, and this Wallchart comes with Postgres ${here}: start it with the Wallchart that made it, or set DATABASE_URL.`,
    );
  }
}

/** Spawns Postgres until it answers: the last one may still be letting go of its memory, or another start may win. */
async function launch(
  folder: string,
  data: string,
  program: Program,
  ready: () => Promise<boolean>,
): Promise<void> {
  const log = path.join(folder, "log");
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    forgetStranger(data);
    const out = openSync(log, "w", 0o600);
    const spawned = {
      ...program.options,
      cwd: "/",
      detached: true,
      stdio: ["ignore", out, out],
    } satisfies SpawnOptions;
    const child = spawn(program.command, program.args, spawned);
    closeSync(out);
    let over = false;
    child.once("exit", () => (over = true)).once("error", () => (over = true));
    child.unref();
    while (!over && Date.now() < deadline) {
      if (await ready()) return;
      await sleep(20);
    }
    const last = lastLine(readFileSync(log, "utf8"), /FATAL|PANIC|ERROR/);
    if (over && !/lock file|still in use/.test(last)) throw new Trouble(`Postgres did not start: ${last}`);
    await sleep(200);
    if (await ready()) return;
  }
  throw new Trouble(`Postgres was not ready within ${patience / 1000} seconds; what it said is in ${log}.`);
}

/** What we set: no network, room for two instances and their tests, and no personal data in the log. */
const defaults: Record<string, string> = {
  listen_addresses: "",
  unix_socket_permissions: "0700",
  max_connections: "200",
  timezone: "UTC",
  log_timezone: "UTC",
  jit: "off",
  // The detail of an error quotes the row, and a statement may quote an address.
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
};

/** After a restart of the machine the number in postmaster.pid may be any process of ours: Postgres would wait for it. */
function forgetStranger(data: string): void {
  const pid = postmaster(data);
  const name = `/proc/${pid}/comm`;
  if (pid && existsSync(name) && readFileSync(name, "utf8").trim() !== "postgres") {
    rmSync(path.join(data, "postmaster.pid"));
  }
}

async function stopCluster(data: string): Promise<void> {
  const pid = postmaster(data);
  if (!pid) return;
  // SIGINT is Postgres's "fast": sessions end, everything is written. SIGQUIT leaves the rest to recovery.
  for (const signal of ["SIGINT", "SIGQUIT"] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    for (let waited = 0; waited < 10_000; waited += 20) {
      if (postmaster(data) !== pid) return;
      await sleep(20);
    }
  }
}

function postmaster(data: string): number | undefined {
  try {
    return Number(readFileSync(path.join(data, "postmaster.pid"), "utf8").split("\n")[0]) || undefined;
  } catch {
    return undefined;
  }
}

async function answers(url: string): Promise<boolean> {
  const sql = driver(url, { max: 1, connect_timeout: 5 });
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end();
  }
}

function lastLine(text: string, matching = /\S/): string {
  const lines = text.trim().split("\n");
  return lines.filter((line) => matching.test(line)).at(-1) ?? lines.at(-1) ?? "";
}
