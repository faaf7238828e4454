import { eq } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { permitted } from "#db/event.ts";
import { keepPlaces, leaveLine } from "#db/pitch/line.ts";
import { partFrom, tellHosts } from "#db/pitch/merging.ts";
import { listOwn, lockOwner, mayHaveOneMore, ownerOf } from "#db/pitch/round.ts";
import { isCamper, told } from "#db/pitch/told.ts";
import { ownedPitch } from "#db/pitch.ts";
import { placement } from "#db/schema/grid.ts";
import { pitch } from "#db/schema/pitch.ts";
import { transact } from "#db/transaction.ts";
import { recount } from "#db/voting/tally.ts";
import { isHidden, isWithdrawn } from "#domain/pitch.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { Attendee, May } from "#domain/viewer.ts";

/**
 * Keeps hands and hosts for a restore; its cell on the draft grid is free at once. What it was merged with stands by
 * itself again: its hosts withdrew nothing. Safe to repeat.
 * @returns refused `not_found` for a pitch that is not theirs, `not_open` in a phase without pitches
 */
export async function withdrawPitch(
  db: Database,
  who: Attendee | May<"runPitches">,
  pitchId: string,
  now: Date,
): Promise<Result<null, "not_found" | "not_open">> {
  let parted = false;
  const done = await transact<null, "not_found" | "not_open">(db, async (tx) => {
    const open = await permitted(tx, who.eventId, "withdraw");
    const row = await ownedPitch(tx, who, pitchId);
    if (!row) return refused("not_found");
    if (isWithdrawn(row)) return granted(null);
    if (!open) return refused("not_open");
    parted = await partFrom(tx, who, pitchId, now);
    await leaveLine(tx, who.eventId, pitchId);
    await tx.update(pitch).set({ withdrawnAt: now }).where(eq(pitch.id, pitchId));
    await tx.delete(placement).where(eq(placement.pitchId, pitchId));
    if (!isCamper(who)) await tellHosts(tx, [pitchId]);
    await told(tx, who, "withdraw_pitch", pitchId, now);
    return granted(null);
  });
  if (parted) await recount(db, who.eventId);
  return done;
}

type RestoreRefusal = "not_found" | "not_open" | "already_pitched" | "host_has_another" | "pitch_hidden";

/**
 * Having a pitch back is having one more, so the rule for bringing one applies, whoever restores it.
 * @returns refused `not_found` unless theirs, `not_open` in a phase without pitches, `already_pitched`, to the crew
 *   `host_has_another`, when whoever brought it has another one and others still wait for their first, `pitch_hidden` where the crew hid it: the
 *   crew shows it again (`showPitch`)
 */
export async function restorePitch(
  db: Database,
  who: Attendee | May<"runPitches">,
  pitchId: string,
  now: Date,
): Promise<Result<null, RestoreRefusal>> {
  return transact(db, async (tx) => {
    const open = await permitted(tx, who.eventId, "restore");
    const owner = await ownerOf(tx, pitchId);
    if (owner) await lockOwner(tx, owner);
    const row = await ownedPitch(tx, who, pitchId);
    if (!row) return refused("not_found");
    if (!isWithdrawn(row)) return granted(null);
    if (isHidden(row)) return refused("pitch_hidden");
    if (!open) return refused("not_open");
    if (owner && !(await mayHaveOneMore(tx, who.eventId, await listOwn(tx, owner, pitchId))))
      return refused(isCamper(who) ? "already_pitched" : "host_has_another");
    await keepPlaces(tx, who.eventId);
    await tx.update(pitch).set({ withdrawnAt: null, turn: null, awayAt: null }).where(eq(pitch.id, pitchId));
    if (!isCamper(who)) await tellHosts(tx, [pitchId]);
    await told(tx, who, "restore_pitch", pitchId, now);
    return granted(null);
  });
}
