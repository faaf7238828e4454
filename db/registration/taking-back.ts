/** Takes back a place that one gave back, as long as nobody else was offered it. */
import { eq } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { readTimes } from "#db/event.ts";
import { bump } from "#db/live.ts";
import { lockOwn } from "#db/registration/answer.ts";
import { endTakingBack } from "#db/registration/given-back.ts";
import { fitsByLaw } from "#db/registration/most-held.ts";
import { move } from "#db/registration/move.ts";
import { readDivision } from "#db/registration/place.ts";
import { registration } from "#db/schema/registration.ts";
import { transact } from "#db/transaction.ts";
import { isOver, permits } from "#domain/event.ts";
import { kindOf } from "#domain/pool.ts";
import type { Refusal } from "#domain/refusal.ts";
import { roomOf } from "#domain/registration/places.ts";
import { isProven, type Status, takesPart } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";

type TakingBackRefusal = Extract<
  Refusal,
  "not_found" | "not_open" | "camp_over" | "not_possible_now" | "place_gone"
>;

/**
 * Safe to repeat.
 * @param page the private page's token, if any: refused `not_possible_now` when it has become a claim since
 * @returns refused `place_gone` once somebody else was offered the place
 */
export async function takeBack(
  db: Database,
  registrationId: string,
  now: Date,
  page?: string,
): Promise<Result<Status, TakingBackRefusal>> {
  return transact<Status, TakingBackRefusal>(db, async (tx) => {
    const own = await lockOwn(tx, registrationId, now, page);
    if (!own.ok) return own;
    const { camp, known } = own.value;
    if (!isProven(known)) return refused("not_possible_now");
    if (takesPart(known.status)) return granted(known.status);
    const { endsAt } = await readTimes(tx, camp);
    if (isOver(camp.phase, endsAt, now.getTime())) return refused("camp_over");
    if (!permits(camp.phase, "answer")) return refused("not_open");
    await endTakingBack(tx, camp, now);
    const [still] = await tx.select().from(registration).where(eq(registration.id, known.id));
    if (!still?.gaveBackAt) return refused("place_gone");
    // A place may be free that is not for their pool any more.
    const { counts, ...division } = await readDivision(tx, camp, now);
    if (!roomOf(division, counts).fits(kindOf(still))) return refused("place_gone");
    if (!(await fitsByLaw(tx, camp, still, { ...division, counts }))) return refused("place_gone");
    const by = { actor: "camper", actorId: registrationId } as const;
    await move(tx, camp, [still], { move: "take_back", to: "confirmed", by }, now);
    await bump(tx, camp.id, ["people"]);
    return granted("confirmed");
  });
}
