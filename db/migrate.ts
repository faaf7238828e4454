import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import { Trouble } from "#env.ts";
import { connect } from "./connection.ts";

const folder = fileURLToPath(new URL("./migrations", import.meta.url));

/** The advisory lock; every version must use the same number. */
const lock = 7_110_418;

interface Journal {
  entries: { when: number; tag: string }[];
}

/** A second starter waits. @throws Trouble when a newer version has migrated the database */
export async function migrate(url: string): Promise<void> {
  // One connection, because the lock belongs to a session.
  const db = connect(url, { max: 1 });
  try {
    // A migration may take longer than a page may wait.
    await db.execute(
      sql`select set_config('statement_timeout', '0', false), set_config('lock_timeout', '0', false)`,
    );
    await db.execute(sql`select pg_advisory_lock(${lock})`);
    await refuseNewer(db);
    await runMigrations(db, { migrationsFolder: folder });
  } finally {
    await db.$client.end();
  }
}

/** Names exactly these migrations, the same on every machine. */
export function migrationsHash(): string {
  const hash = createHash("sha256").update(readFileSync(path.join(folder, "meta/_journal.json")));
  for (const { tag } of journal().entries) hash.update(readFileSync(path.join(folder, `${tag}.sql`)));
  return hash.digest("hex").slice(0, 16);
}

async function refuseNewer(db: ReturnType<typeof connect>): Promise<void> {
  const [table] = await db.execute(sql`select to_regclass('drizzle.__drizzle_migrations') as name`);
  if (!table?.name) return;
  const [row] = await db.execute(
    sql`select max(created_at)::float8 as last from drizzle.__drizzle_migrations`,
  );
  const known = Math.max(0, ...journal().entries.map((entry) => entry.when));
  if (Number(row?.last ?? 0) > known) {
    throw new Trouble(
      "This database has been used by a newer version of Wallchart: start that version, or give this one a database of its own.",
    );
  }
}

function journal(): Journal {
  return JSON.parse(readFileSync(path.join(folder, "meta/_journal.json"), "utf8"));
}
