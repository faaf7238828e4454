import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { asking, changeCamp, NOTHING_AGREED, type Outcome, type SettingsPart } from "#db/change.ts";
import type { Database } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { uprootedBy } from "#db/placed.ts";
import { event } from "#db/schema/event.ts";
import { room } from "#db/schema/room.ts";
import type { Transaction } from "#db/transaction.ts";
import { refereed } from "#db/violation.ts";
import { type RowsChanged, rowsChanged } from "#domain/difference.ts";
import { granted, type Result } from "#domain/result.ts";
import { type Feature, newLetters, type RoomView, withDirections } from "#domain/room.ts";
import type { May } from "#domain/viewer.ts";

/** `id` is null for a new room. */
export type RoomInput = {
  id: string | null;
  name: string;
  capacity: number;
  features: Feature[];
  directions?: string | undefined;
  unofficial?: boolean;
  /** By which people join from afar; empty or left out for none. */
  link?: string | undefined;
};

/** What a form shows of the rooms. */
export const roomsShown = (
  rooms: readonly (Omit<RoomView, "letter" | "unofficial"> & { unofficial?: boolean; link?: string })[],
) =>
  rooms.map(({ id, name, capacity, features, directions, unofficial = false, link }) => ({
    ...{ id, name, capacity, features, unofficial },
    ...withDirections(directions),
    ...(link && { link }),
  }));

const ROOMS: SettingsPart<ReturnType<typeof roomsShown>> = {
  name: "rooms",
  act: "settings",
  screens: ["draft"],
  read: async (tx, camp) =>
    roomsShown(await tx.select().from(room).where(eq(room.eventId, camp.id)).orderBy(asc(room.position))),
};

/**
 * Replaces the list of rooms. Those that go take their draft placements with them; what was published keeps showing
 * until the next publication. Each room keeps its letter.
 * @param mark of the rooms the organiser saw; refused `changed_meanwhile` when there are others by now
 * @param agreed to what stands in the rooms that go
 */
export async function changeRooms(
  db: Database,
  crew: May<"changeSettings">,
  mark: string,
  wanted: readonly RoomInput[],
  now: Date,
  agreed = NOTHING_AGREED,
): Promise<Result<Outcome<RowsChanged>, "not_found" | "archived" | "changed_meanwhile" | "room_name_taken">> {
  return refereed({ room_name_is_taken: "room_name_taken" }, () =>
    changeCamp(db, crew, ROOMS, mark, now, async (tx, camp, rows) => {
      const known = new Set(rows.map((row) => row.id));
      const kept = wanted.filter(({ id }) => id !== null && known.has(id));
      const gone = rows.map((row) => row.id).filter((id) => !kept.some((it) => it.id === id));
      const going = rows.filter(({ id }) => gone.includes(id));
      const question = asking(await uprootedBy(tx, camp.id, "room", going), agreed);
      if (question) return granted(question);
      if (gone.length > 0) await tx.delete(room).where(inArray(room.id, gone));
      // Rooms may exchange names and positions, which are unique: each gets a temporary one first.
      await tx
        .update(room)
        .set({ name: sql`${room.id}::text`, position: sql`-1 - ${room.position}` })
        .where(eq(room.eventId, camp.id));
      for (const [
        position,
        { id, name, capacity, features, directions = "", unofficial = false, link = "" },
      ] of kept.entries())
        await tx
          .update(room)
          .set({ name, capacity, features, directions, unofficial, link, position })
          .where(and(eq(room.id, id!), eq(room.eventId, camp.id)));
      await insertRooms(
        tx,
        camp.id,
        wanted.filter((it) => !kept.includes(it)),
        kept.length,
      );
      return granted({ done: rowsChanged(rows, await ROOMS.read(tx, camp)) });
    }),
  );
}

/** Adds rooms. @param after how many there are */
export async function insertRooms(
  tx: Transaction,
  eventId: string,
  rooms: readonly Omit<RoomInput, "id">[],
  after: number,
): Promise<void> {
  const letters = await takeLetters(tx, eventId, rooms.length);
  const rows = rooms.map(
    ({ name, capacity, features, directions = "", unofficial = false, link = "" }, index) => ({
      id: newId(),
      eventId,
      name,
      capacity,
      features,
      directions,
      unofficial,
      link,
      letter: letters[index]!,
      position: after + index,
    }),
  );
  if (rows.length > 0) await tx.insert(room).values(rows);
}

/** Letters for new rooms, that no room of the camp ever had. */
export async function takeLetters(tx: Transaction, eventId: string, count: number): Promise<string[]> {
  const [row] = await tx
    .update(event)
    .set({ roomsMade: sql`${event.roomsMade} + ${count}` })
    .where(eq(event.id, eventId))
    .returning({ made: event.roomsMade });
  return newLetters(row!.made - count, count);
}
