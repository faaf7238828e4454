import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Trouble } from "#env.ts";
import type { Program } from "./owner.ts";

const patience = 60_000;
const mostTries = 3;

/**
 * Starts Postgres and waits until it answers. Another start may win the race for the files, and a killed Postgres may
 * still hold its memory: both are waited for.
 * @throws Trouble with the last line of its log when it does not run, or is not ready within a minute
 */
export async function launch(
  data: string,
  log: string,
  program: Program,
  ready: () => Promise<boolean>,
): Promise<void> {
  let ended = true;
  let tries = 0;
  for (const deadline = Date.now() + patience; Date.now() < deadline; await sleep(20)) {
    if (await ready()) return;
    if (!ended || isRunning(data)) continue;
    const last = lastWords(log);
    if (tries >= mostTries && !last.includes("still in use"))
      throw new Trouble(`Postgres did not start: ${last}`);
    forgetStranger(data);
    tries += 1;
    ended = false;
    void spawnDetached(program, log).then(() => {
      ended = true;
    });
  }
  throw new Trouble(`Postgres was not ready within ${patience / 1000} seconds; what it said is in ${log}.`);
}

/** SIGINT is Postgres's "fast" shutdown, with everything written; SIGQUIT leaves the rest to recovery. */
export async function stopServer(data: string): Promise<void> {
  const pid = postmaster(data);
  if (!pid || isStranger(pid)) return;
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

/** In a process group of its own, so that a Ctrl-C does not reach it. @returns resolves when it has ended */
function spawnDetached({ command, args, options }: Program, log: string): Promise<void> {
  const out = openSync(log, "w", 0o600);
  const child = spawn(command, args, { ...options, cwd: "/", detached: true, stdio: ["ignore", out, out] });
  closeSync(out);
  child.unref();
  return new Promise((resolve) => {
    child.once("exit", () => resolve()).once("error", () => resolve());
  });
}

/** Whether a Postgres has the files: ours, or one that another start made at the same moment. */
function isRunning(data: string): boolean {
  const pid = postmaster(data);
  try {
    return pid !== undefined && !isStranger(pid) && process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** After a reboot the number in postmaster.pid may be another process, and Postgres would wait for it. */
function forgetStranger(data: string): void {
  const pid = postmaster(data);
  if (pid && isStranger(pid)) rmSync(path.join(data, "postmaster.pid"));
}

/** Only where the system can tell (Linux). */
function isStranger(pid: number): boolean {
  const name = `/proc/${pid}/comm`;
  return existsSync(name) && readFileSync(name, "utf8").trim() !== "postgres";
}

function postmaster(data: string): number | undefined {
  try {
    return Number(readFileSync(path.join(data, "postmaster.pid"), "utf8").split("\n")[0]) || undefined;
  } catch {
    return undefined;
  }
}

function lastWords(log: string): string {
  if (!existsSync(log)) return "";
  const lines = readFileSync(log, "utf8").trim().split("\n");
  return lines.filter((line) => /FATAL|PANIC/.test(line)).at(-1) ?? lines.at(-1) ?? "";
}
