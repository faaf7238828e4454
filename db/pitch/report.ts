/** Whoever is at the camp says of a pitch that it does not belong; the crew decides. Nobody is told who said so. */
import { and, eq, inArray, isNull } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database, Store } from "#db/connection.ts";
import { lockEvent, permitted } from "#db/event.ts";
import { bump } from "#db/live.ts";
import { root } from "#db/pitch/standing.ts";
import { spend } from "#db/rate-limit.ts";
import { pitch } from "#db/schema/pitch.ts";
import { pitchReport } from "#db/schema/pitch-report.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { permits } from "#domain/event.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { Attendee, May } from "#domain/viewer.ts";

/**
 * One report of each person and pitch: again changes nothing, also once it was decided about.
 *
 * @param reason in their words, one line; refused `bad_input` when empty
 * @returns refused `not_found` for a pitch that nobody sees, `not_open` by the phase, `too_many` for whoever goes on
 */
export async function reportPitch(
  db: Database,
  attendee: Attendee,
  { pitchId, reason }: { pitchId: string; reason: string },
  now: Date,
): Promise<Result<null, "not_found" | "not_open" | "bad_input" | "too_many">> {
  if (reason.trim() === "") return refused("bad_input");
  return transact<null, "not_found" | "not_open" | "too_many">(db, async (tx) => {
    const open = await permitted(tx, attendee.eventId, "report");
    const seen = and(eq(pitch.id, pitchId), eq(pitch.eventId, attendee.eventId), isNull(pitch.withdrawnAt));
    // One being hidden is waited for.
    const found = await tx.select({ id: pitch.id }).from(pitch).where(seen).for("share");
    if (found.length === 0) return refused("not_found");
    if (!open) return refused("not_open");
    const { registrationId } = attendee;
    const added = await tx
      .insert(pitchReport)
      .values({ pitchId, registrationId, reason: reason.trim(), at: now })
      .onConflictDoNothing()
      .returning({ pitchId: pitchReport.pitchId });
    if (added.length === 0) return granted(null);
    const spent = await spend(tx, [{ limit: "report_by_registration", by: registrationId }], now);
    if (!spent.ok) return spent;
    // The log keeps that it was said, and not by whom.
    const by = { eventId: attendee.eventId, at: now, actor: "camper", actorId: null } as const;
    await record(tx, { ...by, act: "report_pitch", subjectId: pitchId });
    // It changes nothing that the planner asks.
    await bump(tx, attendee.eventId, ["draft"]);
    return granted(null);
  });
}

/** Whether somebody reported a pitch, for their own page of it. */
export async function hasReported(
  db: Store,
  { registrationId }: Attendee,
  pitchId: string,
): Promise<boolean> {
  const theirs = and(eq(pitchReport.pitchId, pitchId), eq(pitchReport.registrationId, registrationId));
  return (await db.$count(pitchReport, theirs)) > 0;
}

/** The crew leaves a reported pitch where it is. Safe to repeat. Refused `not_found` for another camp's, `not_open` by the phase. */
export async function keepPitch(
  db: Database,
  crew: May<"runPitches">,
  pitchId: string,
  now: Date,
): Promise<Result<null, "not_found" | "not_open">> {
  return transact<null, "not_found" | "not_open">(db, async (tx) => {
    const camp = await lockEvent(tx, crew.eventId);
    const here = and(eq(pitch.id, pitchId), eq(pitch.eventId, crew.eventId));
    if (!camp || (await tx.$count(pitch, here)) === 0) return refused("not_found");
    if (!permits(camp.phase, "hide")) return refused("not_open");
    if (!(await settleReports(tx, pitchId, now))) return granted(null);
    const by = { eventId: camp.id, at: now, actor: "crew", actorId: crew.personId } as const;
    await record(tx, { ...by, act: "keep_pitch", subjectId: pitchId });
    await bump(tx, camp.id, ["draft"]);
    return granted(null);
  });
}

/** Reports of a pitch, and of what is part of it, are decided about. @returns whether there were any */
export async function settleReports(tx: Transaction, pitchId: string, now: Date): Promise<boolean> {
  const whole = tx.select({ id: pitch.id }).from(pitch).where(eq(root, pitchId));
  const open = and(inArray(pitchReport.pitchId, whole), isNull(pitchReport.settledAt));
  const settled = await tx
    .update(pitchReport)
    .set({ settledAt: now })
    .where(open)
    .returning({ pitchId: pitchReport.pitchId });
  return settled.length > 0;
}
