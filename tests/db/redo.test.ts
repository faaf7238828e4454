/** Doing again what was undone. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { readDraft } from "#db/draft.ts";
import { place, takeOff } from "#db/edit.ts";
import { withdrawPitch } from "#db/pitch/withdrawal.ts";
import { readRedo, redo } from "#db/redo.ts";
import { undo } from "#db/undo.ts";
import { placementOf } from "#domain/draft.ts";
import { type Board, lying, makeBoard } from "#tests/support/board.ts";
import { freshDatabase } from "#tests/support/database.ts";

const now = new Date("2026-07-14T09:00:00Z");
let clock = 0;
const later = () => new Date(now.getTime() + ++clock);
const { db } = await freshDatabase();

const put = async ({ one, pitches, cell, camp }: Board, n: number, room: number, who = one) => {
  const { placements } = await readDraft(db, camp.id);
  const is = placementOf(placements, { pitchId: pitches[n]!, copy: 0 });
  const to = cell(0, room);
  const there = placements.find((it) => it.slotId === to.slotId && it.roomId === to.roomId);
  const from = is && { slotId: is.slotId, roomId: is.roomId };
  const seen = { from, there: there ? [there.pitchId] : [] };
  return place(db, who, { pitchId: pitches[n]!, copy: 0, cell: to, seen }, later());
};

test("steps that were undone are done again in their order, and can be undone again", async () => {
  const board = await makeBoard(db);
  const { one } = board;
  await put(board, 0, 0);
  await put(board, 1, 1);
  expect(await readRedo(db, one, later())).toBe(null);
  await undo(db, one, later());
  await undo(db, one, later());
  expect([await lying(db, board), await readRedo(db, one, later())]).toEqual([{}, "place"]);
  expect(await redo(db, one, later())).toMatchObject({ value: { redone: "place", next: "place" } });
  expect(await lying(db, board)).toEqual({ a: "A0" });
  expect(await redo(db, one, later())).toMatchObject({ value: { redone: "place", next: null } });
  expect(await lying(db, board)).toEqual({ a: "A0", b: "B0" });
  expect(await redo(db, one, later())).toMatchObject({ value: { redone: null, changed: null } });
  await undo(db, one, later());
  expect([await lying(db, board), await readRedo(db, one, later())]).toEqual([{ a: "A0" }, "place"]);
});

test("whoever does something else has nothing left to do again, and nobody does again what is another's", async () => {
  const board = await makeBoard(db);
  await put(board, 0, 0);
  await undo(db, board.one, later());
  expect(await readRedo(db, board.two, later())).toBe(null);
  await put(board, 1, 1, board.two);
  expect(await readRedo(db, board.one, later())).toBe("place");
  await put(board, 2, 2);
  expect(await readRedo(db, board.one, later())).toBe(null);
});

test("what somebody else has done there since stays, and whoever withdrew is not brought back", async () => {
  const board = await makeBoard(db);
  const { one, two, pitches, cell } = board;
  await put(board, 0, 0);
  await undo(db, one, later());
  await put(board, 1, 0, two);
  expect(await redo(db, one, later())).toMatchObject({ value: { redone: "overtaken", changed: null } });
  expect(await lying(db, board)).toEqual({ b: "A0" });
  await takeOff(db, two, { pitchId: pitches[1]!, copy: 0, from: cell(0, 0) }, later());
  await put(board, 0, 0);
  await undo(db, one, later());
  await withdrawPitch(db, two, pitches[0]!, later());
  expect(await redo(db, one, later())).toMatchObject({ value: { redone: "overtaken" } });
  expect(await lying(db, board)).toEqual({});
});

test("what is overtaken is passed over, and what was undone besides is done again", async () => {
  const board = await makeBoard(db);
  const { one, two } = board;
  await put(board, 0, 0);
  await put(board, 1, 1);
  await undo(db, one, later());
  await undo(db, one, later());
  await put(board, 2, 0, two);
  expect(await redo(db, one, later())).toMatchObject({ value: { redone: "overtaken", next: "place" } });
  expect(await redo(db, one, later())).toMatchObject({ value: { redone: "place", next: null } });
  expect(await lying(db, board)).toEqual({ b: "B0", c: "A0" });
  expect(await redo(db, one, later())).toMatchObject({ value: { redone: null } });
  expect(await undo(db, one, later())).toMatchObject({ value: { undone: "place" } });
  expect(await lying(db, board)).toEqual({ c: "A0" });
});

test("however far it is undone and done again, the draft is what it was after as many steps", {
  timeout: 60_000,
}, async () => {
  const step = fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 2 }));
  const away = fc.array(fc.boolean(), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), away, async (steps, moves) => {
      const board = await makeBoard(db);
      const after: object[] = [{}];
      for (const [n, room] of steps) {
        const done = await put(board, n, room);
        if (done.ok && done.value) after.push(await lying(db, board));
      }
      let at = after.length - 1;
      for (const back of moves) {
        await (back ? undo : redo)(db, board.one, later());
        at = Math.min(after.length - 1, Math.max(0, at + (back ? -1 : 1)));
        expect(await lying(db, board)).toEqual(after[at]);
      }
    }),
    { numRuns: 15 },
  );
});
