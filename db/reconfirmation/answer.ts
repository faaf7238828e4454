/** What somebody with a place says to whether they still come. A no gives the place back (db/registration/answer.ts). */
import { and, eq } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database, Store } from "#db/connection.ts";
import { readTimes } from "#db/event.ts";
import { bump } from "#db/live.ts";
import { lockOwn, type OwnRefusal } from "#db/registration/answer.ts";
import { reconfirmation } from "#db/schema/reconfirmation.ts";
import { transact } from "#db/transaction.ts";
import { isOver, permits } from "#domain/event.ts";
import type { Refusal } from "#domain/refusal.ts";
import type { Coming, StillComing } from "#domain/registration/reconfirmation.ts";
import { isProven, takesPart } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";

type ComingRefusal = Extract<Refusal, OwnRefusal | "not_open" | "camp_over" | "place_gone">;

/**
 * Says yes or not sure: their place no longer goes back by itself. Safe to repeat, and to change.
 * @param page the private page's token: refused `not_possible_now` when it has become a claim since
 * @returns refused `place_gone` where they have none any more, `not_possible_now` to whoever was not asked
 */
export async function sayComing(
  db: Database,
  registrationId: string,
  answer: Coming,
  now: Date,
  page?: string,
): Promise<Result<null, ComingRefusal>> {
  return transact<null, ComingRefusal>(db, async (tx) => {
    const own = await lockOwn(tx, registrationId, now, page);
    if (!own.ok) return own;
    const { camp, known } = own.value;
    const { endsAt } = await readTimes(tx, camp);
    if (isOver(camp.phase, endsAt, now.getTime())) return refused("camp_over");
    if (!permits(camp.phase, "answer")) return refused("not_open");
    if (!isProven(known)) return refused("not_possible_now");
    if (!takesPart(known.status)) return refused("place_gone");
    const mine = and(eq(reconfirmation.registrationId, known.id), eq(reconfirmation.day, camp.day));
    const [asked] = await tx.select().from(reconfirmation).where(mine);
    if (!asked) return refused("not_possible_now");
    if (asked.answer === answer) return granted(null);
    await tx.update(reconfirmation).set({ answer, answeredAt: now }).where(mine);
    const by = { actor: "camper", actorId: known.id } as const;
    await record(tx, {
      ...{ eventId: camp.id, at: now, ...by, act: "say_coming", subjectId: known.id, to: answer },
    });
    await bump(tx, camp.id, ["people"]);
    return granted(null);
  });
}

/** What somebody is asked on their page; null where they were not asked about the day that the camp has now. */
export async function readStillComing(
  store: Store,
  registrationId: string,
  { day, backDays }: { day: string; backDays: number | null },
): Promise<StillComing | null> {
  const [row] = await store
    .select({ answer: reconfirmation.answer, goesBackAt: reconfirmation.goesBackAt })
    .from(reconfirmation)
    .where(and(eq(reconfirmation.registrationId, registrationId), eq(reconfirmation.day, day)));
  if (!row) return null;
  return {
    answer: row.answer,
    goesBackAt: backDays === null ? null : (row.goesBackAt?.toISOString() ?? null),
  };
}
