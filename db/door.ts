/** What a phone at the door sends and gets: its taps, and whom anything has changed for. */
import type { Database } from "#db/connection.ts";
import { takeActs } from "#db/door/acts.ts";
import { countHere, listGuests } from "#db/door/guests.ts";
import { noteDoorPhone } from "#db/door/phone.ts";
import { eventViews, lockEvent } from "#db/event.ts";
import { bump } from "#db/live.ts";
import { countInside } from "#db/registration/most-held.ts";
import { settlePlaces } from "#db/registration/waiting.ts";
import { transact } from "#db/transaction.ts";
import { isCheckIn } from "#domain/door/check-in.ts";
import { type DoorNews, type DoorReport, keepsListUntil } from "#domain/door/news.ts";
import { permits, wentBy } from "#domain/event.ts";
import { dayUnderWay } from "#domain/life.ts";
import { roomInside } from "#domain/registration/inside.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

export type DoorRefusal = "not_found" | "not_open" | "cut_off";

/**
 * Takes what was tapped on a phone, and tells it what it does not know. Safe to repeat: a tap has its id from the phone.
 * @param deviceId the browser that asks
 * @returns refused `not_open` before doors, `cut_off` for a phone that was; nothing it brought is taken then
 */
export async function syncDoor(
  db: Database,
  crew: May<"checkIn">,
  deviceId: string,
  { since, door, acts }: DoorReport,
  now: Date,
): Promise<Result<DoorNews, DoorRefusal>> {
  return transact<DoorNews, DoorRefusal>(db, async (tx) => {
    const camp = await lockEvent(tx, crew.eventId);
    if (!camp) return refused("not_found");
    if (!permits(camp.phase, "checkIn")) return refused("not_open");
    if (!(await noteDoorPhone(tx, crew, { deviceId, door }, now))) return refused("cut_off");
    const { taken, refused: left, full, fresh } = await takeActs(tx, camp, crew, acts, now);
    // By the legal number, who left or was never in may make room for who stands by.
    if (camp.insideLimit !== null && acts.some((act) => !isCheckIn(act))) await settlePlaces(tx, camp, now);
    const [{ days } = { days: [] }] = await eventViews(tx, [camp], now.getTime());
    const day = dayUnderWay(days);
    if (!day) return refused("not_open");
    const over = wentBy(camp.phase);
    const from = since === null ? null : new Date(since);
    const people = over ? [] : await listGuests(tx, camp.id, day.id, from);
    const counts = await countHere(tx, camp.id, day.id);
    if (fresh) await bump(tx, camp.id, ["people"]);
    return granted({
      ...(full.length > 0 && { full }),
      ...(camp.insideLimit !== null && { room: roomInside(await countInside(tx, day.id), camp) }),
      ...{ taken, refused: left, whole: over || since === null, people, ...counts },
      ...{ day: { id: day.id, date: day.date }, now: now.getTime() },
      until: keepsListUntil(camp.phase, day, now.getTime()),
    });
  });
}
