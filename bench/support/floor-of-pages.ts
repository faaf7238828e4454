/** Starts the server that only answers with the same bytes, in a process of its own, as ours is. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { load, request } from "./load.ts";
import type { Page } from "./same-bytes.ts";

export type PageFloor = { port: number; stop(): void };

/** What a browser on https asks for. */
export const asked = (origin: string, path: string, headers: Record<string, string> = {}) =>
  request("GET", path, { host: new URL(origin).host, "accept-encoding": "gzip, deflate, br", ...headers });

/** @param paths asked of the app, whose answers it then gives */
export async function startPageFloor(
  app: { origin: string; port: number },
  paths: readonly string[],
): Promise<PageFloor> {
  const { answers } = await load(
    app.port,
    paths.map((path) => asked(app.origin, path)),
    1,
  );
  const pages: Record<string, Page> = {};
  for (const [index, { status, head, body }] of answers.entries()) {
    if (status !== 200) throw new Error(`${paths[index]} answered ${status}`);
    pages[paths[index]!] = { head: headersIn(head), body };
  }
  const program = fileURLToPath(new URL("./same-bytes.ts", import.meta.url));
  const child = fork(program, { execArgv: ["--import", "tsx"] });
  const [port] = await once(child, "message");
  child.send(pages);
  await once(child, "message");
  return { port: Number(port), stop: () => void child.kill() };
}

/** Those that Node does not write by itself. */
function headersIn(head: string): Record<string, string> {
  const lines = head.split("\r\n").slice(1);
  const pairs = lines.map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string]);
  return Object.fromEntries(pairs.filter(([name]) => !/^(date|connection|keep-alive)$/i.test(name)));
}
