/** Leaving for the day, said on somebody's own page; at the door it is a tap like any other (db/door/acts.ts). */
import { and, eq } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database } from "#db/connection.ts";
import { readDayUnderWay } from "#db/day/under-way.ts";
import { makeCheckIns } from "#db/door/acts.ts";
import { newId } from "#db/id.ts";
import { bump } from "#db/live.ts";
import { lockOwn, type OwnRefusal } from "#db/registration/answer.ts";
import { countInside } from "#db/registration/most-held.ts";
import { settlePlaces } from "#db/registration/waiting.ts";
import { doorAct } from "#db/schema/door.ts";
import { transact } from "#db/transaction.ts";
import { isLeaving, presence } from "#domain/door/check-in.ts";
import { permits } from "#domain/event.ts";
import { roomInside } from "#domain/registration/inside.ts";
import { granted, type Result, refused } from "#domain/result.ts";

export type LeavingRefusal = OwnRefusal | "not_open" | "house_full";

/**
 * Says that somebody who came in has left, or is back. Their place stays theirs. Safe to repeat.
 * @param page the private page's token
 * @returns refused `not_possible_now` for whoever is not in, `not_open` before the doors and in the archive, `house_full` for
 *   whoever is back while as many are inside as may be
 */
export async function sayLeaving(
  db: Database,
  registrationId: string,
  leaving: boolean,
  now: Date,
  page?: string,
): Promise<Result<null, LeavingRefusal>> {
  return transact<null, LeavingRefusal>(db, async (tx) => {
    const own = await lockOwn(tx, registrationId, now, page);
    if (!own.ok) return own;
    const { camp, known } = own.value;
    const day = await readDayUnderWay(tx, camp.id);
    if (!day || !permits(camp.phase, "checkIn")) return refused("not_open");
    const theirs = and(eq(doorAct.registrationId, registrationId), eq(doorAct.dayId, day.id));
    const rows = await tx.select().from(doorAct).where(theirs);
    const acts = rows.map((act) => ({ ...act, at: act.at.getTime() }));
    const is = presence(acts);
    if (!is) return refused("not_possible_now");
    if ((is.left !== null) === leaving) return granted(null);
    const room = roomInside(await countInside(tx, day.id), camp);
    if (!leaving && 1 + known.companions > room) return refused("house_full");
    await tx.insert(doorAct).values({
      ...{ id: newId(), eventId: camp.id, dayId: day.id, registrationId, at: now, receivedAt: now },
      ...(leaving
        ? { kind: "out" as const }
        : { kind: "undo" as const, undoes: acts.filter(isLeaving).map(({ id }) => id) }),
    });
    const by = { actor: "camper", actorId: registrationId } as const;
    const act = leaving ? "leave_camp" : "come_back";
    await record(tx, { eventId: camp.id, at: now, ...by, act, subjectId: registrationId });
    await makeCheckIns(tx, [registrationId]);
    await settlePlaces(tx, camp, now);
    await bump(tx, camp.id, ["people"]);
    return granted(null);
  });
}
