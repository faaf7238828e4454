/** `npm start` from its first line to its last process, in a copy of the server with a database of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { driver } from "#db/connection.ts";
import { dist, freePort } from "#tests/support/app.ts";
import { expect, test } from "./fixtures.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const parts = ["app", "bin", "components", "db", "domain", "jobs", "live", "messages", "public", dist];
const files = ["env.ts", "next.config.js", "package-lock.json", "package.json", "server.ts", "tsconfig.json"];

let home: string;
let port: number;

test.beforeAll(async () => {
  home = mkdtempSync(path.join(os.tmpdir(), "wallchart-start-"));
  for (const part of [...parts, ...files]) {
    cpSync(path.join(root, part), path.join(home, part), { recursive: true, verbatimSymlinks: true });
  }
  symlinkSync(path.join(root, "node_modules"), path.join(home, "node_modules"));
  port = await freePort();
});

test.afterAll(() => rmSync(home, { recursive: true, force: true }));

interface Run {
  child: ChildProcess;
  said(): string;
  /** The exit code, once it has ended. */
  ended: Promise<number | null>;
}

function start(): Run {
  const { DATABASE_URL: _, ...rest } = process.env;
  const env = { ...rest, PORT: String(port), WALLCHART_DIST: dist };
  const child = spawn(process.execPath, ["bin/start.mjs"], {
    cwd: home,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return { child, said: () => said, ended };
}

async function open(): Promise<Run> {
  const run = start();
  await Promise.race([expect.poll(run.said, { timeout: 120_000 }).toContain("Ctrl-C closes it"), run.ended]);
  expect(run.said()).toContain("Wallchart is open");
  // Whoever starts it for the first time takes every warning to be about what they did.
  expect(run.said()).not.toContain("Warning");
  return run;
}

async function ask(query: string): Promise<unknown> {
  const socket = path.join(home, ".data/postgres/socket");
  const sql = driver(`postgres://wallchart@localhost/wallchart?host=${encodeURIComponent(socket)}`, {
    max: 1,
  });
  const [row] = await sql.unsafe(query);
  await sql.end();
  return row && Object.values(row)[0];
}

test("it opens, is killed, loses nothing, and closes without a trace", async ({ page }) => {
  test.setTimeout(300_000);
  const first = await open();
  const said = first.said();
  for (const what of ["Canalcamp", "the organiser's desk", "the wall", "the mailbox", "/setup/"])
    expect(said).toContain(what);
  await page.goto(`http://127.0.0.1:${port}/e/canalcamp`);
  await expect(page.locator("h1")).toContainText("Canalcamp");

  const second = start();
  expect(await second.ended).toBe(1);
  expect(second.said()).toContain("already running from this folder");

  await ask("create table kept as select 'this' as what");
  first.child.kill("SIGKILL");
  const again = await open();
  expect(await ask("select what from kept")).toBe("this");

  const stream = await fetch(`http://127.0.0.1:${port}/live/canalcamp/stream`, {
    headers: { accept: "text/event-stream" },
  });
  expect(stream.status).toBe(200);
  const streamOver = stream.text();
  again.child.kill("SIGINT");
  expect(await again.ended).toBe(0);
  await streamOver;
  expect(existsSync(path.join(home, ".data/postgres/data/postmaster.pid"))).toBe(false);
  await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
});

test("what is in the way is told in a sentence", async () => {
  const squatter = net.createServer().listen(port, "127.0.0.1");
  const run = start();
  expect(await run.ended).toBe(1);
  expect(run.said()).toContain(`Port ${port} is in use by another program`);
  expect(run.said()).not.toMatch(/\n\s+at /);
  squatter.close();
});
