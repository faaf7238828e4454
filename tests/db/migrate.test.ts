/** Bringing a database up to date, once, forwards. */
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { migrate } from "#db/migrate.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db, url } = await freshDatabase();

const applied = async () =>
  (await db.execute(sql`select count(*)::int as n from drizzle.__drizzle_migrations`))[0]?.n;

test("doing it again changes nothing", async () => {
  const before = await applied();
  await migrate(url);
  expect(await applied()).toBe(before);
});

test("several starters at once do it once", async () => {
  await db.execute(sql`drop schema public cascade`);
  await db.execute(sql`drop schema drizzle cascade`);
  await db.execute(sql`create schema public`);
  await Promise.all([migrate(url), migrate(url), migrate(url)]);
  expect(await applied()).toBeGreaterThan(0);
});

test("a database of a newer version is left alone, with a sentence", async () => {
  await db.execute(
    sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 99999999999999)`,
  );
  await expect(migrate(url)).rejects.toThrow(/newer version of Wallchart/);
});
