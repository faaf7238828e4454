/** The database of a program that is run beside the server, or without it. */
import { fileURLToPath } from "node:url";
import { connect, type Database } from "#db/connection.ts";
import { ensureDatabase, startCluster } from "#db/embedded.ts";
import { migrate } from "#db/migrate.ts";
import { reach } from "#db/reach.ts";
import { env } from "#env.ts";

/** The configured database, or the program's own, started for the moment when it is not running. */
export async function openDatabase(): Promise<{ db: Database; close(): Promise<void> }> {
  const given = env().DATABASE_URL;
  if (given) await reach(given);
  const cluster = given
    ? null
    : await startCluster(fileURLToPath(new URL("../.data/postgres", import.meta.url)));
  if (cluster) await ensureDatabase(cluster, "wallchart");
  const url = given ?? cluster!.url("wallchart");
  await migrate(url);
  const db = connect(url, { max: 2 });
  return {
    db,
    close: async () => {
      await db.$client.end({ timeout: 2 });
      if (cluster?.started) await cluster.stop();
    },
  };
}
