/** Camps: found by their address, locked when places are counted. */
import { and, eq, max, sql } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { event } from "#db/schema/event.ts";
import { slot } from "#db/schema/slot.ts";
import type { Transaction } from "#db/transaction.ts";
import { type Act, type EventView, permits } from "#domain/event.ts";
import type { CampTimes } from "#domain/offer.ts";
import { isSlug } from "#domain/slug.ts";
import { endOfCamp } from "#domain/time/end.ts";

type EventRow = typeof event.$inferSelect;

/** The camp as everybody may know it. */
export function eventView(row: EventRow): EventView {
  const { id, slug, name, strapline, place, day, zone, locale, capacity, phase, tally } = row;
  return {
    id,
    slug,
    name,
    strapline,
    place,
    day,
    zone,
    locale,
    capacity,
    phase,
    tally,
    startsAt: row.startsAt.toISOString(),
  };
}

/** A camp by its address, or null. It may be a draft: whoever answers somebody asks `maySee` first. */
export async function findEvent(db: Store, slug: string): Promise<EventView | null> {
  if (!isSlug(slug)) return null;
  const [row] = await db.select().from(event).where(eq(event.slug, slug));
  return row ? eventView(row) : null;
}

/** Camps that strangers may see, soonest first. */
export async function listEvents(db: Store): Promise<EventView[]> {
  const rows = await db
    .select()
    .from(event)
    .where(and(sql`${event.phase} <> 'draft'`))
    .orderBy(event.startsAt);
  return rows.map(eventView);
}

/** Takes the camp's row for the rest of the transaction: whoever counts its places does this first. */
export async function lockEvent(tx: Transaction, eventId: string): Promise<EventRow | null> {
  const [row] = await tx.select().from(event).where(eq(event.id, eventId)).for("update");
  return row ?? null;
}

/** Whether a camp's phase permits an act. The phase stays where it is until the transaction ends. */
export async function permitted(tx: Transaction, eventId: string, act: Act): Promise<boolean> {
  const [row] = await tx.select({ phase: event.phase }).from(event).where(eq(event.id, eventId)).for("share");
  return row !== undefined && permits(row.phase, act);
}

/** When doors open and when it is all over by the calendar. */
export async function readTimes(
  store: Store,
  camp: Pick<EventRow, "id" | "startsAt" | "zone">,
): Promise<CampTimes> {
  const [row] = await store
    .select({ last: max(slot.endsAt) })
    .from(slot)
    .where(eq(slot.eventId, camp.id));
  const startsAt = camp.startsAt.getTime();
  const endsAt = endOfCamp({ startsAt, zone: camp.zone }, row?.last?.getTime() ?? null);
  return { startsAt, endsAt, zone: camp.zone };
}
