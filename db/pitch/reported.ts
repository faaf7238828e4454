/** What was reported and the crew has not decided about. */
import { and, asc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { root } from "#db/pitch/standing.ts";
import { pitch } from "#db/schema/pitch.ts";
import { pitchReport } from "#db/schema/pitch-report.ts";
import type { Transaction } from "#db/transaction.ts";
import { MOST } from "#domain/limits.ts";
import { type ReportedPitch, reportedOf } from "#domain/pitch/report.ts";
import type { PitchView } from "#domain/pitch.ts";
import type { May } from "#domain/viewer.ts";

const open = (eventId: string) =>
  and(eq(pitch.eventId, eventId), isNull(pitch.withdrawnAt), isNull(pitchReport.settledAt));

/** How many pitches, what was merged as one. */
export async function countReported(db: Store, eventId: string): Promise<number> {
  const [row] = await db
    .select({ pitches: sql<number>`count(distinct ${root})::int` })
    .from(pitchReport)
    .innerJoin(pitch, eq(pitch.id, pitchReport.pitchId))
    .where(open(eventId));
  return row!.pitches;
}

/** A report of a part is about the whole, as everybody sees it. At most MOST.reported pitches. @param pitches all that stand */
export async function listReported(
  db: Store,
  { eventId }: May<"runPitches">,
  pitches: readonly PitchView[],
): Promise<ReportedPitch[]> {
  const reports = await db
    .select({ pitchId: root, reason: pitchReport.reason })
    .from(pitchReport)
    .innerJoin(pitch, eq(pitch.id, pitchReport.pitchId))
    .where(open(eventId))
    .orderBy(asc(pitchReport.at), asc(pitchReport.registrationId));
  return reportedOf(pitches, reports).slice(0, MOST.reported);
}

/** What people said of each other's pitches, and what the crew said of those it hid. */
export async function forgetReports(tx: Transaction, eventId: string): Promise<void> {
  const here = eq(pitch.eventId, eventId);
  const ids = tx.select({ id: pitch.id }).from(pitch).where(here);
  await tx.delete(pitchReport).where(inArray(pitchReport.pitchId, ids));
  await tx
    .update(pitch)
    .set({ hiddenReason: "" })
    .where(and(here, isNotNull(pitch.hiddenAt)));
}
