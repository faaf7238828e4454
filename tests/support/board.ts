/** A draft grid to edit, and what lies on it. */
import type { Database } from "#db/connection.ts";
import { readDraft } from "#db/draft.ts";
import { newId } from "#db/id.ts";
import { pitch } from "#db/schema/pitch.ts";
import { room } from "#db/schema/room.ts";
import { roomLetter } from "#domain/room.ts";
import type { SlotKind } from "#domain/slot.ts";
import { makeCamp, makeOrganiser } from "#tests/support/camp.ts";
import { putSlots } from "#tests/support/slots.ts";

export type Board = Awaited<ReturnType<typeof makeBoard>>;

/** A camp in the phase "grid" with two slots, a break between them, three rooms and five pitches. @param noon what is between */
export async function makeBoard(db: Database, noon: SlotKind = "break") {
  const camp = await makeCamp(db, { phase: "grid" });
  const rooms = ["Hall", "Den", "Attic"].map((name, position) => ({
    id: newId(),
    eventId: camp.id,
    name,
    capacity: 60 - 25 * position,
    letter: roomLetter(position),
    position,
  }));
  await db.insert(room).values(rooms);
  const slots = ["11", "12", "13"].map((hour) => ({
    id: newId(),
    eventId: camp.id,
    kind: hour === "12" ? noon : ("session" as const),
    startsAt: new Date(`2026-07-14T${hour}:00:00Z`),
    endsAt: new Date(`2026-07-14T${hour}:45:00Z`),
  }));
  await putSlots(db, slots);
  const pitches = ["a", "b", "c", "d", "e"].map((title, n) => ({
    id: newId(),
    eventId: camp.id,
    title,
    createdAt: new Date(Date.parse("2026-07-14T09:00:00Z") + n),
  }));
  await db.insert(pitch).values(pitches);
  const [one, two] = [await makeOrganiser(db, camp), await makeOrganiser(db, camp)];
  const cell = (slotIndex: number, roomIndex: number) => ({
    slotId: slots[slotIndex]!.id,
    roomId: rooms[roomIndex]!.id,
  });
  return { camp, pitches: pitches.map(({ id }) => id), cell, one, two };
}

/** The draft as "pitch number: room number and slot number", for reading in a test. */
export async function lying(db: Database, board: Board) {
  const { placements, rooms, slots } = await readDraft(db, board.camp.id);
  return Object.fromEntries(
    placements.map(({ pitchId, slotId, roomId }) => [
      "abcde"[board.pitches.indexOf(pitchId)],
      `${rooms.find(({ id }) => id === roomId)!.letter}${slots.findIndex(({ id }) => id === slotId)}`,
    ]),
  );
}
