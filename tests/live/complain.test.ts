import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { withoutNames } from "#live/complain.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();

it("says where a query failed and never what it was asked with", async () => {
  const fault = await db.execute(sql`select ${"ama@example.org"}::integer`).catch((error: unknown) => error);
  expect(String((fault as Error).message)).toContain("ama@example.org");
  const told = String(withoutNames(fault));
  expect(told).toMatch(/^PostgresError 22P02\n\s+at /);
  expect(told).not.toContain("ama@example.org");
});

it("leaves every other fault as it is", () => {
  const fault = new Error("The power went");
  expect([withoutNames(fault), withoutNames("words")]).toEqual([fault, "words"]);
});
