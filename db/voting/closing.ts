/** Closing hands before the camp's phase does, and opening them again. */
import { eq } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database, Store } from "#db/connection.ts";
import { lockEvent } from "#db/event.ts";
import { bump } from "#db/live.ts";
import { event } from "#db/schema/event.ts";
import { suggestion } from "#db/schema/suggestion.ts";
import { transact } from "#db/transaction.ts";
import { permits } from "#domain/event.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";
import { countsKept } from "#domain/voting.ts";

/**
 * Closes hands, or opens them again; doing it twice changes nothing. No hand goes down by it.
 * @returns refused `not_open` outside of the phases for hands
 */
export async function closeHands(
  db: Database,
  crew: May<"runPitches">,
  closed: boolean,
  now: Date,
): Promise<Result<null, "not_found" | "not_open">> {
  const { eventId, personId } = crew;
  return transact(db, async (tx) => {
    const camp = await lockEvent(tx, eventId);
    if (!camp) return refused("not_found");
    if (!permits(camp.phase, "raiseHand")) return refused("not_open");
    if (camp.handsClosed === closed) return granted(null);
    await tx.update(event).set({ handsClosed: closed }).where(eq(event.id, eventId));
    const act = closed ? ("close_hands" as const) : ("open_hands" as const);
    await record(tx, { eventId, at: now, actor: "crew", actorId: personId, act, subjectId: eventId });
    // What the planner found says how many want what; whoever still thinks about it finds it gone.
    if (countsKept({ ...camp, handsClosed: closed }))
      await tx.delete(suggestion).where(eq(suggestion.eventId, eventId));
    // The grid says how many are expected and the draft what was counted by hand, where that may be known.
    await bump(tx, eventId, ["event", "grid", "draft"]);
    return granted(null);
  });
}

/** Whether a camp keeps from everybody, its crew too, how many hands are up. */
export async function keepsCounts(db: Store, eventId: string): Promise<boolean> {
  const [row] = await db
    .select({ tally: event.tally, phase: event.phase, handsClosed: event.handsClosed })
    .from(event)
    .where(eq(event.id, eventId));
  return row !== undefined && countsKept(row);
}
