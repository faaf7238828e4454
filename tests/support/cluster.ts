/**
 * Databases for anything that needs a real one: tests, end-to-end runs, benches.
 * One server for all of them, one migrated template per set of migrations, one cheap copy per asker.
 */
import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import type postgres from "postgres";
import { driver } from "#db/connection.ts";
import { startCluster } from "#db/embedded.ts";
import { migrate, migrationsHash } from "#db/migrate.ts";

const folder = fileURLToPath(new URL("../../.data/test-postgres", import.meta.url));

/** Any number: whoever holds it builds the template or sweeps. */
const lock = 7_110_419;

/** A server that may hold test databases. */
export interface Server {
  url(database: string): string;
  /** True where this call started it. */
  started: boolean;
  stop(): Promise<void>;
}

/** The server of DATABASE_URL where one is given, else an embedded one that is left running for the next run. */
export async function testServer(): Promise<Server> {
  const given = process.env.DATABASE_URL;
  if (given) {
    const url = (database: string) => Object.assign(new URL(given), { pathname: `/${database}` }).href;
    return { url, started: false, stop: async () => undefined };
  }
  // Nothing in here outlives a power cut, so nothing needs to wait for the disk.
  return startCluster(folder, { fsync: "off", synchronous_commit: "off", full_page_writes: "off" });
}

/** A fresh, migrated, empty database. Whoever asks drops it; what a killed run leaves is swept after an hour. */
export async function createDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const server = await testServer();
  const sql = admin(server);
  const name = `test_${trueSeconds()}_${randomBytes(5).toString("hex")}`;
  try {
    const template = await ensureTemplate(server, sql);
    await sql`create database ${sql(name)} template ${sql(template)}`;
  } finally {
    await sql.end();
  }
  return { url: server.url(name), drop: () => dropDatabase(server, name) };
}

/** Drops test databases older than an hour that nobody is connected to, and templates of older migrations. */
export async function sweep(): Promise<void> {
  const server = await testServer();
  const sql = admin(server);
  try {
    const template = await ensureTemplate(server, sql);
    const names = await sql<{ name: string }[]>`
      select datname as name from pg_database d
      where (datname ~ '^(test|draft)_[0-9]+_' and split_part(datname, '_', 2)::bigint < ${trueSeconds() - 3600}
             or datname ~ '^template_[0-9a-f]{16}$' and datname <> ${template})
        and not exists (select from pg_stat_activity a where a.datname = d.datname)`;
    for (const { name } of names) await sql`drop database if exists ${sql(name)}`;
  } finally {
    await sql.end();
  }
}

/** Makes the template under another name and renames it when it is whole, so that nobody copies half of one. */
async function ensureTemplate(server: Server, sql: postgres.Sql): Promise<string> {
  const template = `template_${migrationsHash()}`;
  if (await exists(sql, template)) return template;
  await sql`select pg_advisory_lock(${lock})`;
  if (!(await exists(sql, template))) {
    const draft = `draft_${trueSeconds()}_${process.pid}`;
    await sql`create database ${sql(draft)}`;
    await migrate(server.url(draft));
    await sql`alter database ${sql(draft)} rename to ${sql(template)}`;
  }
  await sql`select pg_advisory_unlock(${lock})`;
  return template;
}

async function exists(sql: postgres.Sql, name: string): Promise<boolean> {
  return (await sql`select from pg_database where datname = ${name}`).length > 0;
}

async function dropDatabase(server: Server, name: string): Promise<void> {
  const sql = admin(server);
  await sql`drop database if exists ${sql(name)} with (force)`.finally(() => sql.end());
}

/** Names of databases follow the machine's clock, also in a run that believes another time: all runs sweep each other's. */
const trueSeconds = () => Math.floor((performance.timeOrigin + performance.now()) / 1000);

function admin(server: Server): postgres.Sql {
  return driver(server.url("postgres"), { max: 1 });
}
