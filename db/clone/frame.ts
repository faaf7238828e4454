/** Where people work and the pools of it, rooms and slots, copied from one camp to another. */
import { asc, eq } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { insertRooms } from "#db/room.ts";
import { sector } from "#db/schema/event.ts";
import { pool } from "#db/schema/pool.ts";
import { room } from "#db/schema/room.ts";
import { slot } from "#db/schema/slot.ts";
import type { Transaction } from "#db/transaction.ts";
import type { SlotKind } from "#domain/slot.ts";

/** Ids of two camps. */
export type Copy = { from: string; to: string };

export async function copySectors(tx: Transaction, { from, to }: Copy): Promise<void> {
  const sectors = await tx.select().from(sector).where(eq(sector.eventId, from));
  const ids = new Map(sectors.map(({ id }) => [id, newId()]));
  if (sectors.length > 0)
    await tx.insert(sector).values(sectors.map((row) => ({ ...row, id: ids.get(row.id)!, eventId: to })));
  const pools = await tx.select().from(pool).where(eq(pool.eventId, from));
  const copies = pools.map((row) => {
    return { ...row, id: newId(), eventId: to, sectorId: row.sectorId && ids.get(row.sectorId)! };
  });
  if (copies.length > 0) await tx.insert(pool).values(copies);
}

/** Their letters begin anew. */
export async function copyRooms(tx: Transaction, { from, to }: Copy): Promise<void> {
  const rooms = await tx.select().from(room).where(eq(room.eventId, from)).orderBy(asc(room.position));
  // A link leads to who met there before.
  await insertRooms(
    tx,
    to,
    rooms.map((one) => ({ ...one, link: "" })),
    0,
  );
}

type Moved = { kind: SlotKind; title: string; dayId: string; startsAt: number; endsAt: number };

/** @param slots at their new times @param days the new day of each */
export async function copySlots(
  tx: Transaction,
  { to }: Copy,
  slots: readonly Moved[],
  days: ReadonlyMap<string, string>,
): Promise<void> {
  if (slots.length === 0) return;
  await tx.insert(slot).values(
    slots.map(({ kind, title, dayId, startsAt, endsAt }) => ({
      ...{ id: newId(), eventId: to, dayId: days.get(dayId)!, kind, title },
      ...{ startsAt: new Date(startsAt), endsAt: new Date(endsAt) },
    })),
  );
}
