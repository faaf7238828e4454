import { eq } from "drizzle-orm";
import { record } from "#db/audit.ts";
import { listLacks } from "#db/camp-page.ts";
import type { Database } from "#db/connection.ts";
import { writeDayPhases } from "#db/day.ts";
import { lockEvent, readDays } from "#db/event.ts";
import { bump } from "#db/live.ts";
import { endPushesAt } from "#db/push.ts";
import { settlePlaces } from "#db/registration/waiting.ts";
import { event } from "#db/schema/event.ts";
import { transact } from "#db/transaction.ts";
import { tellPhase } from "#db/webhook/tell.ts";
import { opensToAll, type Phase, permits, wentBy } from "#domain/event.ts";
import { stepAt, stepsBeside } from "#domain/life.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";
import { countsKept } from "#domain/voting.ts";

/**
 * Moves a camp one step on, or one back. Its second day begins where the first ends, at its own doors.
 * @param from the phase the organiser saw; refused `changed_meanwhile` when it has moved since, `pages_missing` out of a
 *   draft whose privacy notice and accessibility statement nobody has completed
 * @param day the day under way that they saw, where the camp has several; null outside of its days
 * @returns how many offers were made, and how many open ones ended with the camp
 */
export async function movePhase(
  db: Database,
  crew: May<"movePhase">,
  { from, to, day }: { from: Phase; to: Phase; day?: string | null },
  now: Date,
): Promise<
  Result<
    { offered: number; ended: number },
    "not_found" | "changed_meanwhile" | "bad_input" | "pages_missing"
  >
> {
  return transact(db, async (tx) => {
    const camp = await lockEvent(tx, crew.eventId);
    if (!camp) return refused("not_found");
    const days = await readDays(tx, camp.id);
    const step = stepAt({ phase: camp.phase, days });
    if (camp.phase !== from || (day !== undefined && day !== step.dayId)) return refused("changed_meanwhile");
    const { next, back } = stepsBeside(step, days);
    const wanted = [next, back].find((it) => it?.phase === to);
    if (!wanted) return refused("bad_input");
    if (opensToAll(from, to) && (await listLacks(tx, camp.id)).length > 0) return refused("pages_missing");
    // Hands that were closed on one day are open when the next begins to pitch.
    const handsClosed = camp.handsClosed && !(wanted === next && permits(to, "hearPitches"));
    await tx.update(event).set({ phase: to, handsClosed }).where(eq(event.id, camp.id));
    await writeDayPhases(tx, wanted, days);
    if (!permits(to, "announce")) await endPushesAt(tx, camp.id);
    const { offered, ended } = await settlePlaces(tx, { ...camp, phase: to }, now);
    const { eventId, personId } = crew;
    const entry = { eventId, at: now, actor: "crew" as const, actorId: personId, act: "phase" as const };
    await tellPhase(tx, eventId, { from, to }, now);
    await record(tx, { ...entry, subjectId: wanted.dayId ?? eventId, from, to });
    // With kept counts a grid says no more how many are expected; who is here is counted anew for the draft.
    const tells = countsKept(camp) !== countsKept({ ...camp, phase: to, handsClosed });
    await bump(tx, camp.id, ["event", "people", "draft", ...(tells ? (["grid"] as const) : [])]);
    return granted({ offered, ended: wentBy(to) ? ended : 0 });
  });
}
