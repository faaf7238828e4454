import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { event } from "#db/schema/event.ts";
import { campsOf } from "#live/camp.ts";
import { makeCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();
const phaseOf = async (camps: ReturnType<typeof campsOf>, slug: string) => (await camps(slug))?.phase ?? null;

it("knows at once that a draft has opened its tickets", async () => {
  const camp = await makeCamp(db, { phase: "draft" });
  const camps = campsOf(db);
  expect(await phaseOf(camps, camp.slug)).toBe("draft");
  await db.update(event).set({ phase: "tickets" }).where(eq(event.id, camp.id));
  expect(await phaseOf(camps, camp.slug)).toBe("tickets");
});

it("remembers a camp for a moment, and never that there is none", async () => {
  const camps = campsOf(db);
  expect(await phaseOf(camps, "nowhere")).toBe(null);
  const camp = await makeCamp(db, { phase: "tickets" });
  const first = camps(camp.slug);
  expect(camps(camp.slug)).toBe(first);
  const known = await first;
  expect(camps(camp.slug)).toBe(known);
  await db.update(event).set({ slug: "nowhere" }).where(eq(event.id, camp.id));
  expect(await phaseOf(camps, "nowhere")).toBe("tickets");
});
