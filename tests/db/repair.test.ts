import { and, eq, inArray } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "#db/connection.ts";
import { readGrid } from "#db/draft.ts";
import { place, takeOff } from "#db/edit.ts";
import { takeVersionBack } from "#db/publication/taking-back.ts";
import { readRepairs } from "#db/repair/options.ts";
import { readLastRepair, repairDay, undoRepair } from "#db/repair.ts";
import { listRoomsOff, switchRoomOff } from "#db/room-off.ts";
import { audit } from "#db/schema/audit.ts";
import { event } from "#db/schema/event.ts";
import { pitch } from "#db/schema/pitch.ts";
import { room } from "#db/schema/room.ts";
import { telling } from "#db/schema/telling.ts";
import { hand } from "#db/schema/voting.ts";
import type { Repair } from "#domain/repair/options.ts";
import type { Trouble } from "#domain/repair.ts";
import { refused } from "#domain/result.ts";
import { type Board, lying, makeBoard } from "#tests/support/board.ts";
import { makePerson } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { publishDraft } from "#tests/support/published.ts";

const NOW = new Date("2026-07-14T10:00:00Z");
const EMPTY = { from: null, there: [] };
const LATE = { ok: false, refusal: "changed_meanwhile" };

let db: Database;
let board: Board;
let eventId: string;
let gone: Trouble;

beforeAll(async () => {
  ({ db } = await freshDatabase());
});

/** Version 1: a in the Hall and b in the Den at 11, c in the Den at 13. */
beforeEach(async () => {
  board = await makeBoard(db);
  eventId = board.camp.id;
  await put(0, 0, 0);
  await put(1, 0, 1);
  await put(2, 2, 1);
  await publishDraft(db, board.one, NOW);
  const { roomId } = board.cell(0, 1);
  gone = { kind: "room_gone", roomId, slotIds: [board.cell(0, 1).slotId, board.cell(2, 1).slotId] };
});

const put = (n: number, slot: number, roomNumber: number) =>
  place(
    db,
    board.one,
    { pitchId: board.pitches[n]!, copy: 0, cell: board.cell(slot, roomNumber), seen: EMPTY },
    NOW,
  );

/** What everybody sees, as `lying` says it of the draft. */
async function seen(): Promise<Record<string, string>> {
  const grid = await readGrid(db, eventId);
  const of = (id: string) => "abcde"[board.pitches.indexOf(id)]!;
  return Object.fromEntries(
    grid!.placements.map(({ pitchId, slotId, roomId }) => [
      of(pitchId),
      `${grid!.rooms.find(({ id }) => id === roomId)!.letter}${grid!.slots.findIndex(({ id }) => id === slotId)}`,
    ]),
  );
}

const optionsFor = async (trouble = gone) => (await readRepairs(db, board.one, trouble, NOW))!.repairs;
const take = ({ moves, closes }: Repair, over: { seen?: number; trouble?: Trouble } = {}, who = board.one) =>
  repairDay(db, who, { moves, closes, trouble: gone, note: "locked", seen: 1, ...over }, NOW);

let ranks = 0;
async function fan(n: number): Promise<string> {
  const registrationId = await makePerson(db, board.camp, "confirmed", { rank: ++ranks });
  await db.insert(hand).values({
    pitchId: board.pitches[n]!,
    registrationId,
    up: true,
    castAt: NOW,
  } as typeof hand.$inferInsert);
  return registrationId;
}
async function told(): Promise<string[]> {
  const rows = await db
    .select({ who: telling.registrationId, pitchId: telling.pitchId })
    .from(telling)
    .where(inArray(telling.pitchId, board.pitches));
  return rows.map(({ who, pitchId }) => `${who} ${"abcde"[board.pitches.indexOf(pitchId)]}`);
}

test("a repair changes the draft and what everybody sees at once, switches the room off, and is logged", async () => {
  const [best] = await optionsFor();
  expect(best!.way).toBe("same_slot");
  expect(await take(best!)).toEqual({ ok: true, value: { number: 2, moved: 2, taken: 0 } });
  const after = await seen();
  expect(after).toMatchObject({ a: "A0", b: "C0" });
  expect(["A2", "C2"]).toContain(after.c);
  expect(await lying(db, board)).toEqual(after);
  expect((await listRoomsOff(db, eventId)).map(({ note }) => note)).toEqual(["locked", "locked"]);
  const [logged] = await db.select().from(audit).where(eq(audit.act, "repair"));
  expect(logged).toMatchObject({ actorId: board.one.personId, to: "2", reason: "locked" });
});

