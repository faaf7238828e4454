/** A camp called off, put off and on again by an organiser, as its page at the desk does it. */
import { asc, eq } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { type HaltWish, haltCamp } from "#db/halt.ts";
import { event } from "#db/schema/event.ts";
import { outbox } from "#db/schema/mail.ts";
import { NOON, type Organiser, type TestCamp } from "./camp.ts";

/** @param wish what is other than usual; `from` is where the camp stands unless told otherwise */
export async function halt(
  db: Database,
  { camp, by }: { camp: TestCamp; by: Organiser },
  wish: Pick<HaltWish, "act"> & Partial<HaltWish>,
  now = NOON,
) {
  const [row] = await db.select({ phase: event.phase }).from(event).where(eq(event.id, camp.id));
  const usual = { from: row!.phase, note: "", date: null, ask: false, address: camp.slug };
  return haltCamp(db, by, { ...usual, ...wish }, now);
}

/** What was mailed about a camp, as `recipient kind`, in the order of the addresses. */
export async function mailed(db: Database, camp: TestCamp, kinds?: readonly string[]): Promise<string[]> {
  const rows = await db
    .select({ to: outbox.recipient, kind: outbox.kind })
    .from(outbox)
    .where(eq(outbox.eventId, camp.id))
    .orderBy(asc(outbox.recipient), asc(outbox.id));
  return rows.filter(({ kind }) => kinds?.includes(kind) ?? true).map(({ to, kind }) => `${to} ${kind}`);
}
