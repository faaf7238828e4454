/** "Shall we do it together?": hosts agree on their phones that their pitches become one. */
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { isPublished, readMergeable } from "#db/pitch/mergeable.ts";
import { type Regrouped, recounted, tellHosts, unite } from "#db/pitch/merging.ts";
import { told } from "#db/pitch/told.ts";
import { ownedPitch } from "#db/pitch.ts";
import { spend } from "#db/rate-limit.ts";
import { pitchHost, togetherAsked } from "#db/schema/pitch.ts";
import type { Transaction } from "#db/transaction.ts";
import { permits } from "#domain/event.ts";
import { type MergeRefusal, whichStays, whyNotMerged } from "#domain/pitch/merging.ts";
import type { Refusal } from "#domain/refusal.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { Attendee } from "#domain/viewer.ts";

/** `mine` is a pitch that the asker brought, `other` the one that it is about. */
export type Both = { mine: string; other: string };

type Closed = "not_found" | "not_open" | "grid_published";
export type AskRefusal = Closed | MergeRefusal | "nobody_to_ask" | "asked_before" | "too_many";

/**
 * Asks whoever brought another pitch to make one of both. Where they asked already, or the asker brought both, that is agreed.
 * Safe to repeat.
 *
 * @returns refused `not_open` outside the phases for it, `grid_published` once the first grid is out, `nobody_to_ask`
 *   where nobody with a phone brought the other, `asked_before` where they said no, `too_many` for whoever goes on asking
 */
export async function askTogether(
  db: Database,
  attendee: Attendee,
  both: Both,
  now: Date,
): Promise<Result<null, AskRefusal>> {
  const { mine, other } = both;
  return agreed<AskRefusal>(db, attendee, both, async (tx) => {
    const pair = await readMergeable(tx, attendee.eventId, { stays: mine, goes: other });
    if (!pair) return refused("not_found");
    if (pair.goes.mergedInto === mine || pair.stays.mergedInto === other) return granted(null);
    const usual = whichStays(pair.stays, pair.goes);
    const why = whyNotMerged(usual.stays, usual.goes);
    if (why) return refused(why);
    if ((await brought(tx, attendee, other)) || (await findAsked(tx, { mine: other, other: mine }))) {
      return unite(tx, attendee, { stays: usual.stays.id, goes: usual.goes.id }, "", now);
    }
    const phones = and(eq(pitchHost.pitchId, other), isNotNull(pitchHost.registrationId), pitchHost.own);
    if ((await tx.$count(pitchHost, phones)) === 0) return refused("nobody_to_ask");
    const asked = await tx
      .insert(togetherAsked)
      .values({ pitchId: mine, otherId: other, askedAt: now })
      .onConflictDoNothing()
      .returning();
    if (asked.length === 0) return (await findAsked(tx, both)) ? granted(null) : refused("asked_before");
    const spent = await spend(tx, [{ limit: "together_by_registration", by: attendee.registrationId }], now);
    if (!spent.ok) return spent;
    await tellHosts(tx, [other]);
    await told(tx, attendee, "ask_together", mine, now, { detail: { with: other } });
    return granted(null);
  });
}

/**
 * Answers such a question: with yes the pitch with more hands stays, else the earlier. Safe to repeat.
 *
 * @returns refused `question_gone` where it was taken back or answered otherwise meanwhile
 */
export async function answerTogether(
  db: Database,
  attendee: Attendee,
  both: Both,
  yes: boolean,
  now: Date,
): Promise<Result<null, Closed | MergeRefusal | "question_gone">> {
  const { mine, other } = both;
  return agreed<Closed | MergeRefusal | "question_gone">(db, attendee, both, async (tx) => {
    const pair = await readMergeable(tx, attendee.eventId, { stays: mine, goes: other });
    if (!pair) return refused("not_found");
    const one = pair.goes.mergedInto === mine || pair.stays.mergedInto === other;
    if (yes && one) return granted(null);
    if (!(await findAsked(tx, { mine: other, other: mine }))) return refused("question_gone");
    if (yes) {
      const { stays, goes } = whichStays(pair.stays, pair.goes);
      return unite(tx, attendee, { stays: stays.id, goes: goes.id }, "", now);
    }
    await tx
      .update(togetherAsked)
      .set({ declinedAt: now })
      .where(askedBy({ mine: other, other: mine }));
    await tellHosts(tx, [mine, other]);
    await told(tx, attendee, "decline_together", mine, now, { detail: { with: other } });
    return granted(null);
  });
}

/** Takes such a question back while it is open. Safe to repeat. */
export async function takeBackTogether(
  db: Database,
  attendee: Attendee,
  both: Both,
  now: Date,
): Promise<Result<null, Closed>> {
  return agreed<Closed>(db, attendee, both, async (tx) => {
    const gone = await tx
      .delete(togetherAsked)
      .where(and(askedBy(both), isNull(togetherAsked.declinedAt)))
      .returning();
    if (gone.length === 0) return granted(null);
    await tellHosts(tx, [both.mine, both.other]);
    await told(tx, attendee, "take_back_together", both.mine, now, { detail: { with: both.other } });
    return granted(null);
  });
}

/** Whoever stands with a pitch hosts it by their own doing, and does not decide about it. */
async function brought(tx: Transaction, { registrationId }: Attendee, pitchId: string): Promise<boolean> {
  const own = and(
    eq(pitchHost.pitchId, pitchId),
    eq(pitchHost.registrationId, registrationId),
    pitchHost.own,
  );
  return (await tx.$count(pitchHost, own)) > 0;
}

/** Under the camp's lock, by whoever brought the first, while hosts may agree. */
function agreed<R extends Refusal>(
  db: Database,
  attendee: Attendee,
  { mine }: Both,
  change: (tx: Transaction) => Promise<Result<Regrouped, R | Closed>>,
): Promise<Result<null, R | Closed>> {
  return recounted<R | Closed>(db, attendee, async (tx, camp) => {
    if (!(await ownedPitch(tx, attendee, mine)) || !(await brought(tx, attendee, mine)))
      return refused("not_found");
    if (!permits(camp.phase, "agree")) return refused("not_open");
    if (await isPublished(tx, camp.id)) return refused("grid_published");
    return change(tx);
  });
}

const askedBy = ({ mine, other }: Both) =>
  and(eq(togetherAsked.pitchId, mine), eq(togetherAsked.otherId, other));

/** Whether they ask, and were not told no. */
async function findAsked(tx: Transaction, both: Both): Promise<boolean> {
  return (await tx.$count(togetherAsked, and(askedBy(both), isNull(togetherAsked.declinedAt)))) > 0;
}
