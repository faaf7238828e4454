/** A real server for end-to-end tests and benches: the production build, on a port and a database of its own. */
import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { build, isFresh } from "../../bin/build.ts";
import { type Child, startChild, type Variables } from "../../bin/child.ts";

/** Its own folder, so that a server that runs from the same clone keeps its pages. */
export const dist = process.env.WALLCHART_DIST || ".next-test";

const patience = 60_000;

/** A running app, with its worker where one was asked for. */
export interface App {
  /** `http://127.0.0.1:{port}`, or under its name. */
  origin: string;
  port: number;
  /** The server's process, for whoever measures it, and the worker's; 0 where there is none. */
  pid: number;
  workerPid: number;
  /** As Ctrl-C does: streams first, nothing lost. */
  stop(): Promise<void>;
  /** As a power cut does. */
  kill(): Promise<void>;
}

/** Makes the build all of these apps share, when it is not there or is old; once for a run and all its processes. */
export async function ensureBuild(): Promise<void> {
  if (process.env.WALLCHART_BUILT) return;
  if (!isFresh(dist)) await build(dist, process.env, new AbortController().signal);
  process.env.WALLCHART_BUILT = dist;
}

/**
 * Starts an app and waits until it is ready.
 * @param databaseUrl a migrated database, as `createDatabase` makes one
 * @param port a free one is found where none is given
 * @param env more variables, such as `{ DEMO: "off" }`
 * @param host what the public types, where that is a name that ends with `.localhost`
 * @param worker whether the clock runs beside it
 */
export async function startApp(options: {
  databaseUrl: string;
  port?: number;
  host?: string;
  env?: Variables;
  worker?: boolean;
}): Promise<App> {
  await ensureBuild();
  const port = options.port ?? (await freePort());
  const here = `http://127.0.0.1:${port}`;
  const origin = options.host ? `http://${options.host}:${port}` : here;
  const app = {
    NODE_ENV: "production",
    WALLCHART_DIST: dist,
    HOST: "127.0.0.1",
    PORT: String(port),
    DEMO: "on",
    ...(options.host && { ORIGIN: origin }),
  };
  const variables = {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: "1",
    ...app,
    ...options.env,
    DATABASE_URL: options.databaseUrl,
  };
  const children = [startChild("server.ts", variables)];
  if (options.worker) children.push(startChild("jobs/worker.ts", variables));
  await ready(here, children);
  const each = async (act: (child: Child) => Promise<unknown>) => void (await Promise.all(children.map(act)));
  return {
    origin,
    port,
    pid: children[0]?.pid ?? 0,
    workerPid: children[1]?.pid ?? 0,
    stop: () => each((child) => child.stop()),
    kill: () => each((child) => child.kill()),
  };
}

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function ready(origin: string, children: Child[]): Promise<void> {
  let over = false;
  for (const child of children) void child.ended.then(() => (over = true));
  for (const deadline = Date.now() + patience; Date.now() < deadline && !over; await sleep(50)) {
    const answer = await fetch(`${origin}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
  }
  const ended = over;
  await Promise.all(children.map((child) => child.stop()));
  throw new Error(
    `The app at ${origin} ${ended ? "ended" : "was not ready in time"}: what it said is above.`,
  );
}
