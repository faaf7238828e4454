import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellsOf, type Length } from "#domain/cell.ts";
import {
  type Arranging,
  countPlaced,
  type Edit,
  edited,
  fits,
  inTheWay,
  inverse,
  keptEdit,
  occupantOf,
  pinning,
  placementOf,
  placing,
  suggesting,
  takingOff,
} from "#domain/draft.ts";
import type { Placement } from "#domain/grid.ts";
import { RESHAPINGS, reshaping } from "#domain/reshaping.ts";
import { keyOf } from "#domain/run.ts";
import { copiesOf, ONCE, shapeOf } from "#domain/shape.ts";
import { slotsOf } from "#tests/support/slots-of.ts";

const at = (pitchId: string, slotId: string, roomId: string, more: Partial<Placement> = {}): Placement => ({
  ...{ pitchId, copy: 0, slotId, roomId, length: 1, pinned: false },
  ...more,
});
const run = (pitchId: string, copy = 0) => ({ pitchId, copy });
const cell = (slotId: string, roomId: string) => ({ slotId, roomId });
/** Two days of three slots, on the first of which lunch is after the second. */
const slots = slotsOf(["1", "2", "lunch", "3"], ["4", "5", "6"]);
const arranging = (placements: Placement[], pitches: Arranging["pitches"] = {}): Arranging => ({
  ...{ placements, slots, pitches },
});
const long = (...ids: string[]) =>
  Object.fromEntries(ids.map((id) => [id, { shape: { length: 2 as Length, runs: 1 } }]));
const draft = arranging([at("a", "1", "x"), at("b", "1", "y", { pinned: true })]);

describe("placing", () => {
  test("from the tray into an empty cell", () => {
    const after = edited(draft, placing(draft, run("c"), cell("2", "x"))!);
    expect(after.placements).toContainEqual(at("c", "2", "x"));
  });
  test("onto a session swaps the two, each with its pin", () => {
    const { placements } = edited(draft, placing(draft, run("a"), cell("1", "y"))!);
    expect(placementOf(placements, run("a"))).toEqual(at("a", "1", "y"));
    expect(placementOf(placements, run("b"))).toEqual(at("b", "1", "x", { pinned: true }));
  });
  test("from the tray onto a session sends that one to the tray", () => {
    const { placements } = edited(draft, placing(draft, run("c"), cell("1", "x"))!);
    expect(placementOf(placements, run("a"))).toBeNull();
    expect(occupantOf({ placements, slots }, cell("1", "x"))?.pitchId).toBe("c");
  });
  test("where it is already is no edit", () => {
    expect(placing(draft, run("a"), cell("1", "x"))).toBeNull();
  });
});

describe("a session of two slots", () => {
  const two = arranging([at("b", "1", "x"), at("c", "2", "x")], long("a"));

  test("takes the next slot too, and sends whoever is in either to the tray", () => {
    expect(inTheWay(two, run("a"), cell("1", "x")).map(({ pitchId }) => pitchId)).toEqual(["b", "c"]);
    const { placements } = edited(two, placing(two, run("a"), cell("1", "x"))!);
    expect(placements).toEqual([at("a", "1", "x", { length: 2 })]);
    expect(occupantOf({ placements, slots }, cell("2", "x"))?.pitchId).toBe("a");
  });
  test("changes places with the two that stood there", () => {
    const there = arranging([at("a", "1", "y", { length: 2 }), ...two.placements], long("a"));
    const { placements } = edited(there, placing(there, run("a"), cell("1", "x"))!);
    expect(placements.toSorted((one, other) => (one.pitchId < other.pitchId ? -1 : 1))).toEqual([
      at("a", "1", "x", { length: 2 }),
      at("b", "1", "y"),
      at("c", "2", "y"),
    ]);
  });
  test("gives way to a short one, which leaves it no room to swap into", () => {
    const there = arranging([at("a", "1", "x", { length: 2 }), at("b", "3", "y")], long("a"));
    const { placements } = edited(there, placing(there, run("b"), cell("2", "x"))!);
    expect(placements).toEqual([at("b", "2", "x")]);
  });
  test.each(["2", "3", "6"])("goes nowhere from slot %s, after which its day has none", (slotId) => {
    expect(placing(two, run("a"), cell(slotId, "y"))).toBeNull();
  });
});

test("taking off and pinning change only what there is to change", () => {
  const { placements } = draft;
  expect(edited(draft, takingOff(placements, run("a"))!).placements).toEqual([placements[1]]);
  expect(takingOff(placements, run("c"))).toBeNull();
  expect(pinning(placements, run("b"), true)).toBeNull();
  const after = edited(draft, pinning(placements, run("a"), true)!);
  expect(placementOf(after.placements, run("a"))?.pinned).toBe(true);
});

test("a session that runs twice is placed once", () => {
  expect(countPlaced([run("a"), run("a", 1), run("b")])).toBe(2);
});

test("a suggestion that changes nothing is no edit", () => {
  expect(suggesting(draft.placements, draft.placements)).toBeNull();
});

test("an edit from before there were runs is one of first runs, over one slot", () => {
  const { copy: _, length: __, ...old } = at("a", "1", "x");
  expect(keptEdit({ before: [], after: [old as Placement] })).toEqual({
    before: [],
    after: [at("a", "1", "x")],
  });
});

