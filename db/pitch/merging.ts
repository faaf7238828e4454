/** Makes two pitches one, and two again, under the camp's lock. Hands and hosts stay where they are: reading unites them. */
import { and, desc, eq, inArray, or, sql } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { bumpHolders } from "#db/device.ts";
import { lockDraft, writeEdit } from "#db/edit.ts";
import { type EventRow, lockEvent } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { keepPlaces } from "#db/pitch/line.ts";
import { isPublished, readMergeable } from "#db/pitch/mergeable.ts";
import { isCamper, told } from "#db/pitch/told.ts";
import { audit } from "#db/schema/audit.ts";
import { pitch, pitchHost, togetherAsked } from "#db/schema/pitch.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { expectHands } from "#db/uncounted.ts";
import { stillThere } from "#db/undo.ts";
import { recount } from "#db/voting/tally.ts";
import { type Edit, fits, inverse, keptEdit } from "#domain/draft.ts";
import { permits } from "#domain/event.ts";
import { type MergeRefusal, movedBy, whyNotMerged } from "#domain/pitch/merging.ts";
import type { Refusal } from "#domain/refusal.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { Attendee, May } from "#domain/viewer.ts";

export type Merging = { stays: string; goes: string };

/** What the log keeps of what went: with what it is one, and what that did to the draft, by which it is undone. */
type Trace = { with: string; moved: Edit | null };

/** Whether a change made other groups of pitches, whose hands are to be counted again. */
export type Regrouped = "regrouped" | null;

type Asker = Attendee | May<"runPitches">;

/**
 * Merges a pitch into another, by the crew's own decision. Safe to repeat.
 *
 * @param mark of what was seen (`previewMerge`); refused `changed_meanwhile` where it is another by now
 * @param reason in the organiser's words; refused `bad_input` when empty
 * @returns refused `not_found` for another camp's, `not_open` by the phase, `holds_others` where others were merged into
 *   what would go
 */
export async function mergePitches(
  db: Database,
  crew: May<"runPitches">,
  { stays, goes, mark, reason }: Merging & { mark: string; reason: string },
  now: Date,
): Promise<Result<null, MergeRefusal | "not_found" | "not_open" | "bad_input">> {
  const why = reason.trim();
  if (why === "") return refused("bad_input");
  return recounted<MergeRefusal | "not_found" | "not_open">(db, crew, async (tx, camp) => {
    const pair = await readMergeable(tx, camp.id, { stays, goes });
    if (!pair) return refused("not_found");
    if (pair.goes.mergedInto === stays) return granted(null);
    if (!permits(camp.phase, "merge")) return refused("not_open");
    if (pair.mark !== mark) return refused("changed_meanwhile");
    return unite(tx, crew, { stays, goes }, why, now);
  });
}

/** Writes it. The camp's row is locked: else two could go into each other at once, and be gone both. */
export async function unite(
  tx: Transaction,
  who: Asker,
  { stays, goes }: Merging,
  reason: string,
  now: Date,
): Promise<Result<Regrouped, MergeRefusal | "not_found">> {
  const pair = await readMergeable(tx, who.eventId, { stays, goes });
  if (!pair) return refused("not_found");
  const why = whyNotMerged(pair.stays, pair.goes);
  if (why) return refused(why);
  const draft = await lockDraft(tx, who.eventId);
  const moved = movedBy(draft, stays, goes);
  if (moved) await writeEdit(tx, who.eventId, moved, draft.slots);
  await keepPlaces(tx, who.eventId);
  await tx.update(pitch).set({ mergedInto: stays, mergedAt: now }).where(eq(pitch.id, goes));
  await tx
    .delete(togetherAsked)
    .where(and(inArray(togetherAsked.pitchId, [stays, goes]), inArray(togetherAsked.otherId, [stays, goes])));
  await expectHands(tx, who.eventId, newId());
  await tellHosts(tx, [stays, goes]);
  const detail: Trace = { with: stays, moved };
  await told(tx, who, "merge_pitch", stays, now, { reason, detail: { with: goes } });
  await told(tx, who, "merge_pitch", goes, now, { reason, detail });
  return granted("regrouped");
}

/**
 * Makes a merged pitch one of its own again, with its hands, and its cell where that is free. Safe to repeat.
 *
 * @param reason in the organiser's words; a host needs none
 * @returns refused `not_found` unless it is of this camp and, for a camper, one that they host or theirs is a part of;
 *   `not_open` by the phase, `grid_published` to a host once the first grid is out
 */
