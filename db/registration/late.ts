/** "I'm running late": whoever has a place says until when it is to wait for them. */

import type { Database } from "#db/connection.ts";
import { readDayUnderWay } from "#db/day/under-way.ts";
import { readTimes } from "#db/event.ts";
import { lockOwn, type OwnRefusal } from "#db/registration/answer.ts";
import { writeLate } from "#db/registration/pass-on.ts";
import { transact } from "#db/transaction.ts";
import { isOver, permits } from "#domain/event.ts";
import type { Refusal } from "#domain/refusal.ts";
import { lateTimes } from "#domain/registration/pass-on.ts";
import { takesPart } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";

export type LateRefusal = Extract<
  Refusal,
  OwnRefusal | "not_open" | "camp_over" | "place_gone" | "late_time"
>;

/**
 * Has a place wait for its holder. Safe to repeat; another time takes the place of the first.
 * @param until milliseconds since 1970, one of `lateTimes`; null for whoever is on time after all; refused `late_time` for any other,
 *   `place_gone` where they have no place any more
 * @param page the private page's token; refused `not_possible_now` when it has become a claim since
 */
export async function sayLate(
  db: Database,
  registrationId: string,
  until: number | null,
  now: Date,
  page?: string,
): Promise<Result<null, LateRefusal>> {
  return transact<null, LateRefusal>(db, async (tx) => {
    const own = await lockOwn(tx, registrationId, now, page);
    if (!own.ok) return own;
    const { camp, known } = own.value;
    const { endsAt } = await readTimes(tx, camp);
    if (isOver(camp.phase, endsAt, now.getTime())) return refused("camp_over");
    if (!permits(camp.phase, "answer")) return refused("not_open");
    if (!takesPart(known.status)) return refused("place_gone");
    if ((known.lateUntil?.getTime() ?? null) === until) return granted(null);
    const day = await readDayUnderWay(tx, camp.id);
    const times = day ? lateTimes(camp.passOnMinutes, day.startsAt.getTime(), now.getTime()) : [];
    if (until !== null && !times.includes(until)) return refused("late_time");
    await writeLate(tx, camp, registrationId, until === null ? null : new Date(until), now);
    return granted(null);
  });
}
