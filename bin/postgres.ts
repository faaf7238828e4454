import { existsSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { hold } from "#db/embedded/hold.ts";
import { type Cluster, ensureDatabase, startCluster } from "#db/embedded.ts";
import { pauseAfter } from "#domain/backoff.ts";
import { Trouble } from "#env.ts";

const data = fileURLToPath(new URL("../.data/postgres", import.meta.url));

export const place = path.relative(process.cwd(), data);

const PAUSES = { first: 500, most: 15_000 };

export interface Postgres {
  /** Its connection string, once it answers. Rejects with Trouble as startCluster and hold do. */
  url: Promise<string>;
  /** Also while it is still starting. */
  stop(): Promise<void>;
}

type Opened = { cluster: Cluster; letGo: () => Promise<void>; lost: Promise<void> };

/** Our own Postgres, held by one supervisor at a time and started again whenever it goes away. */
export function keepPostgres(folder = data, pauses = PAUSES): Postgres {
  const leaving = new AbortController();
  const first = open(folder);
  let running: Promise<Opened | null> = first;

  const again = async (): Promise<Opened | null> => {
    for (let failures = 0, told = ""; !leaving.signal.aborted; failures += 1) {
      try {
        // Missing files are made at the first start, and never under a camp that runs.
        if (!existsSync(path.join(folder, "data")))
          throw new Trouble(`The files of the database in ${folder} are gone: bring them back.`);
        return await open(folder);
      } catch (error) {
        const why = error instanceof Trouble ? error.message : String(error);
        if (why !== told) console.error(`${why} Trying again until it works.`);
        told = why;
        const pause = pauseAfter(failures, Math.random(), pauses);
        await sleep(pause, undefined, { signal: leaving.signal }).catch(() => undefined);
      }
    }
    return null;
  };
  const watch = async (): Promise<void> => {
    for (let opened = await running; opened; opened = await running) {
      await opened.lost;
      if (leaving.signal.aborted) return;
      console.error("Postgres went away: starting it again.");
      running = again();
    }
  };
  watch().catch(() => undefined);

  return {
    url: first.then(({ cluster }) => cluster.url("wallchart")),
    stop: async () => {
      leaving.abort();
      const opened = await running.catch(() => null);
      await opened?.letGo();
      await opened?.cluster.stop();
    },
  };
}

async function open(folder: string): Promise<Opened> {
  const cluster = await startCluster(folder);
  let tell = () => {};
  const lost = new Promise<void>((resolve) => {
    tell = resolve;
  });
  let letGo = async () => {};
  try {
    letGo = await hold(cluster, tell);
    await ensureDatabase(cluster, "wallchart");
    return { cluster, letGo, lost };
  } catch (error) {
    await letGo();
    // What was started here and cannot be used is not left running.
    if (cluster.started) await cluster.stop();
    throw error;
  }
}
