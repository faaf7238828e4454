/** Somebody whose place was passed on, and who comes after all. */
import type { Database } from "#db/connection.ts";
import { readDayUnderWay } from "#db/day/under-way.ts";
import { takeActs } from "#db/door/acts.ts";
import { whyNoPlace } from "#db/door/walk-in.ts";
import { lockEvent } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { bump } from "#db/live.ts";
import { findPassedOn, returnPlace } from "#db/registration/pass-on.ts";
import { settlePlaces } from "#db/registration/waiting.ts";
import { transact } from "#db/transaction.ts";
import { permits } from "#domain/event.ts";
import { takesPart } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

/**
 * Gives them a free place, and lets them in. Safe to repeat.
 * @returns refused as a walk-in is: `all_given` where no place is free, `house_full` where as many are inside as may be, `not_open`
 *   but while the camp is on; `not_found` for whoever's place was not passed on
 */
export async function letBackIn(
  db: Database,
  crew: May<"checkIn">,
  registrationId: string,
  now: Date,
): Promise<Result<null, "not_found" | "not_open" | "all_given" | "house_full">> {
  return transact<null, "not_found" | "not_open" | "all_given" | "house_full">(db, async (tx) => {
    const camp = await lockEvent(tx, crew.eventId);
    const known = camp && (await findPassedOn(tx, camp.id, registrationId));
    if (!camp || !known) return refused("not_found");
    const day = await readDayUnderWay(tx, camp.id);
    if (!day || !permits(camp.phase, "attend")) return refused("not_open");
    if (known.checkedInAt && takesPart(known.status)) return granted(null);
    const full = takesPart(known.status) ? null : await whyNoPlace(tx, camp, day.id, now);
    if (full) return refused(full);
    if (!takesPart(known.status)) await returnPlace(tx, camp, known, crew.personId, now);
    const act = { id: newId(), registrationId, dayId: day.id, kind: "in" as const, undoes: [], door: "" };
    const { full: tooMany } = await takeActs(tx, camp, crew, [{ ...act, at: now.getTime() }], now);
    if (tooMany.length > 0) return refused("house_full");
    await settlePlaces(tx, camp, now);
    await bump(tx, camp.id, ["people"]);
    return granted(null);
  });
}
