/** A database of its own for a test file: real Postgres, migrated, empty, gone when the file is done. */
import { connect, type Database } from "#db/connection.ts";
import { createDatabase } from "./cluster.ts";
import { atTheEnd } from "./ending.ts";

/**
 * Call it at the top of a test file or in a hook.
 * @returns the connected database and its connection string, for a second connection or a server
 */
export async function freshDatabase(): Promise<{ db: Database; url: string }> {
  const { url, drop } = await createDatabase();
  const db = connect(url, { max: 10 });
  atTheEnd(async () => {
    await db.$client.end({ timeout: 1 });
    await drop();
  });
  return { db, url };
}