test("exactly those are told who host what moved or have a hand up for it", async () => {
  const [a, b] = [await fan(0), await fan(1)];
  await take((await optionsFor())[0]!);
  expect(await told()).toEqual([`${b} b`]);
  expect(await told()).not.toContain(`${a} a`);
});

test("what of the draft was not published stays so", async () => {
  await put(3, 0, 2);
  await takeOff(db, board.one, { pitchId: board.pitches[0]!, copy: 0, from: board.cell(0, 0) }, NOW);
  const found = await optionsFor();
  expect(
    found[0]!.moves.every(
      ({ to }) => to?.roomId !== board.cell(0, 2).roomId || to.slotId !== board.cell(0, 2).slotId,
    ),
  ).toBe(true);
  await take(found[0]!);
  expect(await seen()).toHaveProperty("a", "A0");
  expect(await seen()).not.toHaveProperty("d");
  const draft = await lying(db, board);
  expect(draft).toHaveProperty("d", "C0");
  expect(draft).not.toHaveProperty("a");
});

test("what the draft alone has longer or once more is repaired as it is out", async () => {
  const before = await optionsFor();
  const reshape = (n: number, shape: { length?: 2; runs?: number }) =>
    db.update(pitch).set(shape).where(eq(pitch.id, board.pitches[n]!));
  await reshape(2, { length: 2 });
  expect(await optionsFor()).toEqual(before);
  await reshape(2, { runs: 2 });
  await reshape(0, { runs: 3 });
  expect(await optionsFor()).toEqual(before);
});

test("sent twice it is made once, and another one of the same version is not", async () => {
  const [best, ...others] = await optionsFor();
  const once = await take(best!);
  expect(await take(best!)).toEqual(once);
  expect((await readGrid(db, eventId))!.number).toBe(2);
  expect(await take(others.at(-1)!)).toEqual(LATE);
  await undoRepair(db, board.two, (await readLastRepair(db, board.one, NOW))!.id, NOW);
  expect(await take(best!)).toEqual(LATE);
});

test("another trouble of the same version, of which nothing moves either, is not taken for the first", async () => {
  const empty = (n: number, ...slots: number[]): Trouble => ({
    ...{ kind: "room_gone", roomId: board.cell(0, n).roomId },
    slotIds: slots.map((slot) => board.cell(slot, 0).slotId),
  });
  const [first, second] = [empty(2, 0), empty(2, 1)];
  const repairOf = async (trouble: Trouble) => (await optionsFor(trouble as typeof gone))[0]!;
  const [one, two] = [await repairOf(first), await repairOf(second)];
  expect([one.moves, two.moves]).toEqual([[], []]);
  expect(await take(one, { trouble: first })).toMatchObject({ ok: true, value: { number: 2 } });
  expect(await take(one, { trouble: first })).toMatchObject({ ok: true, value: { number: 2 } });
  expect(await take(two, { trouble: second })).toEqual(refused("changed_meanwhile"));
});

