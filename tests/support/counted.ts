/** Counts what is said to a database. */
import type { Logger } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import type { Database } from "#db/connection.ts";

/** The same database, and every statement that was said to it since `said` was last emptied. */
export function counted({ $client }: Database): { db: Database; said: string[] } {
  const said: string[] = [];
  const logger: Logger = { logQuery: (statement) => void said.push(statement) };
  return { db: drizzle({ client: $client, casing: "snake_case", logger }) as Database, said };
}
