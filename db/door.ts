/** What a phone at the door sends and gets: its taps, and whom anything has changed for. */
import { eq } from "drizzle-orm";
import type { Database, Store } from "#db/connection.ts";
import { takeActs } from "#db/door/acts.ts";
import { countHere, listGuests } from "#db/door/guests.ts";
import { noteDoorPhone, seeDoorPhone } from "#db/door/phone.ts";
import { type EventRow, eventViews, lockEvent } from "#db/event.ts";
import { bump } from "#db/live.ts";
import { knownUpTo } from "#db/open-writes.ts";
import { countInside } from "#db/registration/most-held.ts";
import { settlePlaces } from "#db/registration/waiting.ts";
import { event } from "#db/schema/event.ts";
import { readTicketKey } from "#db/ticket-key.ts";
import { transact } from "#db/transaction.ts";
import { isCheckIn } from "#domain/door/check-in.ts";
import { type DoorNews, type DoorReport, keepsListUntil, letsNobodyIn } from "#domain/door/news.ts";
import { permits } from "#domain/event.ts";
import { dayUnderWay } from "#domain/life.ts";
import { roomInside } from "#domain/registration/inside.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

export type DoorRefusal = "not_found" | "not_open" | "cut_off";

type News = Result<DoorNews, DoorRefusal>;

/**
 * Takes what was tapped on a phone, and tells it what it does not know. Safe to repeat: a tap has its id from the phone.
 * A phone that brings nothing waits for nobody, and keeps nobody waiting.
 * @param deviceId the browser that asks
 * @returns refused `not_open` before anybody can register and once the camp is in the archive, `cut_off` for a phone that was;
 *   nothing it brought is taken then. Before the doors it is not either, and stays to be brought: the answer says `shut`
 */
export function syncDoor(
  db: Database,
  crew: May<"checkIn">,
  deviceId: string,
  { since, door, acts }: DoorReport,
  now: Date,
): Promise<News> {
  const phone = { deviceId, door };
  if (acts.length === 0) return ask(db, crew, phone, since, now);
  return transact<DoorNews, DoorRefusal>(db, async (tx) => {
    const camp = await lockEvent(tx, crew.eventId);
    if (!camp) return refused("not_found");
    if (!permits(camp.phase, "prepareDoor")) return refused("not_open");
    if (!(await noteDoorPhone(tx, crew, phone, now))) return refused("cut_off");
    if (!permits(camp.phase, "checkIn")) return newsFor(tx, camp, since, now);
    const { taken, refused: left, full, fresh } = await takeActs(tx, camp, crew, acts, now);
    // By the legal number, who left or was never in may make room for who stands by.
    if (camp.insideLimit !== null && acts.some((act) => !isCheckIn(act))) await settlePlaces(tx, camp, now);
    const news = await newsFor(tx, camp, since, now);
    if (news.ok && fresh) await bump(tx, camp.id, ["people"]);
    return news.ok
      ? granted({ ...news.value, ...(full.length > 0 && { full }), taken, refused: left })
      : news;
  });
}

async function ask(
  db: Database,
  crew: May<"checkIn">,
  phone: { deviceId: string; door: string },
  since: number | null,
  now: Date,
): Promise<News> {
  const [camp] = await db.select().from(event).where(eq(event.id, crew.eventId));
  if (!camp) return refused("not_found");
  if (!permits(camp.phase, "prepareDoor")) return refused("not_open");
  if (!(await seeDoorPhone(db, crew, phone, now))) return refused("cut_off");
  return newsFor(db, camp, since, now);
}

async function newsFor(store: Store, camp: EventRow, since: number | null, now: Date): Promise<News> {
  // Before anything is read: what is committed later has begun by then, or after.
  const known = await knownUpTo(store, now);
  const [{ days } = { days: [] }] = await eventViews(store, [camp], now.getTime());
  const day = dayUnderWay(days);
  if (!day) return refused("not_open");
  const over = letsNobodyIn(camp.phase);
  const people = over
    ? []
    : await listGuests(store, camp.id, day.id, since === null ? null : new Date(since));
  const counts = await countHere(store, camp.id, day.id);
  const publicKey = since === null ? await readTicketKey(store) : null;
  return granted({
    ...(!permits(camp.phase, "checkIn") && { shut: true as const }),
    ...(camp.insideLimit !== null && { room: roomInside(await countInside(store, day.id), camp) }),
    ...{ taken: [], refused: [], whole: over || since === null, people, ...counts },
    ...{ day: { id: day.id, date: day.date }, now: now.getTime(), since: known.getTime() },
    tickets: publicKey === null ? null : { eventId: camp.id, publicKey },
    until: keepsListUntil(camp.phase, day, now.getTime()),
  });
}
