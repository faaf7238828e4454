/** Slots and breaks: the rows of the grid, written as local times and kept as instants. */
import { and, asc, eq, inArray } from "drizzle-orm";
import { changeCamp, markOf } from "#db/change.ts";
import type { Database } from "#db/connection.ts";
import { mayGo } from "#db/going.ts";
import { newId } from "#db/id.ts";
import { slot } from "#db/schema/slot.ts";
import type { Transaction } from "#db/transaction.ts";
import { firstMisfit, instantAt, type LocalSlot, localAt, movedDay } from "#domain/localTime.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { SlotKind } from "#domain/slot.ts";
import type { Organiser } from "#domain/viewer.ts";

/** A row of the day as a form has it; `id` is null for a new one. */
export type SlotInput = LocalSlot & { id: string | null };

type Timed = { id: string; kind: SlotKind; title: string; startsAt: Date | string; endsAt: Date | string };

/** The slots as local times of the camp's zone, as a form shows them. */
export function slotsShown(slots: readonly Timed[], zone: string): SlotInput[] {
  return slots.map(({ id, kind, title, startsAt, endsAt }) => {
    const starts = localAt(new Date(startsAt).getTime(), zone);
    const ends = localAt(new Date(endsAt).getTime(), zone);
    return { id, kind, title, day: starts.day, starts: starts.time, ends: ends.time };
  });
}

/**
 * Makes the day be this list. Slots not in it are taken away with what was placed in them on the draft; `agreed`
 * and `takes_sessions` are as for rooms.
 *
 * @param mark of the slots the organiser saw; refused `changed_meanwhile` when there are others by now,
 *   `bad_input` when two overlap or one ends before it starts
 */
export async function changeSlots(
  db: Database,
  organiser: Organiser,
  mark: string,
  wanted: readonly SlotInput[],
  now: Date,
  agreed: string | null = null,
): Promise<Result<null, "not_found" | "changed_meanwhile" | "bad_input" | "takes_sessions">> {
  return changeCamp(db, organiser, now, ["draft"], async (tx, camp) => {
    const rows = await readSlots(tx, camp.id);
    if (markOf(slotsShown(rows, camp.zone)) !== mark) return refused("changed_meanwhile");
    if (firstMisfit(wanted) !== null) return refused("bad_input");
    const known = new Set(rows.map((row) => row.id));
    const kept = wanted.filter(({ id }) => id !== null && known.has(id));
    const gone = rows.map((row) => row.id).filter((id) => !kept.some((it) => it.id === id));
    if (!(await mayGo(tx, camp.id, { slots: gone }, agreed))) return refused("takes_sessions");
    if (gone.length > 0) await tx.delete(slot).where(inArray(slot.id, gone));
    for (const { id, ...local } of kept)
      await tx
        .update(slot)
        .set(instants(local, camp.zone))
        .where(and(eq(slot.id, id!), eq(slot.eventId, camp.id)));
    await insertSlots(
      tx,
      camp.id,
      camp.zone,
      wanted.filter((it) => !kept.includes(it)),
    );
    return granted(null);
  });
}

/** Adds slots. */
export async function insertSlots(
  tx: Transaction,
  eventId: string,
  zone: string,
  slots: readonly LocalSlot[],
): Promise<void> {
  const rows = slots.map((local) => ({ ...instants(local, zone), id: newId(), eventId }));
  if (rows.length > 0) await tx.insert(slot).values(rows);
}

/** Moves all slots to another day or zone; what the clock on the wall says stays. */
export async function moveSlots(
  tx: Transaction,
  from: { id: string; day: string; zone: string },
  to: { day: string; zone: string },
): Promise<void> {
  for (const { id, ...local } of slotsShown(await readSlots(tx, from.id), from.zone)) {
    const day = movedDay(local.day, from.day, to.day);
    await tx
      .update(slot)
      .set(instants({ ...local, day }, to.zone))
      .where(eq(slot.id, id!));
  }
}

function instants({ kind, title, day, starts, ends }: LocalSlot, zone: string) {
  return {
    kind,
    title: kind === "break" ? title : "",
    startsAt: new Date(instantAt(day, starts, zone)),
    endsAt: new Date(instantAt(day, ends, zone)),
  };
}

const readSlots = (tx: Transaction, eventId: string) =>
  tx.select().from(slot).where(eq(slot.eventId, eventId)).orderBy(asc(slot.startsAt), asc(slot.id));
