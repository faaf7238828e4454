import { asc, eq, inArray, max, min, sql } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { readTold } from "#db/reconfirmation/told.ts";
import { day } from "#db/schema/day.ts";
import { event } from "#db/schema/event.ts";
import { release } from "#db/schema/release.ts";
import type { Transaction } from "#db/transaction.ts";
import { type Act, type DayView, type EventView, permits } from "#domain/event.ts";
import { type CampTimes, OFFER_HOURS } from "#domain/registration/offer.ts";
import { goesBackAt, stillAsks } from "#domain/registration/reconfirmation.ts";
import { isSlug } from "#domain/slug.ts";
import { endOfCamp } from "#domain/time/end.ts";

export type EventRow = typeof event.$inferSelect;

/** Camps as everybody may know them, in the order of the rows. */
export async function eventViews(
  db: Pick<Store, "select">,
  rows: readonly EventRow[],
  now = Date.now(),
): Promise<EventView[]> {
  const ids = rows.map(({ id }) => id);
  const [days, opens] = [await listDays(db, ids), await readOpenings(db, ids)];
  const goBack = await listGoingBack(db, rows, now);
  return rows.map(
    ({
      id,
      slug,
      name,
      strapline,
      place,
      day: date,
      zone,
      locale,
      capacity,
      phase,
      tally,
      dots,
      handsClosed,
      startsAt,
      passOnMinutes,
      rehearsalOf,
      haltNote,
    }) => ({
      ...{ id, slug, name, strapline, place, zone, locale, capacity, phase, tally },
      day: date,
      startsAt: startsAt.toISOString(),
      days: days.get(id) ?? [],
      ...(handsClosed && { handsClosed }),
      ...(dots !== null && { dots }),
      ...(passOnMinutes !== null && { passOnMinutes }),
      ...(rehearsalOf !== null && { rehearsal: true as const }),
      ...(haltNote !== "" && { haltNote }),
      ...(goBack.has(id) && { answerBy: goBack.get(id)! }),
      ...(opens.has(id) && { opensAt: opens.get(id)!.toISOString() }),
    }),
  );
}

/** When silent places of each go back; none of a camp in which nobody was told so, and nobody will be. */
async function listGoingBack(
  db: Pick<Store, "select">,
  rows: readonly EventRow[],
  now: number,
): Promise<Map<string, string>> {
  const some = rows.filter(({ backDays }) => backDays !== null);
  const told = await readTold(
    db,
    some.filter((row) => !stillAsks(row, now)).map(({ id }) => id),
  );
  const announced = some.filter((row) => stillAsks(row, now) || told.has(row.id));
  return new Map(announced.map((row) => [row.id, new Date(goesBackAt(row)!).toISOString()]));
}

/** When the first release of each opens; none of a camp without releases. */
async function readOpenings(
  db: Pick<Store, "select">,
  eventIds: readonly string[],
): Promise<Map<string, Date>> {
  if (eventIds.length === 0) return new Map();
  const rows = await db
    .select({ eventId: release.eventId, opensAt: min(release.opensAt) })
    .from(release)
    .where(inArray(release.eventId, [...eventIds]))
    .groupBy(release.eventId);
  return new Map(rows.map(({ eventId, opensAt }) => [eventId, opensAt!]));
}

/** A camp as everybody may know it. */
export async function eventView(
  db: Pick<Store, "select">,
  row: EventRow,
  now = Date.now(),
): Promise<EventView> {
  const [view] = await eventViews(db, [row], now);
  return view!;
}

async function listDays(
  db: Pick<Store, "select">,
  eventIds: readonly string[],
): Promise<Map<string, DayView[]>> {
  const days = new Map<string, DayView[]>(eventIds.map((id) => [id, []]));
  if (eventIds.length === 0) return days;
  const rows = await db
    .select()
    .from(day)
    .where(inArray(day.eventId, [...eventIds]))
    .orderBy(asc(day.date));
  for (const { eventId, ...row } of rows) {
    days.get(eventId)!.push({ ...row, startsAt: row.startsAt.toISOString() });
  }
  return days;
}

/** In order. */
export async function readDays(db: Pick<Store, "select">, eventId: string): Promise<DayView[]> {
  return (await listDays(db, [eventId])).get(eventId)!;
}

/** A camp by its address, or null. It may be a draft: handlers ask `maySee` before they answer. */
export async function findEvent(db: Store, slug: string): Promise<EventView | null> {
  if (!isSlug(slug)) return null;
  const [row] = await db.select().from(event).where(eq(event.slug, slug));
  return row ? eventView(db, row) : null;
}

/**
 * Keeps others from locking the camp's row until the transaction ends, and lets all who do the same go on beside each
 * other: for what locks something smaller of a camp, before that, and notes it in the log, which refers to the camp.
 */
export async function shareEvent(tx: Transaction, eventId: string): Promise<void> {
  await tx.select({ id: event.id }).from(event).where(eq(event.id, eventId)).for("key share");
}

/** Locks the camp's row until the transaction ends: whoever counts its places does this first. */
export async function lockEvent(tx: Transaction, eventId: string): Promise<EventRow | null> {
  const [row] = await tx.select().from(event).where(eq(event.id, eventId)).for("update");
  return row ?? null;
}

/** Whether a camp's phase permits an act. The phase is locked until the transaction ends. */
export async function permitted(tx: Transaction, eventId: string, act: Act): Promise<boolean> {
  const [row] = await tx.select({ phase: event.phase }).from(event).where(eq(event.id, eventId)).for("share");
  return row !== undefined && permits(row.phase, act);
}

/** Between two days the next day's doors count: whoever is offered a place then comes on that day. */
export async function readTimes(
  store: Store,
  camp: Pick<EventRow, "id" | "startsAt" | "zone">,
): Promise<CampTimes> {
  const [row] = await store
    .select({
      lastDoors: max(day.startsAt),
      begun: sql<boolean>`bool_or(${day.phase} = 'over')`,
      nextDoors: sql`min(${day.startsAt}) filter (where ${day.phase} <> 'over')`.mapWith(day.startsAt),
      offerHours: sql<number>`(select offer_hours from event where event.id = ${camp.id})`.mapWith(Number),
      lastSlot: sql`(select max(ends_at) from slot where slot.event_id = ${camp.id})`.mapWith(day.startsAt),
    })
    .from(day)
    .where(eq(day.eventId, camp.id));
  const { zone } = camp;
  const startsAt = ((row?.begun ? (row.nextDoors as Date | null) : null) ?? camp.startsAt).getTime();
  const lastDoors = Math.max(camp.startsAt.getTime(), row?.lastDoors?.getTime() ?? 0);
  const endsAt = endOfCamp({ startsAt: lastDoors, zone }, (row?.lastSlot as Date | null)?.getTime() ?? null);
  return { startsAt, endsAt, zone, offerHours: row?.offerHours ?? OFFER_HOURS };
}
