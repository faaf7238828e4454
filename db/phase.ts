/** Moving a camp through the phases of its life. */
import { eq } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database } from "#db/connection.ts";
import { lockEvent } from "#db/event.ts";
import { bump } from "#db/live.ts";
import { event } from "#db/schema/event.ts";
import { transact } from "#db/transaction.ts";
import { settlePlaces } from "#db/waiting.ts";
import { type Phase, phaseAfter, phaseBefore } from "#domain/event.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

/**
 * Moves a camp to the next phase of its life, or one back.
 *
 * @param from the phase the organiser saw; refused `changed_meanwhile` when it has moved since
 * @returns how many offers were made
 */
export async function movePhase(
  db: Database,
  { eventId, personId }: May<"movePhase">,
  { from, to }: { from: Phase; to: Phase },
  now: Date,
): Promise<Result<number, "not_found" | "changed_meanwhile" | "bad_input">> {
  return transact(db, async (tx) => {
    const camp = await lockEvent(tx, eventId);
    if (!camp) return refused("not_found");
    if (camp.phase !== from) return refused("changed_meanwhile");
    if (to !== phaseAfter(from) && to !== phaseBefore(from)) return refused("bad_input");
    await tx.update(event).set({ phase: to }).where(eq(event.id, eventId));
    const { offered } = await settlePlaces(tx, { ...camp, phase: to }, now);
    const entry = { eventId, at: now, actor: "crew" as const, actorId: personId, subjectId: eventId };
    await record(tx, { ...entry, act: "phase", from, to });
    await bump(tx, eventId, ["event", "people"]);
    return granted(offered);
  });
}
