/** Writes what an import brings into a camp whose lock is held. */
import { eq, inArray } from "drizzle-orm";
import { record } from "#db/audit.ts";
import { onTheirDays } from "#db/day.ts";
import { listSlots } from "#db/draft.ts";
import { newId } from "#db/id.ts";
import type { Importer } from "#db/import/importer.ts";
import { writeHands, writePeople } from "#db/import/people.ts";
import { insertAll } from "#db/insert.ts";
import { insertPlacements, settleCells } from "#db/placement.ts";
import { takeLetters } from "#db/room.ts";
import { event } from "#db/schema/event.ts";
import { pitch, pitchHost } from "#db/schema/pitch.ts";
import { room } from "#db/schema/room.ts";
import { slot } from "#db/schema/slot.ts";
import type { Transaction } from "#db/transaction.ts";
import { isWhole, LENGTHS } from "#domain/cell.ts";
import type { Placement } from "#domain/grid.ts";
import { type Additions, type PitchRef, USUAL_SEATS } from "#domain/import/additions.ts";
import type { TellProgress } from "#domain/import/progress.ts";
import { same } from "#domain/import/text.ts";

/** @returns the ids of all pitches whose hands have changed */
export async function writeAdditions(
  tx: Transaction,
  importer: Importer,
  camp: { id: string; capacity: number; nextRank: number },
  additions: Additions,
  now: Date,
  tell: TellProgress,
): Promise<string[]> {
  const wrote = countWritten(additions, tell);
  const booked = { ...importer, at: now, subjectId: camp.id };
  if (additions.capacity > camp.capacity) {
    await tx.update(event).set({ capacity: additions.capacity }).where(eq(event.id, camp.id));
    const [from, to] = [String(camp.capacity), String(additions.capacity)];
    await record(tx, { ...booked, act: "raise_capacity", from, to, reason: "import" });
  }
  const pitchIds = await writePitches(tx, camp.id, additions, now, wrote);
  const idOf = (ref: PitchRef) => ("id" in ref ? ref.id : pitchIds[ref.at]!);
  await writeGrid(tx, camp.id, additions, idOf);
  await writePeople(tx, importer, camp, additions.people, now, wrote);
  const hands = additions.hands.map(({ email, pitch: ref }) => ({ email, pitchId: idOf(ref) }));
  await writeHands(tx, camp.id, hands, now, wrote);
  await record(tx, { ...booked, act: "import" });
  return [...new Set([...pitchIds, ...hands.map((hand) => hand.pitchId)])];
}

type Wrote = (rows: number) => void;

function countWritten({ pitches, people, hands }: Additions, tell: TellProgress): Wrote {
  const of = pitches.length + people.length + hands.length;
  let done = 0;
  const wrote = (rows: number) => {
    done += rows;
    tell({ step: "writing", done, of });
  };
  wrote(0);
  return wrote;
}

async function writePitches(
  tx: Transaction,
  eventId: string,
  additions: Additions,
  now: Date,
  wrote: Wrote,
): Promise<string[]> {
  const all = additions.pitches.length;
  const rows = additions.pitches.map(({ title, line, kind, hosts }, index) => {
    // One millisecond apart, so that they stay in the file's order.
    return {
      id: newId(),
      eventId,
      title,
      line,
      kind,
      hosts,
      createdAt: new Date(now.getTime() - all + index),
    };
  });
  await insertAll(tx, pitch, rows, "fail", wrote);
  const hosts = rows.flatMap(({ id, hosts: names }) =>
    names.map((name, position) => ({ pitchId: id, position, name })),
  );
  await insertAll(tx, pitchHost, hosts);
  return rows.map((row) => row.id);
}

async function writeGrid(
  tx: Transaction,
  eventId: string,
  additions: Additions,
  idOf: (ref: PitchRef) => string,
): Promise<void> {
  const before = await tx.select().from(room).where(eq(room.eventId, eventId));
  const next = Math.max(-1, ...before.map(({ position }) => position)) + 1;
  const letters = await takeLetters(tx, eventId, additions.rooms.length);
  const rooms = additions.rooms.map(({ name, seats }, index) => {
    const [letter, position] = [letters[index]!, next + index];
    return { id: newId(), eventId, letter, name, capacity: seats ?? USUAL_SEATS, position };
  });
  await insertAll(tx, room, rooms);
  const slots = additions.slots.map(({ kind, title, startsAt, endsAt }) => {
    return { id: newId(), eventId, kind, title, startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
  });
  await insertAll(tx, slot, await onTheirDays(tx, eventId, slots));
  const inOrder = await listSlots(tx, eventId);
  if (additions.slots.length > 0) await settleCells(tx, eventId, inOrder);
  if (additions.placements.length === 0) return;
  const roomIds = new Map(
    (await tx.select().from(room).where(eq(room.eventId, eventId))).map((row) => [same(row.name), row.id]),
  );
  const slotIds = new Map(
    (await tx.select().from(slot).where(eq(slot.eventId, eventId))).map((row) => [
      row.startsAt.getTime(),
      row.id,
    ]),
  );
  const placements = additions.placements.map((one): Placement => {
    const cell = { slotId: slotIds.get(one.slot.startsAt)!, roomId: roomIds.get(same(one.room))! };
    const long = one.second !== null && isWhole({ ...cell, length: 2 }, inOrder);
    return { pitchId: idOf(one.pitch), copy: 0, ...cell, length: long ? 2 : 1, pinned: one.pinned };
  });
  for (const length of LENGTHS) {
    const ids = placements.filter((it) => it.length === length).map(({ pitchId }) => pitchId);
    if (ids.length > 0) await tx.update(pitch).set({ length }).where(inArray(pitch.id, ids));
  }
  await insertPlacements(tx, eventId, placements, inOrder);
}
