/** Somebody who comes without having registered. */
import { and, eq } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { takeActs } from "#db/door/acts.ts";
import { type EventRow, eventViews, lockEvent } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { bump } from "#db/live.ts";
import { writeBrought } from "#db/people-import.ts";
import { countInside } from "#db/registration/most-held.ts";
import { countPlaces } from "#db/registration/place.ts";
import { settlePlaces } from "#db/registration/waiting.ts";
import { readPlaces } from "#db/release.ts";
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
    const full = await whyNoPlace(tx, camp, day.id, now);
    if (full) return refused(full);
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

/**
 * Why nobody can be given a place at the door now; null where somebody can. By the legal number everybody counts who still
 * has a place or was called to one, since each of them may come.
 */
export async function whyNoPlace(
  tx: Transaction,
  camp: EventRow,
  dayId: string,
  now: Date,
): Promise<"all_given" | "house_full" | null> {
  if (roomInside(await countInside(tx, dayId), camp) === 0) return "house_full";
  const { most = null } = await readPlaces(tx, camp, now);
  const taken = takenPlaces(await countPlaces(tx, camp.id));
  return taken >= Math.min(camp.capacity, most ?? camp.capacity) ? "all_given" : null;
}