test("an edit from before several sessions could be decided about at once is of the one it was about", () => {
  const shape = { pitchId: "a", before: ONCE, after: { length: 1 as const, runs: 2 } };
  expect(keptEdit({ before: [], after: [], shape })).toEqual({ before: [], after: [], shapes: [shape] });
});

describe("whatever is done on whatever grid", () => {
  const ids = ["a", "b", "c", "d"];
  const cells = slots.flatMap(({ id, kind }) =>
    kind === "session" ? ["x", "y"].map((roomId) => cell(id, roomId)) : [],
  );
  const shape = fc.record({ length: fc.constantFrom<Length>(1, 2), runs: fc.integer({ min: 1, max: 3 }) });
  const empty = fc
    .tuple(...ids.map(() => shape))
    .map((shapes) => arranging([], Object.fromEntries(ids.map((id, n) => [id, { shape: shapes[n]! }]))));
  const act = fc.record({
    what: fc.constantFrom("place", "place", "place", "off", "pin", "undo", ...RESHAPINGS),
    pitch: fc.constantFrom(...ids),
    copy: fc.nat(3),
    to: fc.constantFrom(...cells),
  });
  type Act = typeof act extends fc.Arbitrary<infer Of> ? Of : never;

  function editFor(grid: Arranging, { what, pitch, copy, to }: Act): Edit | null {
    const copies = copiesOf(grid.placements, grid.pitches, pitch);
    const one = run(pitch, copies[copy % copies.length]);
    if (what === "place") return placing(grid, one, to);
    if (what === "off") return takingOff(grid.placements, one);
    if (what === "pin") return pinning(grid.placements, one, true);
    if (what === "undo") return null;
    const reshaped = reshaping(grid, one, what);
    return typeof reshaped === "string" ? null : reshaped;
  }
  const after = (grid: Arranging, edit: Edit): Arranging => ({ ...grid, ...edited(grid, edit) });
  const asIs = (grid: Arranging) => ({
    placements: [...grid.placements].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
    shapes: ids.map((id) => shapeOf(grid.pitches, id)),
  });

  test("no two stand in one cell, each run stands once, and every undo brings back what was", () => {
    fc.assert(
      fc.property(empty, fc.array(act, { maxLength: 40 }), (start, acts) => {
        let grid = start;
        const done: { edit: Edit; before: Arranging }[] = [];
        for (const one of acts) {
          const last = one.what === "undo" ? done.pop() : undefined;
          const edit = last ? inverse(last.edit) : editFor(grid, one);
          if (!edit) continue;
          expect(fits(grid, edit)).toBe(true);
          if (!last) done.push({ edit, before: grid });
          grid = after(grid, edit);
          if (last) expect(asIs(grid)).toEqual(asIs(last.before));
          const taken = grid.placements.flatMap((it) => cellsOf(it, slots));
          expect(new Set(taken.map(({ slotId, roomId }) => `${slotId} ${roomId}`)).size).toBe(taken.length);
          expect(new Set(grid.placements.map(keyOf)).size).toBe(grid.placements.length);
          for (const id of ids) {
            const mine = grid.placements.filter(({ pitchId }) => pitchId === id);
            const { length, runs } = shapeOf(grid.pitches, id);
            expect(mine.length).toBeLessThanOrEqual(runs);
            for (const it of mine) expect(cellsOf(it, slots)).toHaveLength(length);
          }
        }
      }),
    );
  });
});

test("an edit no longer fits where a long session would be cut short, and may leave one so where it stands", () => {
  const there = at("a", "2", "x", { length: 2 });
  const back: Edit = { before: [], after: [there] };
  expect(fits(arranging([], long("a")), back)).toBe(false);
  expect(fits(arranging([], long("a")), { before: [], after: [{ ...there, slotId: "1" }] })).toBe(true);
  expect(fits(arranging([there], long("a")), pinning([there], run("a"), true)!)).toBe(true);
});

test("an edit no longer fits once somebody moved its session, took a cell of it or made it longer", () => {
  const { placements } = draft;
  const edit = placing(draft, run("a"), cell("2", "x"))!;
  expect(fits(draft, edit)).toBe(true);
  expect(fits(arranging([at("a", "3", "x")]), edit)).toBe(false);
  expect(fits(arranging([...placements, at("c", "2", "x")]), edit)).toBe(false);
  expect(fits(arranging([at("a", "1", "x", { pinned: true })]), edit)).toBe(false);
  expect(fits(arranging([at("a", "1", "x", { length: 2 })], long("a")), edit)).toBe(false);
  expect(fits(arranging([...placements], long("a")), edit)).toBe(false);
});

test("what shapes a session alone no longer fits once somebody placed a run of it that would be too many or too long", () => {
  const shape = (length: Length, runs: number) => ({ a: { shape: { length, runs } } });
  const once = at("a", "1", "x");
  const again = [{ pitchId: "a", before: { length: 1 as Length, runs: 2 }, after: ONCE }];
  const less = { before: [], after: [], shapes: again };
  expect(fits(arranging([once], shape(1, 2)), less)).toBe(true);
  expect(fits(arranging([once, at("a", "2", "x", { copy: 1 })], shape(1, 2)), less)).toBe(false);
  const longer = [{ pitchId: "a", before: { length: 2 as Length, runs: 1 }, after: ONCE }];
  const shorter = { before: [], after: [], shapes: longer };
  expect(fits(arranging([], shape(2, 1)), shorter)).toBe(true);
  expect(fits(arranging([{ ...once, length: 2 }], shape(2, 1)), shorter)).toBe(false);
});
