/** A database of its own for a test file: real Postgres, migrated, empty, gone when the file is done. */
import { afterAll } from "vitest";
import { connect, type Database } from "#db/connection.ts";
import { createDatabase } from "./cluster.ts";

/**
 * Call it once, in `beforeAll` or at the top of a test file.
 * @returns the connected database and its connection string, for a second connection or a server
 */
export async function freshDatabase(): Promise<{ db: Database; url: string }> {
  const { url, drop } = await createDatabase();
  const db = connect(url, { max: 10 });
  afterAll(async () => {
    await db.$client.end({ timeout: 1 });
    await drop();
  });
  return { db, url };
}