describe("of two desks", () => {
  test("one repairs and the other is told, and nothing of theirs is done", async () => {
    const [best, ...others] = await optionsFor();
    const answers = await Promise.all([take(best!), take(others.at(-1)!, {}, board.two)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual(LATE);
    expect((await readGrid(db, eventId))!.number).toBe(2);
    expect(await db.$count(audit, and(eq(audit.eventId, eventId), eq(audit.act, "repair")))).toBe(1);
  });

  test("who saw an older version, or what is elsewhere or taken by now, is told", async () => {
    const [best] = await optionsFor();
    expect(await take(best!, { seen: 7 })).toEqual(LATE);
    await put(3, 0, 2);
    await put(4, 2, 2);
    expect(await take(best!)).toEqual(LATE);
    expect(await seen()).toEqual({ a: "A0", b: "B0", c: "B2" });
    expect(await listRoomsOff(db, eventId)).toEqual([]);
  });

  test("nothing goes into a room that was switched off meanwhile", async () => {
    const [best] = await optionsFor();
    const others = [0, 2].map((n) => board.cell(0, n).roomId);
    for (const roomId of others) await switchRoomOff(db, board.two, { roomId, slotIds: null, note: "" }, NOW);
    expect(await take(best!)).toEqual(LATE);
  });
});

describe("taken back", () => {
  const undo = async (who = board.one) => {
    const last = await readLastRepair(db, board.one, NOW);
    return undoRepair(db, who, last!.id, NOW);
  };

  test("a repair is another version in which all is where it was, and the room is on again", async () => {
    const b = await fan(1);
    await take((await optionsFor())[0]!);
    const last = await readLastRepair(db, board.one, NOW);
    expect(last).toMatchObject({ kind: "room_gone", number: 2 });
    expect(await undo()).toEqual({ ok: true, value: { number: 3, moved: 2, taken: 0 } });
    expect(await seen()).toEqual({ a: "A0", b: "B0", c: "B2" });
    expect(await lying(db, board)).toEqual({ a: "A0", b: "B0", c: "B2" });
    expect(await listRoomsOff(db, eventId)).toEqual([]);
    expect(await readLastRepair(db, board.one, NOW)).toBeNull();
    // Twice is once.
    expect(await undoRepair(db, board.two, last!.id, NOW)).toEqual({
      ok: true,
      value: { number: 3, moved: 2, taken: 0 },
    });
    expect((await readGrid(db, eventId))!.number).toBe(3);
    expect(await told()).toEqual([`${b} b`]);
  });

  test("what was taken off is on again", async () => {
    const ill: Trouble = { kind: "host_ill", key: board.pitches[0]! };
    const off = (await optionsFor(ill)).at(-1)!;
    expect(await take(off, { trouble: ill })).toEqual({ ok: true, value: { number: 2, moved: 0, taken: 1 } });
    expect(await seen()).toEqual({ b: "B0", c: "B2" });
    await undo();
    expect(await seen()).toEqual({ a: "A0", b: "B0", c: "B2" });
  });

  test("not where something else is there by now, or what moved is elsewhere", async () => {
    await take((await optionsFor())[0]!);
    await db.delete(room).where(eq(room.id, board.cell(0, 1).roomId));
    expect(await undo()).toEqual(LATE);
    expect((await readGrid(db, eventId))!.number).toBe(2);
  });

  test("nor once its version was taken back", async () => {
    await take((await optionsFor())[0]!);
    const asked = await takeVersionBack(db, board.two, 2, NOW);
    const agreed = asked.ok && "asks" in asked.value ? asked.value.agreement : "";
    await takeVersionBack(db, board.two, 2, NOW, agreed);
    expect(await undo()).toEqual(LATE);
  });

  test("by nobody of another camp", async () => {
    await take((await optionsFor())[0]!);
    const other = await makeBoard(db);
    await publishDraft(db, other.one, NOW);
    expect(await undo(other.one)).toEqual({ ok: false, refusal: "not_found" });
  });
});

test("the room of another camp is not found, and is not switched off", async () => {
  const other = await makeBoard(db);
  const closes = [{ roomId: other.cell(0, 0).roomId, slotIds: [other.cell(0, 0).slotId] }];
  const answer = await take({ way: "off", moves: [], closes, people: 0, unseated: 0 });
  expect(answer).toEqual({ ok: false, refusal: "not_found" });
  expect(await listRoomsOff(db, other.camp.id)).toEqual([]);
});

test("a pitch that was withdrawn meanwhile is not moved", async () => {
  const [best] = await optionsFor();
  await db.update(pitch).set({ withdrawnAt: NOW }).where(eq(pitch.id, board.pitches[1]!));
  expect(await take(best!)).toEqual(LATE);
});

test("where nobody arranges any more nothing is repaired or taken back", async () => {
  const [best] = await optionsFor();
  await take(best!);
  const last = await readLastRepair(db, board.one, NOW);
  await db.update(event).set({ phase: "after" }).where(eq(event.id, eventId));
  expect(await take(best!, { seen: 2 })).toEqual({ ok: false, refusal: "not_open" });
  expect(await undoRepair(db, board.one, last!.id, NOW)).toEqual({ ok: false, refusal: "not_open" });
});

test("without a grid there is nothing to repair", async () => {
  const bare = await makeBoard(db);
  expect(await readRepairs(db, bare.one, gone, NOW)).toBeNull();
  const nothing = { moves: [], closes: [], trouble: gone, note: "", seen: 1 };
  expect(await repairDay(db, bare.one, nothing, NOW)).toEqual(LATE);
});
