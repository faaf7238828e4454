/** Taking edits of the draft back, also over what became of it meanwhile. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { markOf } from "#db/change.ts";
import { readDraft } from "#db/draft.ts";
import { place, reshape, takeOff } from "#db/edit.ts";
import { withdrawPitch } from "#db/pitch/withdrawal.ts";
import { changeSlots, slotsShown } from "#db/slot.ts";
import { readUndo, undo } from "#db/undo.ts";
import { inTheWay, placementOf } from "#domain/draft.ts";
import { keyOf } from "#domain/run.ts";
import { SLOT_KINDS, type SlotKind } from "#domain/slot.ts";
import { lying, makeBoard } from "#tests/support/board.ts";
import { freshDatabase } from "#tests/support/database.ts";

const now = new Date("2026-07-14T09:00:00Z");
const EMPTY = { from: null, there: [] };
const { db } = await freshDatabase();

describe("undo", () => {
  test("takes twenty-five steps back, one by one, and only one's own", async () => {
    const board = await makeBoard(db);
    const { one, two, pitches, cell } = board;
    await place(db, two, { pitchId: pitches[4]!, copy: 0, cell: cell(2, 2), seen: EMPTY }, now);
    let from = null as ReturnType<typeof cell> | null;
    for (let n = 0; n < 25; n++) {
      const to = cell(n % 2 ? 2 : 0, n % 3 === 2 ? 1 : 0);
      if (from?.slotId === to.slotId && from.roomId === to.roomId) continue;
      await place(db, one, { pitchId: pitches[0]!, copy: 0, cell: to, seen: { from, there: [] } }, now);
      from = to;
    }
    const { steps } = (await readUndo(db, one, now))!;
    expect(steps).toBeGreaterThan(19);
    for (let n = 0; n < steps; n++)
      expect(await undo(db, one, now)).toMatchObject({ ok: true, value: { undone: "place" } });
    expect(await undo(db, one, now)).toMatchObject({ ok: true, value: { undone: null } });
    expect(await lying(db, board)).toEqual({ e: "C2" });
  });

  test("leaves what somebody else has moved since, and goes on to the step before", async () => {
    const board = await makeBoard(db);
    const { one, two, pitches, cell } = board;
    await place(db, one, { pitchId: pitches[0]!, copy: 0, cell: cell(0, 0), seen: EMPTY }, now);
    await place(db, one, { pitchId: pitches[1]!, copy: 0, cell: cell(0, 1), seen: EMPTY }, now);
    await takeOff(db, two, { pitchId: pitches[1]!, copy: 0, from: cell(0, 1) }, now);
    expect(await undo(db, one, now)).toMatchObject({ ok: true, value: { undone: "overtaken" } });
    expect(await undo(db, one, now)).toMatchObject({ ok: true, value: { undone: "place" } });
    expect(await lying(db, board)).toEqual({});
  });

  test("brings nobody back who withdrew", async () => {
    const board = await makeBoard(db);
    const { one, pitches, cell } = board;
    await place(db, one, { pitchId: pitches[0]!, copy: 0, cell: cell(0, 0), seen: EMPTY }, now);
    await takeOff(db, one, { pitchId: pitches[0]!, copy: 0, from: cell(0, 0) }, now);
    await withdrawPitch(db, one, pitches[0]!, now);
    expect(await undo(db, one, now)).toMatchObject({ ok: true, value: { undone: "overtaken" } });
    expect(await lying(db, board)).toEqual({});
  });

  test("brings nothing back into what is a break by now", async () => {
    const { board, kinds } = await boardOfKinds();
    const { one, pitches, cell } = board;
    await place(db, one, { pitchId: pitches[0]!, copy: 0, cell: cell(0, 0), seen: EMPTY }, now);
    await takeOff(db, one, { pitchId: pitches[0]!, copy: 0, from: cell(0, 0) }, now);
    await kinds(["break", "break", "session"]);
    expect(await undo(db, one, now)).toMatchObject({ ok: true, value: { undone: "overtaken" } });
    expect(await lying(db, board)).toEqual({});
  });

  test("puts no long session back where its second slot is a break by now", async () => {
    const { board, kinds } = await boardOfKinds("session");
    const { one, pitches, cell } = board;
    const a = { pitchId: pitches[0]!, copy: 0 };
    await reshape(db, one, { ...a, act: "lengthen" }, now);
    await place(db, one, { ...a, cell: cell(0, 0), seen: EMPTY }, now);
    await takeOff(db, one, { ...a, from: cell(0, 0) }, now);
    await kinds(["session", "break", "session"]);
    expect(await undo(db, one, now)).toMatchObject({ ok: true, value: { undone: "overtaken" } });
    expect(await lying(db, board)).toEqual({});
  });

  test("a sitting later there is nothing to take back", async () => {
    const { one, pitches, cell } = await makeBoard(db);
    await place(db, one, { pitchId: pitches[0]!, copy: 0, cell: cell(0, 0), seen: EMPTY }, now);
    expect(await readUndo(db, one, new Date(now.getTime() + 13 * 3_600_000))).toBeNull();
  });
});

/** A board, and how its slots become sessions and breaks, agreed to whatever that asks. */
async function boardOfKinds(noon?: SlotKind) {
  const board = await makeBoard(db, noon);
  const shown = async () => slotsShown((await readDraft(db, board.camp.id)).slots, "Europe/London");
  const kinds = async (wanted: readonly SlotKind[]) => {
    const was = await shown();
    const is = was.map((row, at) => ({ ...row, kind: wanted[at]!, title: "Tea" }));
    const asked = await changeSlots(db, board.one, markOf(was), is, now);
    if (asked.ok && "asks" in asked.value)
      await changeSlots(db, board.one, markOf(was), is, now, asked.value.agreement);
  };
  return { board, kinds };
}

test("whatever is placed, taken back and made a break, no session stands in a break", {
  timeout: 60_000,
}, async () => {
  const step = fc.oneof(
    fc.record({ pitch: fc.nat(4), slot: fc.nat(2), room: fc.nat(2) }),
    fc.constant("undo" as const),
    fc.array(fc.constantFrom(...SLOT_KINDS), { minLength: 3, maxLength: 3 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
      const { board, kinds } = await boardOfKinds();
      const { one, pitches, cell } = board;
      for (const it of steps) {
        if (it === "undo") await undo(db, one, now);
        else if (Array.isArray(it)) await kinds(it);
        else {
          const draft = await readDraft(db, board.camp.id);
          const [to, pitchId] = [cell(it.slot, it.room), pitches[it.pitch]!];
          const from = placementOf(draft.placements, { pitchId, copy: 0 });
          const there = inTheWay(draft, { pitchId, copy: 0 }, to).map(keyOf);
          await place(db, one, { pitchId, copy: 0, cell: to, seen: { from, there } }, now);
        }
        const { placements, slots } = await readDraft(db, board.camp.id);
        const breaks = new Set(slots.filter(({ kind }) => kind === "break").map(({ id }) => id));
        expect(placements.filter(({ slotId }) => breaks.has(slotId))).toEqual([]);
      }
    }),
    { numRuns: 15 },
  );
});
