/** Taking the last published version back: what everybody saw before it is what they see again. */
import { and, countDistinct, eq, inArray, isNull } from "drizzle-orm";
import { record } from "#db/audit.ts";
import { asking, NOTHING_AGREED, type Outcome } from "#db/change.ts";
import type { Database } from "#db/connection.ts";
import { lockEvent } from "#db/event.ts";
import { bumpProblem } from "#db/live.ts";
import { readVersion } from "#db/publication/rows.ts";
import { tellOfTakingBack } from "#db/publication/telling.ts";
import { publication } from "#db/schema/publication.ts";
import { registration } from "#db/schema/registration.ts";
import { hand } from "#db/schema/voting.ts";
import { settleByVersion } from "#db/session-request/coming-true.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { keepsCounts } from "#db/voting/closing.ts";
import { tellTakenBack } from "#db/webhook/tell.ts";
import type { Consequence } from "#domain/consequence.ts";
import { permits } from "#domain/event.ts";
import { changesBetween, type GridView } from "#domain/grid.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import { showingsOf } from "#domain/telling.ts";
import type { May } from "#domain/viewer.ts";
import { MAY_RAISE } from "#domain/voting/may-raise.ts";

/** `back` is the version that everybody sees again; null where none is left. */
export type TakenBack = { number: number; back: number | null };

/**
 * Takes a version back, once it was agreed to what that does; the draft stays as it is, and no number is given again.
 * Safe to repeat: one that was taken back stays so, and nothing else is.
 * @returns refused `not_open` in a phase in which nobody arranges, `not_found` for a number that was never published,
 *   `changed_meanwhile` when another version is out by now
 */
export async function takeVersionBack(
  db: Database,
  crew: May<"publish">,
  number: number,
  now: Date,
  agreed = NOTHING_AGREED,
): Promise<Result<Outcome<TakenBack>, "not_found" | "not_open" | "changed_meanwhile">> {
  const { eventId, personId } = crew;
  return transact<Outcome<TakenBack>, "not_found" | "not_open" | "changed_meanwhile">(db, async (tx) => {
    // Whoever publishes has the camp's row too: one of the two waits for the other.
    const camp = await lockEvent(tx, eventId);
    if (!camp) return refused("not_found");
    if (!permits(camp.phase, "publish")) return refused("not_open");
    const which = and(eq(publication.eventId, eventId), eq(publication.number, number));
    const [version] = await tx.select().from(publication).where(which);
    if (!version) return refused("not_found");
    const before = await readVersion(tx, eventId, number);
    const done = { number, back: before?.number ?? null };
    if (version.takenBackAt) return granted({ done });
    const shown = await readVersion(tx, eventId);
    if (shown?.number !== number) return refused("changed_meanwhile");
    const question = asking([await takingBack(tx, eventId, shown, before)], agreed);
    if (question) return granted(question);
    await tx.update(publication).set({ takenBackAt: now, takenBackBy: personId }).where(which);
    await tellTakenBack(tx, eventId, number, now);
    const was = showingsOf(shown);
    const pitchIds = changedIn(shown, before);
    await tellOfTakingBack(tx, { eventId, taken: number, back: done.back ?? 0, pitchIds, was }, now);
    await settleByVersion(tx, { eventId, personId }, { before: shown, after: before }, now);
    await record(tx, {
      ...{ eventId, at: now, actor: "crew", actorId: personId, act: "take_back_grid", subjectId: eventId },
      ...{ from: String(number), to: done.back === null ? null : String(done.back) },
    });
    // What was published is what it costs to move from.
    await bumpProblem(tx, eventId, ["grid", "draft"]);
    return granted({ done });
  });
}

function changedIn(shown: GridView, before: GridView | null): string[] {
  const nothing = { rooms: [], slots: [], placements: [] };
  return changesBetween(shown, before ?? nothing, () => "").map(({ pitchId }) => pitchId);
}

/** What everybody would see otherwise, and how many people wanted it. */
async function takingBack(
  tx: Transaction,
  eventId: string,
  shown: GridView,
  before: GridView | null,
): Promise<Consequence> {
  const ids = changedIn(shown, before);
  const people = (await keepsCounts(tx, eventId)) ? null : await countRaised(tx, ids);
  return {
    kind: "takes_back",
    number: shown.number,
    back: before?.number ?? null,
    sessions: ids.length,
    people,
  };
}

/** How many people with a place have a hand up for any of these. */
async function countRaised(tx: Transaction, pitchIds: readonly string[]): Promise<number> {
  if (pitchIds.length === 0) return 0;
  const [row] = await tx
    .select({ people: countDistinct(hand.registrationId) })
    .from(hand)
    .innerJoin(registration, eq(registration.id, hand.registrationId))
    .where(and(inArray(hand.pitchId, [...pitchIds]), eq(hand.up, true), eq(registration.status, MAY_RAISE)));
  return row?.people ?? 0;
}

/** Takes every version back, of a camp whose date is another: its grid is published anew there. The draft stays. */
export async function takeAllBack(
  tx: Transaction,
  eventId: string,
  personId: string,
  now: Date,
): Promise<void> {
  await tx
    .update(publication)
    .set({ takenBackAt: now, takenBackBy: personId })
    .where(and(eq(publication.eventId, eventId), isNull(publication.takenBackAt)));
}
