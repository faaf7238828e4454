/** Joining the line again, and being passed over until a day: for whoever cannot say yes for a while. */
import { record } from "#db/audit.ts";
import type { Database } from "#db/connection.ts";
import { readTimes } from "#db/event.ts";
import { bump } from "#db/live.ts";
import { type AnswerRefusal, lockOwn, whyNot } from "#db/registration/answer.ts";
import { move } from "#db/registration/move.ts";
import { readGiving } from "#db/registration/place.ts";
import { takeRank } from "#db/registration/rank.ts";
import { transact } from "#db/transaction.ts";
import { isOver } from "#domain/event.ts";
import { kindOf } from "#domain/pool.ts";
import { admissionAt } from "#domain/registration/admission.ts";
import { pauseUntil } from "#domain/registration/pause.ts";
import { isWaiting } from "#domain/registration/status.ts";
import { isProven } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";

/**
 * Joins the line again, at the back, with a pause: no place is offered to them before that morning. Safe to repeat.
 * @param day `YYYY-MM-DD` on the camp's clocks; refused `pause_day` where no pause may end, `not_possible_now` while
 *   people enter a batch or a draw
 * @param page the private page's token, if any: refused `not_possible_now` when it has become a claim since
 */
export async function rejoinPaused(
  db: Database,
  registrationId: string,
  day: string,
  now: Date,
  page?: string,
): Promise<Result<null, AnswerRefusal | "pause_day">> {
  return transact<null, AnswerRefusal | "pause_day">(db, async (tx) => {
    const own = await lockOwn(tx, registrationId, now, page);
    if (!own.ok) return own;
    const { camp, known } = own.value;
    const times = await readTimes(tx, camp);
    const end = pauseUntil(day, now.getTime(), times);
    if (isWaiting(known.status) && known.pausedUntil?.getTime() === end) return granted(null);
    if (isOver(camp.phase, times.endsAt, now.getTime())) return refused("camp_over");
    const refusal = whyNot(camp, known, "register", now);
    if (refusal) return refused(refusal);
    if (end === null) return refused("pause_day");
    const newcomer = { kind: kindOf(known), proven: isProven(known), lapsed: known.lapsedAt !== null };
    const { giving, counts } = await readGiving(tx, camp);
    const admitted = admissionAt(giving, counts, newcomer, now.getTime());
    if (!admitted.ok) return admitted;
    // While people enter a batch or a draw nobody takes a turn before them.
    if (admitted.value.enters) return refused("not_possible_now");
    const by = { actor: "camper", actorId: registrationId } as const;
    const set = { rank: await takeRank(tx, camp.id), registeredAt: now, pausedUntil: new Date(end) };
    await move(tx, camp, [known], { move: "register", to: "waiting", by, set }, now);
    await record(tx, { eventId: camp.id, at: now, ...by, act: "pause", subjectId: registrationId });
    await bump(tx, camp.id, ["people"]);
    return granted(null);
  });
}
