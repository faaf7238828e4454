/** When the hosts of a pitch cannot. */
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { root } from "#db/pitch/standing.ts";
import { pitch, pitchBusy } from "#db/schema/pitch.ts";
import { slot } from "#db/schema/slot.ts";
import type { Transaction } from "#db/transaction.ts";
import type { Busy } from "#domain/pitch/busy.ts";
import type { PitchForm } from "#domain/pitch.ts";

/** Keeps the times of these slots in place of those said before. A slot that is gone by now says nothing. */
export async function setBusy(
  tx: Transaction,
  eventId: string,
  { id: pitchId, busy }: Pick<PitchForm, "id" | "busy">,
): Promise<void> {
  if (!busy) return;
  await tx.delete(pitchBusy).where(eq(pitchBusy.pitchId, pitchId));
  if (busy.length === 0) return;
  const times = await tx
    .select({ startsAt: slot.startsAt, endsAt: slot.endsAt })
    .from(slot)
    .where(and(eq(slot.eventId, eventId), inArray(slot.id, [...busy])));
  if (times.length > 0) await tx.insert(pitchBusy).values(times.map((time) => ({ pitchId, ...time })));
}

/** What the hosts of one pitch said, without what was merged into it: at most MOST.slots. */
export async function readBusy(db: Store, pitchId: string): Promise<Busy[]> {
  const rows = await db
    .select()
    .from(pitchBusy)
    .where(eq(pitchBusy.pitchId, pitchId))
    .orderBy(asc(pitchBusy.startsAt));
  return rows.map(busyOf);
}

/** Of every pitch that stands and has any, with those of all that was merged into it; bounded by the camp's pitches. */
export async function listBusy(db: Store, eventId: string): Promise<Map<string, Busy[]>> {
  const rows = await db
    .select({ id: root, startsAt: pitchBusy.startsAt, endsAt: pitchBusy.endsAt })
    .from(pitchBusy)
    .innerJoin(pitch, eq(pitch.id, pitchBusy.pitchId))
    .where(and(eq(pitch.eventId, eventId), isNull(pitch.withdrawnAt)))
    .orderBy(asc(pitchBusy.startsAt), asc(pitchBusy.endsAt));
  const busy = new Map<string, Busy[]>();
  for (const { id, ...times } of rows) busy.set(id, [...(busy.get(id) ?? []), busyOf(times)]);
  return busy;
}

function busyOf({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): Busy {
  return { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
}
