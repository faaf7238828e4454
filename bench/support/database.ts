/** A database for one bench: a real Postgres that waits for the disk at every commit, as our own does. */
import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { connect, type Database, driver } from "#db/connection.ts";
import { ensureDatabase, startCluster } from "#db/embedded.ts";
import { migrate } from "#db/migrate.ts";

const folder = fileURLToPath(new URL("../../.data/bench-postgres", import.meta.url));

export type BenchDatabase = { url: string; db: Database; drop(): Promise<void> };

/** A fresh and migrated one. Dropping it stops the Postgres that was started for it. */
export async function benchDatabase(): Promise<BenchDatabase> {
  const cluster = await startCluster(folder);
  const name = `bench_${randomBytes(5).toString("hex")}`;
  await ensureDatabase(cluster, name);
  const url = cluster.url(name);
  await migrate(url);
  const db = connect(url, { max: 4 });
  return {
    url,
    db,
    drop: async () => {
      await db.$client.end({ timeout: 1 });
      const admin = driver(cluster.url("postgres"), { max: 1 });
      await admin`drop database ${admin(name)} with (force)`.finally(() => admin.end());
      if (cluster.started) await cluster.stop();
    },
  };
}
