import { and, eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Database } from "#db/connection.ts";
import { readDraft } from "#db/draft.ts";
import { place } from "#db/edit.ts";
import { newId } from "#db/id.ts";
import { readProblem, readQuestion, weighableOf } from "#db/planner-problem.ts";
import { listRoomsOff, switchRoomOff, switchRoomOn } from "#db/room-off.ts";
import { audit } from "#db/schema/audit.ts";
import { event } from "#db/schema/event.ts";
import { liveVersion } from "#db/schema/live.ts";
import { room } from "#db/schema/room.ts";
import { slot } from "#db/schema/slot.ts";
import { type CardWeights, weighing, weightAt } from "#domain/weighing.ts";
import { type Board, lying, makeBoard } from "#tests/support/board.ts";
import { freshDatabase } from "#tests/support/database.ts";

const NOW = new Date("2026-07-14T09:00:00Z");
const BROKEN = "the projector is broken";

let db: Database;
let board: Board;
let eventId: string;

beforeAll(async () => {
  ({ db } = await freshDatabase());
});
beforeEach(async () => {
  board = await makeBoard(db);
  eventId = board.camp.id;
});

const off = (slots: readonly number[] | null, note = BROKEN, who = board.one) =>
  switchRoomOff(
    db,
    who,
    {
      roomId: board.cell(0, 0).roomId,
      slotIds: slots?.map((n) => board.cell(n, 0).slotId) ?? null,
      note,
    },
    NOW,
  );
const problemVersion = async () =>
  (await db.select().from(liveVersion).where(eq(liveVersion.eventId, eventId)))[0]!.problemVersion;
const closed = async () => (await readProblem(db, eventId, NOW)).problem.rooms.map((it) => it.closed);

test("a room that is switched off is in the draft with why, and closed to the planner, until it is on again", async () => {
  const before = await problemVersion();
  expect(await off([2])).toEqual({ ok: true, value: null });
  const { off: known } = await readDraft(db, eventId);
  expect(known).toEqual([{ id: expect.any(String), ...board.cell(2, 0), note: BROKEN }]);
  expect(await closed()).toEqual([[2], [], []]);
  expect(await problemVersion()).toBe(before + 1);
  expect(await switchRoomOn(db, board.two, known![0]!.id, NOW)).toEqual({ ok: true, value: null });
  expect(await readDraft(db, eventId)).not.toHaveProperty("off");
  expect(await closed()).toEqual([[], [], []]);
  const acts = await db.select().from(audit).where(eq(audit.eventId, eventId)).orderBy(audit.at, audit.id);
  expect(acts.map(({ act, actorId, reason }) => [act, actorId, reason])).toEqual([
    ["switch_room_off", board.one.personId, BROKEN],
    ["switch_room_on", board.two.personId, BROKEN],
  ]);
});

test("switched off for the whole time it is closed in every slot; what stands there stays", async () => {
  const seen = { from: null, there: [] };
  await place(db, board.one, { pitchId: board.pitches[0]!, copy: 0, cell: board.cell(0, 0), seen }, NOW);
  await off(null);
  expect(await closed()).toEqual([[0, 1, 2], [], []]);
  expect(await lying(db, board)).toEqual({ a: "A0" });
});

test("a held card is told of the cell of a room that is off", async () => {
  await off([2]);
  const asked = weighableOf(await readQuestion(db, eventId), [], NOW);
  const weighed = [...withEnd(weighing(asked, { pitchId: board.pitches[0]!, copy: 0 }))].at(
    -1,
  ) as CardWeights;
  expect(weightAt(weighed, board.cell(2, 0))?.rule).toBe("room-closed");
  expect(weightAt(weighed, board.cell(0, 0))?.rule).toBeNull();
});

/** A generator's pauses, and then what it returns. */
function* withEnd<T>(steps: Generator<void, T, void>): Generator<unknown, void, void> {
  yield yield* steps;
}

test("said again it is off once, for the later reason; switched on again twice it is on", async () => {
  await off(null, "cold");
  await off(null, "still cold", board.two);
  const [one, ...others] = await listRoomsOff(db, eventId);
  expect([one!.note, others]).toEqual(["still cold", []]);
  await switchRoomOn(db, board.one, one!.id, NOW);
  expect(await switchRoomOn(db, board.one, one!.id, NOW)).toEqual({ ok: true, value: null });
});

test("another camp's room, slot and switch are not found, and nothing is switched by them", async () => {
  const other = await makeBoard(db);
  const NOT_FOUND = { ok: false, refusal: "not_found" };
  expect(await off([0], BROKEN, other.one)).toEqual(NOT_FOUND);
  const { roomId } = board.cell(0, 0);
  const theirs = [other.cell(0, 0).slotId];
  expect(await switchRoomOff(db, board.one, { roomId, slotIds: theirs, note: "" }, NOW)).toEqual(NOT_FOUND);
  expect(await switchRoomOff(db, board.one, { roomId, slotIds: [], note: "" }, NOW)).toEqual(NOT_FOUND);
  expect(await switchRoomOff(db, board.one, { roomId, slotIds: [newId()], note: "" }, NOW)).toEqual(
    NOT_FOUND,
  );
  await off([0]);
  const [one] = await listRoomsOff(db, eventId);
  await switchRoomOn(db, other.one, one!.id, NOW);
  expect(await listRoomsOff(db, eventId)).toHaveLength(1);
});

test("in a phase in which nobody arranges no room is switched", async () => {
  await off([0]);
  const [one] = await listRoomsOff(db, eventId);
  await db.update(event).set({ phase: "after" }).where(eq(event.id, eventId));
  expect(await off([2])).toEqual({ ok: false, refusal: "not_open" });
  expect(await switchRoomOn(db, board.one, one!.id, NOW)).toEqual({ ok: false, refusal: "not_open" });
});

test("it goes with its room and with its slot", async () => {
  await off([0, 2]);
  await db.delete(slot).where(eq(slot.id, board.cell(0, 0).slotId));
  expect(await listRoomsOff(db, eventId)).toHaveLength(1);
  await db.delete(room).where(and(eq(room.eventId, eventId), eq(room.id, board.cell(0, 0).roomId)));
  expect(await listRoomsOff(db, eventId)).toEqual([]);
});
