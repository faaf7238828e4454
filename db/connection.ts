/**
 * The way to Postgres. `connect` opens a pool; `database` is this process's own, kept on globalThis
 * because one server module exists several times inside a Next build.
 */
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env, Trouble } from "#env.ts";

/** A pool with drizzle on it; `$client` is the bare driver for the hot paths. */
export type Database = PostgresJsDatabase & { $client: postgres.Sql };

/** A database or a transaction in it: what reads and inner writes take. */
export type Store = Pick<
  PostgresJsDatabase,
  "select" | "insert" | "update" | "delete" | "execute" | "$count"
>;

/**
 * Opens a pool.
 *
 * @param url `postgres://…`; `?host=/dir` names the directory of a unix socket, as libpq has it
 * @param max how many connections at most
 */
export function connect(url: string, { max = 10 }: { max?: number } = {}): Database {
  return drizzle({ client: driver(url, { max }), casing: "snake_case" });
}

/** The bare driver, for what needs a session to itself: postgres.js reads a socket's directory from an option only. */
export function driver(url: string, options: postgres.Options<never>): postgres.Sql {
  const address = new URL(url);
  const host = address.searchParams.get("host");
  address.searchParams.delete("host");
  return postgres(address.href, { ...options, ...(host && { host }), onnotice: () => {} });
}

const kept = globalThis as typeof globalThis & { wallchartDatabase?: Database };

/** @throws Trouble when no program above has said where the database is. */
function databaseUrl(): string {
  const url = env().DATABASE_URL;
  if (!url)
    throw new Trouble("DATABASE_URL is not set. Start with `npm start`, which brings a database along.");
  return url;
}

/** This process's pool, opened at first use. */
export function database(): Database {
  kept.wallchartDatabase ??= connect(databaseUrl(), { max: env().DATABASE_POOL });
  return kept.wallchartDatabase;
}

/** Closes this process's pool, waiting for what is under way. */
export async function closeDatabase(): Promise<void> {
  await kept.wallchartDatabase?.$client.end({ timeout: 2 });
  delete kept.wallchartDatabase;
}
