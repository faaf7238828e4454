/** An empty page of the same framework, built and served beside ours: what no page of it can be smaller than. */
import { spawn, spawnSync } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { freePort } from "#tests/support/app.ts";

const folder = fileURLToPath(new URL("../floor", import.meta.url));
const next = fileURLToPath(new URL("../../node_modules/next/dist/bin/next", import.meta.url));

const patience = 30_000;

export type EmptyPage = { origin: string; stop(): void };

/** Builds it, which takes some seconds, and serves it. @throws when it does not build or does not answer */
export async function startEmptyPage(): Promise<EmptyPage> {
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  const built = spawnSync(process.execPath, [next, "build"], { cwd: folder, env, encoding: "utf8" });
  if (built.status !== 0) throw new Error(`The empty page did not build: ${built.stderr}`);
  const port = await freePort();
  const args = [next, "start", "-p", String(port), "-H", "127.0.0.1"];
  const child = spawn(process.execPath, args, { cwd: folder, env, stdio: "ignore" });
  const origin = `http://127.0.0.1:${port}`;
  for (const deadline = Date.now() + patience; Date.now() < deadline; await sleep(100)) {
    if ((await fetch(origin).catch(() => null))?.ok) return { origin, stop: () => void child.kill() };
  }
  child.kill();
  throw new Error("The empty page does not answer.");
}
