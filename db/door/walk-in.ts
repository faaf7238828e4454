/** Somebody who comes without having registered. */
import { and, eq, sql } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { takeActs } from "#db/door/acts.ts";
import { eventViews, lockEvent } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { bump } from "#db/live.ts";
import { writeBrought } from "#db/people-import.ts";
import { countPlaces } from "#db/registration/place.ts";
import { settlePlaces } from "#db/registration/waiting.ts";
import { checkIn } from "#db/schema/door.ts";
import { sector } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { standInAddress } from "#domain/email-address.ts";
import { permits } from "#domain/event.ts";
import { dayUnderWay } from "#domain/life.ts";
import { roomInside } from "#domain/registration/inside.ts";
import { takenPlaces } from "#domain/registration/places.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

/** `id` is minted with the form, so that sending it twice lets nobody in twice; `reason` is what the log says. */
export type WalkIn = {
  id: string;
  name: string;
  sectorId: string;
  organisation: string;
  firstTime: boolean;
  photos: boolean;
  reason: string;
};

export type WalkInRefusal = "not_found" | "bad_input" | "not_open" | "all_given" | "house_full";

/**
 * Gives a walk-in a free place and lets them in.
 * @returns their id; refused `all_given` where no place is free: an organiser may give one more, `house_full` where as many
 *   are inside as may be by law, whoever asks, `not_open` but while the camp is on, `bad_input` for a sector of another camp
 */
export async function letWalkIn(
  db: Database,
  crew: May<"checkIn">,
  { id, reason, ...person }: WalkIn,
  now: Date,
): Promise<Result<string, WalkInRefusal>> {
  return transact<string, WalkInRefusal>(db, async (tx) => {
    const camp = await lockEvent(tx, crew.eventId);
    if (!camp) return refused("not_found");
    if (!permits(camp.phase, "attend")) return refused("not_open");
    const same = and(eq(registration.id, id), eq(registration.eventId, camp.id));
    if ((await tx.$count(registration, same)) > 0) return granted(id);
    const ours = and(eq(sector.id, person.sectorId), eq(sector.eventId, camp.id));
    if ((await tx.$count(sector, ours)) === 0) return refused("bad_input");
    const [{ days } = { days: [] }] = await eventViews(tx, [camp], now.getTime());
    const day = dayUnderWay(days);
    if (!day) return refused("not_open");
    if (takenPlaces(await countPlaces(tx, camp.id)) >= camp.capacity) return refused("all_given");
    if (roomInside(await countInside(tx, day.id), camp) === 0) return refused("house_full");
    const row = { id, ...person, email: standInAddress(id) };
    const how = {
      act: "add_by_hand",
      as: "places",
      tell: false,
      over: [],
      reason,
      sectorId: person.sectorId,
    } as const;
    await writeBrought(tx, crew, camp, [row], how, now);
    const act = { id: newId(), registrationId: id, dayId: day.id, kind: "in" as const };
    await takeActs(tx, camp, crew, [{ ...act, at: now.getTime(), undoes: [], door: "" }], now);
    await settlePlaces(tx, camp, now);
    await bump(tx, camp.id, ["people"]);
    return granted(id);
  });
}

/** With whoever came along to support them. */
async function countInside(tx: Transaction, dayId: string): Promise<number> {
  const [row] = await tx
    .select({ people: sql<number>`count(*) + coalesce(sum(${registration.companions}), 0)`.mapWith(Number) })
    .from(checkIn)
    .innerJoin(registration, eq(registration.id, checkIn.registrationId))
    .where(eq(checkIn.dayId, dayId));
  return row?.people ?? 0;
}
