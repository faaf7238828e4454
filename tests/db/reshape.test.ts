/** Sessions of two slots and of several runs on a real Postgres: where they stand, races, and what is undone. */
import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "#db/connection.ts";
import { readDraft } from "#db/draft.ts";
import { place, reshape, takeOff } from "#db/edit.ts";
import { pitch } from "#db/schema/pitch.ts";
import { readUndo, undo } from "#db/undo.ts";
import { cellsOf } from "#domain/cell.ts";
import { inTheWay, placementOf } from "#domain/draft.ts";
import { RESHAPINGS, type Reshaping } from "#domain/reshaping.ts";
import { keyOf } from "#domain/run.ts";
import { copiesOf, shapeOf } from "#domain/shape.ts";
import { type Board, makeBoard } from "#tests/support/board.ts";
import { freshDatabase } from "#tests/support/database.ts";

const now = new Date("2026-07-14T09:00:00Z");
const EMPTY = { from: null, there: [] };
let db: Database;
let unguarded: Database;
beforeAll(async () => {
  ({ db } = await freshDatabase());
  ({ db: unguarded } = await freshDatabase());
  await unguarded.execute(sql`alter table taken_cell drop constraint placement_one_per_cell`);
});

const run = (board: Board, index: number, copy = 0) => ({ pitchId: board.pitches[index]!, copy });
const put = (board: Board, index: number, cell: ReturnType<Board["cell"]>, copy = 0, database = db) =>
  place(database, board.one, { ...run(board, index, copy), cell, seen: EMPTY }, now);
const make = (board: Board, index: number, act: Reshaping, copy = 0, database = db) =>
  reshape(database, board.two, { ...run(board, index, copy), act }, now);

/** Every cell that is taken, each with who stands in it, as "slot index + room index: pitch". */
async function taken(database: Database, board: Board) {
  const { placements, slots, rooms } = await readDraft(database, board.camp.id);
  const nameOf = (id: string) => "abcde"[board.pitches.indexOf(id)];
  const all = placements.flatMap((it) =>
    cellsOf(it, slots).map(({ slotId, roomId }) => {
      const [slot, room] = [
        slots.findIndex(({ id }) => id === slotId),
        rooms.findIndex(({ id }) => id === roomId),
      ];
      return `${slot}${room}: ${nameOf(it.pitchId)}${it.copy || ""}`;
    }),
  );
  return all.sort();
}

describe("a session of two slots", () => {
  let board: Board;
  beforeEach(async () => {
    board = await makeBoard(db, "session");
  });

  test("takes the next slot where it stands, and only one again when it is made so", async () => {
    await put(board, 0, board.cell(0, 0));
    expect((await make(board, 0, "lengthen")).ok).toBe(true);
    expect(await taken(db, board)).toEqual(["00: a", "10: a"]);
    expect(await put(board, 1, board.cell(1, 0))).toEqual({ ok: false, refusal: "cell_taken" });
    expect((await make(board, 0, "shorten")).ok).toBe(true);
    expect((await put(board, 1, board.cell(1, 0))).ok).toBe(true);
    expect(await taken(db, board)).toEqual(["00: a", "10: b"]);
  });

  test("is refused where somebody else stands next, and where its day ends, with nothing changed", async () => {
    await put(board, 0, board.cell(0, 0));
    await put(board, 1, board.cell(1, 0));
    await put(board, 2, board.cell(2, 0));
    expect(await make(board, 0, "lengthen")).toEqual({ ok: false, refusal: "slot_after_taken" });
    expect(await make(board, 2, "lengthen")).toEqual({ ok: false, refusal: "no_slot_after" });
    await make(board, 3, "lengthen");
    expect(await put(board, 3, board.cell(2, 1))).toEqual({ ok: false, refusal: "no_slot_after" });
    expect(await taken(db, board)).toEqual(["00: a", "10: b", "20: c"]);
  });

  test("does not go on into a break", async () => {
    const other = await makeBoard(db);
    await put(other, 0, other.cell(0, 0));
    expect(await make(other, 0, "lengthen")).toEqual({ ok: false, refusal: "no_slot_after" });
  });

  test("is short again once its making longer is undone, and long where it is undone after it moved", async () => {
    await put(board, 0, board.cell(0, 0));
    await make(board, 0, "lengthen");
    expect(await readUndo(db, board.two, now)).toMatchObject({ act: "lengthen" });
    expect(await undo(db, board.two, now)).toMatchObject({ value: { undone: "lengthen" } });
    expect(await taken(db, board)).toEqual(["00: a"]);
    await make(board, 0, "lengthen");
    // Somebody else's move is older than that: it knows the session as it was.
    expect(await undo(db, board.one, now)).toMatchObject({ value: { undone: "overtaken" } });
    expect(await taken(db, board)).toEqual(["00: a", "10: a"]);
  });
});

