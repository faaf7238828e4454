/** The process's own database is kept on globalThis because a Next build contains this module several times. */
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env, Trouble } from "#env.ts";
import { openPool } from "./connection-pool.ts";
import { Disk, roomOf } from "./disk.ts";
import { Pulse } from "./pulse.ts";

/** `$client` is the bare driver, for the hot paths. */
export type Database = PostgresJsDatabase & { $client: postgres.Sql };

/** A database or a transaction. */
export type Store = Pick<
  PostgresJsDatabase,
  "select" | "selectDistinctOn" | "insert" | "update" | "delete" | "execute" | "$count"
>;

/** In milliseconds, for every statement of a pool. */
export const LIMITS = { statement_timeout: 30_000, lock_timeout: 5_000 };

const CONNECT_SECONDS = 2;

type Opening = { max?: number; watch?: () => Pulse | null };

/** @param url `postgres://…`; `?host=/dir` names the directory of a unix socket, as libpq has it */
export function connect(url: string, { max = 10 }: { max?: number } = {}): Database {
  return open(url, { max }).db;
}

function open(url: string, { max = 10, watch = () => null }: Opening): { db: Database; drop: () => void } {
  const pool = openPool((onclose) => {
    // Connections have no maximum age, so that one that closes was closed by its server.
    const made = driver(url, {
      max,
      onclose,
      max_lifetime: null,
      connect_timeout: CONNECT_SECONDS,
      connection: LIMITS,
    });
    // Drizzle sets its date parsers on one driver; the pool opens several, and each needs them.
    drizzle({ client: made });
    return made;
  }, watch);
  return { db: drizzle({ client: pool.sql, casing: "snake_case" }), drop: pool.drop };
}

/** For short sessions: without the driver's query about array types, in which a lost connection ends the process. */
export const ALONE = { max: 1, connect_timeout: 5, fetch_types: false } as const;

/** The bare driver. postgres.js takes a socket's directory only from an option, not from the address. */
export function driver(url: string, options: postgres.Options<never>): postgres.Sql {
  const address = new URL(url);
  const host = address.searchParams.get("host");
  address.searchParams.delete("host");
  return postgres(address.href, { ...options, ...(host && { host }), onnotice: () => {} });
}

type Kept = { db: Database; pulse: Pulse; disk: Disk };

const kept = globalThis as typeof globalThis & { wallchartDatabase?: Kept };

function databaseUrl(): string {
  const url = env().DATABASE_URL;
  if (!url)
    throw new Trouble("DATABASE_URL is not set. Start with `npm start`, which brings a database along.");
  return url;
}

/** Opened at first use. While the database is away, its queries fail at once. */
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

/** Null while the database is there. */
export function databaseAway(): Date | null {
  return kept.wallchartDatabase?.pulse.away ?? null;
}

/** Whether its disk has no more room for what people write. */
export function databaseFull(): boolean {
  return kept.wallchartDatabase?.disk.full ?? false;
}

/** Whether it is away, or failed anybody since. @param then by `performance.now()` */
export function databaseFailedSince(then: number): boolean {
  const pulse = kept.wallchartDatabase?.pulse;
  return pulse !== undefined && (pulse.away !== null || pulse.failedAt >= then);
}

/** Waits up to two seconds for what is under way. */
export async function closeDatabase(): Promise<void> {
  const closing = kept.wallchartDatabase;
  delete kept.wallchartDatabase;
  closing?.pulse.end();
  closing?.disk.end();
  await closing?.db.$client.end({ timeout: 2 });
}
