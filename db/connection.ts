/**
 * The way to Postgres. `connect` opens a pool; `database` is this process's own, kept on globalThis
 * because one server module exists several times inside a Next build.
 */
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env, Trouble } from "#env.ts";
import { Disk, roomOf } from "./disk.ts";
import { openPool } from "./pool.ts";
import { Pulse } from "./pulse.ts";

/** A pool with drizzle on it; `$client` is the bare driver for the hot paths. */
export type Database = PostgresJsDatabase & { $client: postgres.Sql };

/** A database or a transaction in it: what reads and inner writes take. */
export type Store = Pick<
  PostgresJsDatabase,
  "select" | "insert" | "update" | "delete" | "execute" | "$count"
>;

/** Limits of every statement of a pool, in milliseconds: nobody waits longer for an answer, and nothing blocks others. */
export const LIMITS = { statement_timeout: 30_000, lock_timeout: 5_000 };

/** Seconds until an attempt to connect counts as failed. */
const CONNECT_SECONDS = 2;

type Opening = { max?: number; watch?: () => Pulse | null };

/**
 * Opens a pool.
 *
 * @param url `postgres://…`; `?host=/dir` names the directory of a unix socket, as libpq has it
 * @param max how many connections at most
 */
export function connect(url: string, { max = 10 }: { max?: number } = {}): Database {
  return open(url, { max }).db;
}

function open(url: string, { max = 10, watch = () => null }: Opening): { db: Database; drop: () => void } {
  const pool = openPool((onclose) => {
    // A connection is closed by nobody but its server, so that one that closes says something.
    const made = driver(url, {
      max,
      onclose,
      max_lifetime: null,
      connect_timeout: CONNECT_SECONDS,
      connection: LIMITS,
    });
    // Drizzle's own readers of dates belong to a driver, and each is given them.
    drizzle({ client: made });
    return made;
  }, watch);
  return { db: drizzle({ client: pool.sql, casing: "snake_case" }), drop: pool.drop };
}

/**
 * For one session that asks little. Without the driver's own first question about array types, which nobody waits for:
 * where the connection goes meanwhile, it would end the process, and what was asked after it would never be answered.
 */
export const ALONE = { max: 1, connect_timeout: 5, fetch_types: false } as const;

/** The bare driver, for what needs a session to itself: postgres.js reads a socket's directory from an option only. */
export function driver(url: string, options: postgres.Options<never>): postgres.Sql {
  const address = new URL(url);
  const host = address.searchParams.get("host");
  address.searchParams.delete("host");
  return postgres(address.href, { ...options, ...(host && { host }), onnotice: () => {} });
}

type Kept = { db: Database; pulse: Pulse; disk: Disk };

const kept = globalThis as typeof globalThis & { wallchartDatabase?: Kept };

/** @throws Trouble when no program above has said where the database is. */
function databaseUrl(): string {
  const url = env().DATABASE_URL;
  if (!url)
    throw new Trouble("DATABASE_URL is not set. Start with `npm start`, which brings a database along.");
  return url;
}

/** This process's pool, opened at first use. While the database is away it answers so at once. */
export function database(): Database {
  kept.wallchartDatabase ??= openKept(databaseUrl());
  return kept.wallchartDatabase.db;
}

function openKept(url: string): Kept {
  const watch = () => kept.wallchartDatabase?.pulse ?? null;
  const { db, drop } = open(url, { max: env().DATABASE_POOL, watch });
  const asking = { max: 1, max_lifetime: null, fetch_types: false };
  const pulse = new Pulse(() => driver(url, asking), drop);
  const folder = async () => String((await db.$client`show data_directory`)[0]?.data_directory);
  return { db, pulse, disk: new Disk(roomOf(url, folder)) };
}

/** Since when this process's database is away; null while it is there. */
export function databaseAway(): Date | null {
  return kept.wallchartDatabase?.pulse.away ?? null;
}

/** Whether its disk has no more room for what people write. */
export function databaseFull(): boolean {
  return kept.wallchartDatabase?.disk.full ?? false;
}

/** Whether it is away, or failed somebody who asked since then. @param then by `performance.now()` */
export function databaseFailedSince(then: number): boolean {
  const pulse = kept.wallchartDatabase?.pulse;
  return pulse !== undefined && (pulse.away !== null || pulse.failedAt >= then);
}

/** Closes this process's pool, waiting a moment for what is under way. */
export async function closeDatabase(): Promise<void> {
  const closing = kept.wallchartDatabase;
  delete kept.wallchartDatabase;
  closing?.pulse.end();
  closing?.disk.end();
  await closing?.db.$client.end({ timeout: 2 });
}