export async function partPitches(
  db: Database,
  who: Asker,
  { goes, reason }: { goes: string; reason: string },
  now: Date,
): Promise<Result<null, "not_found" | "not_open" | "grid_published">> {
  return recounted<"not_found" | "not_open" | "grid_published">(db, who, async (tx, camp) => {
    const here = and(eq(pitch.id, goes), eq(pitch.eventId, camp.id));
    const [row] = await tx.select().from(pitch).where(here);
    if (!row || !(await mayPart(tx, who, row))) return refused("not_found");
    if (!row.mergedInto) return granted(null);
    if (!permits(camp.phase, isCamper(who) ? "agree" : "merge")) return refused("not_open");
    if (isCamper(who) && (await isPublished(tx, camp.id))) return refused("grid_published");
    await part(tx, who, { stays: row.mergedInto, goes }, reason.trim(), now);
    return granted("regrouped");
  });
}

async function mayPart(
  tx: Transaction,
  who: Asker,
  { id, mergedInto }: Pick<typeof pitch.$inferSelect, "id" | "mergedInto">,
): Promise<boolean> {
  if (!isCamper(who)) return true;
  const theirs = and(
    eq(pitchHost.registrationId, who.registrationId),
    inArray(pitchHost.pitchId, mergedInto ? [id, mergedInto] : [id]),
  );
  return (await tx.$count(pitchHost, theirs)) > 0;
}

/** Takes apart whatever a pitch is one with, before it is withdrawn alone. @returns whether there was anything */
export async function partFrom(tx: Transaction, who: Asker, pitchId: string, now: Date): Promise<boolean> {
  const both = await tx
    .select({ goes: pitch.id, stays: pitch.mergedInto })
    .from(pitch)
    .where(
      or(eq(pitch.mergedInto, pitchId), and(eq(pitch.id, pitchId), sql`${pitch.mergedInto} is not null`)),
    );
  for (const { goes, stays } of both) await part(tx, who, { stays: stays!, goes }, "", now);
  return both.length > 0;
}

async function part(
  tx: Transaction,
  who: Asker,
  { stays, goes }: Merging,
  reason: string,
  now: Date,
): Promise<void> {
  await keepPlaces(tx, who.eventId);
  await tx.update(pitch).set({ mergedInto: null, mergedAt: null }).where(eq(pitch.id, goes));
  const [trace] = await tx
    .select({ detail: audit.detail })
    .from(audit)
    .where(
      and(
        eq(audit.subjectId, goes),
        eq(audit.act, "merge_pitch"),
        sql`${audit.detail} ->> 'with' = ${stays}`,
      ),
    )
    .orderBy(desc(audit.at), desc(audit.id))
    .limit(1);
  const moved = (trace?.detail as Trace | undefined)?.moved ?? null;
  if (moved) await moveBack(tx, who.eventId, inverse(keptEdit(moved)));
  await expectHands(tx, who.eventId, newId());
  await tellHosts(tx, [stays, goes]);
  await told(tx, who, "part_pitch", stays, now, { reason, detail: { with: goes } });
  await told(tx, who, "part_pitch", goes, now, { reason, detail: { with: stays } });
}

/** Where somebody has moved them since, or taken the cell, theirs stays. */
async function moveBack(tx: Transaction, eventId: string, back: Edit): Promise<void> {
  const draft = await lockDraft(tx, eventId);
  if (fits(draft, back) && (await stillThere(tx, eventId, back)))
    await writeEdit(tx, eventId, back, draft.slots);
}

/** Their phones ask again what is theirs. */
export async function tellHosts(tx: Transaction, pitchIds: readonly string[]): Promise<void> {
  const hosts = await tx
    .select({ id: pitchHost.registrationId })
    .from(pitchHost)
    .where(inArray(pitchHost.pitchId, [...pitchIds]));
  await bumpHolders(tx, [...new Set(hosts.flatMap(({ id }) => id ?? []))]);
}

/**
 * One change under the camp's lock. Where it regrouped pitches, hands are counted at once after it; another looks should
 * this process be killed.
 */
export async function recounted<R extends Refusal>(
  db: Database,
  { eventId }: Pick<Asker, "eventId">,
  change: (tx: Transaction, camp: EventRow) => Promise<Result<Regrouped, R>>,
): Promise<Result<null, R | "not_found">> {
  const done = await transact<Regrouped, R | "not_found">(db, async (tx) => {
    const camp = await lockEvent(tx, eventId);
    if (!camp) return refused("not_found");
    return change(tx, camp);
  });
  if (!done.ok) return done;
  if (done.value === "regrouped") await recount(db, eventId);
  return granted(null);
}
