import { afterAll, expect, test } from "vitest";
import { inSession } from "#db/session.ts";
import { createDatabase } from "#tests/support/cluster.ts";

const { url, drop } = await createDatabase();
afterAll(drop);

test("an answer comes back, and a fault of the question is thrown", async () => {
  expect(await inSession(url, async (sql) => (await sql`select 7 as n`)[0]!.n)).toBe(7);
  await expect(inSession(url, async (sql) => sql`select 1 / 0`)).rejects.toMatchObject({ code: "22012" });
});

test("a question that is never answered ends with its connection", async () => {
  const never = inSession(url, async (sql) => {
    await sql`select pg_terminate_backend(pg_backend_pid())`.catch(() => undefined);
    return new Promise<never>(() => {});
  });
  await expect(never).rejects.toMatchObject({ code: "CONNECTION_CLOSED" });
});

test("where nothing answers it says so", async () => {
  const nowhere = "postgres://wallchart@localhost/wallchart?host=/nowhere";
  await expect(inSession(nowhere, async (sql) => sql`select 1`)).rejects.toMatchObject({ code: "ENOENT" });
});
