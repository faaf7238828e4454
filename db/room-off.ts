/** Switching rooms off and on again, which the desk does in the middle of the day. */
import { and, asc, eq, inArray } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database, Store } from "#db/connection.ts";
import { permitted } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { bumpProblem } from "#db/live.ts";
import { room } from "#db/schema/room.ts";
import { roomOff } from "#db/schema/room-off.ts";
import { slot } from "#db/schema/slot.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { RoomOff } from "#domain/room-off.ts";
import type { May } from "#domain/viewer.ts";

/** In the order in which they were switched off; at most each room in each slot, and once in all. */
export async function listRoomsOff(db: Store, eventId: string): Promise<RoomOff[]> {
  return db
    .select({ id: roomOff.id, roomId: roomOff.roomId, slotId: roomOff.slotId, note: roomOff.note })
    .from(roomOff)
    .where(eq(roomOff.eventId, eventId))
    .orderBy(asc(roomOff.at), asc(roomOff.id));
}

/** `slotIds` is null for every slot. */
export type SwitchingOff = { roomId: string; slotIds: readonly string[] | null; note: string };

/**
 * Switches a room off. What stands there stays, and is warned of. Safe to repeat: the later note counts.
 * @returns refused `not_found` for a room or slot that is not this camp's, `not_open` in a phase in which nobody arranges
 */
export async function switchRoomOff(
  db: Database,
  crew: May<"arrange">,
  wanted: SwitchingOff,
  now: Date,
): Promise<Result<null, "not_found" | "not_open">> {
  return transact<null, "not_found" | "not_open">(db, async (tx) => {
    if (!(await permitted(tx, crew.eventId, "arrange"))) return refused("not_open");
    if (!(await areOfCamp(tx, crew.eventId, wanted))) return refused("not_found");
    await writeOff(tx, crew, wanted, now);
    const { roomId, slotIds, note } = wanted;
    await record(tx, {
      ...{ eventId: crew.eventId, at: now, actor: "crew", actorId: crew.personId },
      ...{ act: "switch_room_off", subjectId: roomId, reason: note, detail: { slotIds } },
    });
    await bumpProblem(tx, crew.eventId, ["draft"]);
    return granted(null);
  });
}

/** Writes it, and nothing else. @returns the ids of what was not there before, for taking it back */
export async function writeOff(
  tx: Transaction,
  { eventId, personId }: Pick<May<"arrange">, "eventId" | "personId">,
  { roomId, slotIds, note }: SwitchingOff,
  now: Date,
): Promise<string[]> {
  const rows = (slotIds ?? [null]).map((slotId) => ({
    ...{ id: newId(), eventId, roomId, slotId, note, byId: personId, at: now },
  }));
  const written = await tx
    .insert(roomOff)
    .values(rows)
    .onConflictDoUpdate({ target: [roomOff.roomId, roomOff.slotId], set: { note, byId: personId, at: now } })
    .returning({ id: roomOff.id });
  const minted = new Set(rows.map(({ id }) => id));
  return written.map(({ id }) => id).filter((id) => minted.has(id));
}

/** Switches a room on again. Safe to repeat. Refused `not_open` in a phase in which nobody arranges. */
export async function switchRoomOn(
  db: Database,
  crew: May<"arrange">,
  id: string,
  now: Date,
): Promise<Result<null, "not_open">> {
  return transact<null, "not_open">(db, async (tx) => {
    if (!(await permitted(tx, crew.eventId, "arrange"))) return refused("not_open");
    const [gone] = await tx
      .delete(roomOff)
      .where(and(eq(roomOff.id, id), eq(roomOff.eventId, crew.eventId)))
      .returning();
    if (!gone) return granted(null);
    await record(tx, {
      ...{ eventId: crew.eventId, at: now, actor: "crew", actorId: crew.personId },
      ...{ act: "switch_room_on", subjectId: gone.roomId, reason: gone.note },
    });
    await bumpProblem(tx, crew.eventId, ["draft"]);
    return granted(null);
  });
}

/** Whether a room and slots are this camp's. */
export async function areOfCamp(
  tx: Transaction,
  eventId: string,
  { roomId, slotIds }: Pick<SwitchingOff, "roomId" | "slotIds">,
): Promise<boolean> {
  const rooms = await tx.$count(room, and(eq(room.id, roomId), eq(room.eventId, eventId)));
  if (rooms === 0 || slotIds === null) return rooms > 0;
  const ids = [...new Set(slotIds)];
  const slots = await tx.$count(slot, and(inArray(slot.id, ids), eq(slot.eventId, eventId)));
  return ids.length > 0 && slots === ids.length;
}