describe("another run of a session", () => {
  test("waits in the tray, is put somewhere, and taken away without the other", async () => {
    const board = await makeBoard(db, "session");
    await put(board, 0, board.cell(0, 0));
    expect(await put(board, 0, board.cell(1, 1), 1)).toEqual({ ok: false, refusal: "not_found" });
    await make(board, 0, "run_again");
    expect((await put(board, 0, board.cell(1, 1), 1)).ok).toBe(true);
    expect(await taken(db, board)).toEqual(["00: a", "11: a1"]);
    await takeOff(db, board.one, { ...run(board, 0, 1), from: board.cell(1, 1) }, now);
    expect(await taken(db, board)).toEqual(["00: a"]);
    await undo(db, board.one, now);
    await make(board, 0, "run_less", 0);
    expect(await taken(db, board)).toEqual(["11: a1"]);
    await undo(db, board.two, now);
    expect(await taken(db, board)).toEqual(["00: a", "11: a1"]);
  });

  test("is refused beyond as many as a session may have, and of none that there is not", async () => {
    const board = await makeBoard(db);
    for (let runs = 1; runs < 6; runs++) expect((await make(board, 0, "run_again")).ok).toBe(true);
    expect(await make(board, 0, "run_again")).toEqual({ ok: false, refusal: "runs_enough" });
    expect(await make(board, 1, "run_less")).toEqual({ ok: true, value: null });
    const other = await makeBoard(db);
    const theirs = { ...run(other, 0), act: "run_again" as const };
    expect(await reshape(db, board.two, theirs, now)).toEqual({ ok: false, refusal: "not_found" });
  });
});

describe("one goes on into the cell that another is put into at once", () => {
  async function race(database: Database) {
    const board = await makeBoard(database, "session");
    await make(board, 0, "lengthen", 0, database);
    const answers = await Promise.all([
      put(board, 0, board.cell(0, 0), 0, database),
      put(board, 1, board.cell(1, 0), 0, database),
    ]);
    const cells = (await taken(database, board)).map((cell) => cell.split(":")[0]);
    return { won: answers.filter(({ ok }) => ok).length, twice: new Set(cells).size < cells.length };
  }
  const races = (database: Database) => Promise.all(Array.from({ length: 8 }, () => race(database)));

  test("exactly one wins", async () => {
    for (const { won, twice } of await races(db)) expect([won, twice]).toEqual([1, false]);
  });

  test("without the key of taken cells both would: the race is real", async () => {
    expect((await races(unguarded)).some(({ twice }) => twice)).toBe(true);
  });
});

test("whoever puts a session somewhere while another makes it longer leaves it as long as it is", async () => {
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      const board = await makeBoard(db, "session");
      await Promise.all([make(board, 0, "lengthen"), put(board, 0, board.cell(2, 0))]);
      const { placements, pitches } = await readDraft(db, board.camp.id);
      const [there] = placements;
      if (there) expect(there.length).toBe(shapeOf(pitches, there.pitchId).length);
    }),
  );
});

test("no two ever stand in one cell, whatever two desks do and undo", async () => {
  const step = fc.record({
    what: fc.constantFrom("place", "place", "off", "undo", ...RESHAPINGS),
    who: fc.constantFrom("one" as const, "two" as const),
    pitch: fc.nat(2),
    copy: fc.nat(3),
    slot: fc.nat(2),
    room: fc.nat(1),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 20 }), async (steps) => {
      const board = await makeBoard(db, "session");
      for (const { what, who, pitch: index, copy, slot, room } of steps) {
        const crew = board[who];
        const draft = await readDraft(db, board.camp.id);
        const pitchId = board.pitches[index]!;
        const copies = copiesOf(draft.placements, draft.pitches, pitchId);
        const one = { pitchId, copy: copies[copy % copies.length]! };
        const from = placementOf(draft.placements, one);
        const cell = board.cell(slot, room);
        if (what === "undo") await undo(db, crew, now);
        else if (what === "off") from && (await takeOff(db, crew, { ...one, from }, now));
        else if (what === "place") {
          const there = inTheWay(draft, one, cell).map(keyOf);
          await place(db, crew, { ...one, cell, seen: { from, there } }, now);
        } else await reshape(db, crew, { ...one, act: what }, now);
        const cells = (await taken(db, board)).map((it) => it.split(":")[0]);
        expect(new Set(cells).size).toBe(cells.length);
        const rows = await db.execute<{ n: string }>(sql`select count(*) as n from taken_cell
          join pitch on pitch.id = taken_cell.pitch_id where pitch.event_id = ${board.camp.id}`);
        expect(Number(rows[0]!.n)).toBe(cells.length);
      }
      const lengths = await db.select().from(pitch).where(eq(pitch.eventId, board.camp.id));
      for (const it of (await readDraft(db, board.camp.id)).placements)
        expect(it.length).toBe(lengths.find(({ id }) => id === it.pitchId)!.length);
    }),
    { numRuns: 12 },
  );
});
