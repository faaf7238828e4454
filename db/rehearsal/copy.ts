/** A copy of a camp for a rehearsal: its first day, with doors now, made-up people and a made-up crew. */
import { asc, eq } from "drizzle-orm";
import { copyRooms, copySectors } from "#db/clone/frame.ts";
import { copyPages, copyQuestions } from "#db/clone/texts.ts";
import type { Database } from "#db/connection.ts";
import { insertFirstDay } from "#db/day.ts";
import { holdTickets, keepDevices, newDevice } from "#db/device.ts";
import { type EventRow, readDays } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { insertAll } from "#db/insert.ts";
import { makeCrew } from "#db/rehearsal/crew.ts";
import { event, sector } from "#db/schema/event.ts";
import { liveVersion } from "#db/schema/live.ts";
import { registration } from "#db/schema/registration.ts";
import { room } from "#db/schema/room.ts";
import { slot } from "#db/schema/slot.ts";
import type { Transaction } from "#db/transaction.ts";
import { random } from "#domain/agenda/random.ts";
import { drawName } from "#domain/demo/names.ts";
import { standInAddress } from "#domain/email-address.ts";
import type { DayView } from "#domain/event.ts";
import { LONGEST } from "#domain/limits.ts";
import { TAKES_PART } from "#domain/registration.ts";
import { localAt } from "#domain/time/local.ts";

/** A made-up camper and the token of their phone. */
export type MadeUp = { registrationId: string; token: string };

/** `doors` and `organiser` are tokens of the made-up crew's phones; `cells` are those that sessions can stand in. */
export type Copy = {
  eventId: string;
  slug: string;
  dayId: string;
  people: readonly MadeUp[];
  doors: readonly string[];
  organiser: string;
  cells: number;
  dots: number | null;
};

/**
 * @param from the camp
 * @param people how many are made up, and `doors` at how many phones of the crew they come in; `name` is the copy's
 * @param askedBy who may look at it beside the camp's organisers
 * @param holds whether whoever makes it still holds the rehearsal, locked until the copy is there
 * @returns null where they do not, and where the camp is gone
 */
export async function makeCopy(
  db: Database,
  from: string,
  { people, doors, name }: { people: number; doors: number; name: string },
  askedBy: string | null,
  now: Date,
  holds: (tx: Transaction) => Promise<boolean> = async () => true,
): Promise<Copy | null> {
  return db.transaction(async (tx) => {
    // Whoever was silent for too long must not make one that nobody clears any more.
    if (!(await holds(tx))) return null;
    const [source] = await tx.select().from(event).where(eq(event.id, from)).for("key share");
    const [day] = source ? await readDays(tx, from) : [];
    if (!source || !day) return null;
    const copy = { from, to: newId() };
    const slug = `rehearsal-${newId().slice(-12)}`;
    const date = localAt(now.getTime(), source.zone).day;
    await tx.insert(event).values({
      ...rulesOf(source),
      ...{ id: copy.to, rehearsalOf: from, slug, name: name.slice(0, LONGEST.campName) },
      ...{ day: date, startsAt: now, phase: "doors", nextRank: people + 1 },
    });
    await insertFirstDay(tx, { id: copy.to, day: date, startsAt: now, phase: "doors" });
    await tx.insert(liveVersion).values({ eventId: copy.to });
    const [first] = await readDays(tx, copy.to);
    await copySectors(tx, copy);
    await copyRooms(tx, copy);
    const sessions = await copySlots(tx, day, { ...first!, eventId: copy.to }, now);
    await copyQuestions(tx, copy, 0);
    await copyPages(tx, copy, askedBy, now);
    return {
      ...{ eventId: copy.to, slug, dayId: first!.id, dots: source.dots },
      cells: sessions * (await tx.$count(room, eq(room.eventId, copy.to))),
      people: await makePeople(tx, copy.to, people, now),
      ...(await makeCrew(tx, copy, doors, askedBy)),
    };
  });
}

/** Nothing that a clock does by itself, and counts are there to be compared. */
const rulesOf = (row: EventRow) => ({
  ...{ strapline: row.strapline, place: row.place, zone: row.zone, locale: row.locale },
  ...{ capacity: row.capacity, insideLimit: row.insideLimit, overbookTo: row.overbookTo, dots: row.dots },
  ...{ rounds: [], offersOn: false, transferHours: null },
});

/** As long after doors as on the day. @returns how many are for sessions */
async function copySlots(
  tx: Transaction,
  { id, startsAt }: DayView,
  to: { id: string; eventId: string },
  now: Date,
): Promise<number> {
  const later = now.getTime() - Date.parse(startsAt);
  const slots = await tx.select().from(slot).where(eq(slot.dayId, id)).orderBy(asc(slot.startsAt));
  const moved = slots.map(({ kind, title, ...times }) => ({
    ...{ id: newId(), eventId: to.eventId, dayId: to.id, kind, title },
    startsAt: new Date(times.startsAt.getTime() + later),
    endsAt: new Date(times.endsAt.getTime() + later),
  }));
  if (moved.length > 0) await tx.insert(slot).values(moved);
  return moved.filter(({ kind }) => kind === "session").length;
}

/** Names by lot, addresses that no mail can go to, and a phone each. */
async function makePeople(tx: Transaction, eventId: string, people: number, now: Date): Promise<MadeUp[]> {
  const [known] = await tx
    .select({ id: sector.id })
    .from(sector)
    .where(eq(sector.eventId, eventId))
    .orderBy(asc(sector.position));
  const sectorId = known?.id ?? newId();
  if (!known) await tx.insert(sector).values({ id: sectorId, eventId, name: "–", position: 0 });
  const dice = random(people);
  const rows = Array.from({ length: people }, (_, n): typeof registration.$inferInsert & { id: string } => {
    const [id, { first, last }] = [newId(), drawName(dice)];
    return {
      ...{ id, eventId, sectorId, email: standInAddress(id), name: `${first} ${last}` },
      ...{ status: TAKES_PART, rank: n + 1, registeredAt: now, verifiedAt: now, firstTime: n % 3 === 0 },
    };
  });
  await insertAll(tx, registration, rows);
  const phones = rows.map(({ id }) => ({ registrationId: id, ...newDevice({}) }));
  await keepDevices(tx, phones);
  await holdTickets(
    tx,
    phones.map(({ id, registrationId }) => ({ deviceId: id, registrationId })),
  );
  return phones.map(({ registrationId, token }) => ({ registrationId, token }));
}

/** Whether a camp is a copy for a rehearsal, from which nothing goes out. */
export async function isRehearsal(tx: Pick<Transaction, "select">, eventId: string): Promise<boolean> {
  const [row] = await tx.select({ of: event.rehearsalOf }).from(event).where(eq(event.id, eventId));
  return row?.of != null;
}
