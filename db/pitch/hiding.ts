/** What does not belong is hidden by the crew from everybody but whoever pitched it, who reads why. */
import { and, asc, eq, isNotNull } from "drizzle-orm";
import type { Database, Store } from "#db/connection.ts";
import { lockEvent } from "#db/event.ts";
import { keepPlaces, leaveLine } from "#db/pitch/line.ts";
import { partFrom, tellHosts } from "#db/pitch/merging.ts";
import { settleReports } from "#db/pitch/report.ts";
import { told } from "#db/pitch/told.ts";
import { ownedPitch, selectPitches } from "#db/pitch.ts";
import { placement } from "#db/schema/grid.ts";
import { pitch } from "#db/schema/pitch.ts";
import { transact } from "#db/transaction.ts";
import { recount } from "#db/voting/tally.ts";
import { permits } from "#domain/event.ts";
import { MOST } from "#domain/limits.ts";
import type { HiddenPitch } from "#domain/pitch/report.ts";
import { isHidden, isWithdrawn } from "#domain/pitch.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

type HideRefusal = "not_found" | "not_open" | "bad_input" | "changed_meanwhile";

/**
 * Takes a pitch from everybody's sight, as withdrawn: its cell is free, what it was merged with stands by itself again, its
 * hands stay for `showPitch`. Safe to repeat.
 *
 * @param reason in the crew's words, for whoever pitched it; refused `bad_input` when empty
 * @returns refused `not_found` for another camp's, `not_open` by the phase, `changed_meanwhile` where its host withdrew it
 */
export async function hidePitch(
  db: Database,
  crew: May<"runPitches">,
  { pitchId, reason }: { pitchId: string; reason: string },
  now: Date,
): Promise<Result<null, HideRefusal>> {
  const why = reason.trim();
  if (why === "") return refused("bad_input");
  let parted = false;
  const done = await transact<null, HideRefusal>(db, async (tx) => {
    // Against whoever merges it at the same moment.
    const camp = await lockEvent(tx, crew.eventId);
    const row = await ownedPitch(tx, crew, pitchId);
    if (!camp || !row) return refused("not_found");
    if (isHidden(row)) return granted(null);
    if (isWithdrawn(row)) return refused("changed_meanwhile");
    if (!permits(camp.phase, "hide")) return refused("not_open");
    await settleReports(tx, pitchId, now);
    parted = await partFrom(tx, crew, pitchId, now);
    await leaveLine(tx, crew.eventId, pitchId);
    await tx
      .update(pitch)
      .set({ withdrawnAt: now, hiddenAt: now, hiddenReason: why })
      .where(eq(pitch.id, pitchId));
    await tx.delete(placement).where(eq(placement.pitchId, pitchId));
    await tellHosts(tx, [pitchId]);
    await told(tx, crew, "hide_pitch", pitchId, now, { reason: why });
    return granted(null);
  });
  if (parted) await recount(db, crew.eventId);
  return done;
}

/**
 * Undoes that, whatever else its host has pitched since: it was the crew's doing. Safe to repeat.
 *
 * @returns refused `not_found` for another camp's, `not_open` by the phase
 */
export async function showPitch(
  db: Database,
  crew: May<"runPitches">,
  pitchId: string,
  now: Date,
): Promise<Result<null, "not_found" | "not_open">> {
  return transact<null, "not_found" | "not_open">(db, async (tx) => {
    const camp = await lockEvent(tx, crew.eventId);
    const row = await ownedPitch(tx, crew, pitchId);
    if (!camp || !row) return refused("not_found");
    if (!isHidden(row)) return granted(null);
    if (!permits(camp.phase, "hide")) return refused("not_open");
    const shown = { withdrawnAt: null, hiddenAt: null, hiddenReason: "", turn: null, awayAt: null };
    await keepPlaces(tx, crew.eventId);
    await tx.update(pitch).set(shown).where(eq(pitch.id, pitchId));
    await tellHosts(tx, [pitchId]);
    await told(tx, crew, "show_pitch", pitchId, now);
    return granted(null);
  });
}

/** Those that are hidden, in the order they came, at most MOST.reported. */
export async function listHidden(db: Store, { eventId }: May<"runPitches">): Promise<HiddenPitch[]> {
  const rows = await selectPitches(db, and(eq(pitch.eventId, eventId), isNotNull(pitch.hiddenAt)))
    .orderBy(asc(pitch.createdAt), asc(pitch.id))
    .limit(MOST.reported);
  return rows.map(({ row: { id, title, line, hiddenReason }, hosts }) => {
    return { id, title, line, hosts, reason: hiddenReason };
  });
}
