/** The house's own Postgres: one supervisor at a time, started again when it goes away, stopped last. */
import path from "node:path";
import { fileURLToPath } from "node:url";
import { hold } from "#db/embedded/hold.ts";
import { ensureDatabase, startCluster } from "#db/embedded.ts";

const folder = fileURLToPath(new URL("../.data/postgres", import.meta.url));

/** What is shown of it. */
export const place = path.relative(process.cwd(), folder);

/** A Postgres that is kept running. */
export interface Postgres {
  url: string;
  stop(): Promise<void>;
}

/**
 * @param giveUp called when Postgres went away and could not be started again
 * @throws Trouble as startCluster and hold do
 */
export async function openPostgres(giveUp: (error: unknown) => void): Promise<Postgres> {
  let stopping = false;
  const open = async () => {
    const cluster = await startCluster(folder);
    const letGo = await hold(cluster, reopen);
    await ensureDatabase(cluster, "wallchart");
    return { cluster, letGo };
  };
  const reopen = () => {
    if (stopping) return;
    console.error("Postgres went away: starting it again.");
    running = open();
    running.catch(giveUp);
  };
  let running = open();
  const { cluster } = await running;
  return {
    url: cluster.url("wallchart"),
    stop: async () => {
      stopping = true;
      const { letGo } = await running;
      await letGo();
      await cluster.stop();
    },
  };
}
