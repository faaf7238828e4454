import { describe, expect, test } from "vitest";
import type { Arranging } from "#domain/draft.ts";
import type { Placement } from "#domain/grid.ts";
import { type Reshaping, reshaping } from "#domain/reshaping.ts";
import type { Shape } from "#domain/shape.ts";
import { slotsOf } from "#tests/support/slots-of.ts";

const slots = slotsOf(["one", "two", "three"]);
const at = (slotId: string, more: Partial<Placement> = {}): Placement => ({
  ...{ pitchId: "a", copy: 0, slotId, roomId: "hall", length: 1, pinned: true },
  ...more,
});
const grid = (placements: Placement[], shape: Partial<Shape> = {}): Arranging => ({
  ...{ placements, slots, pitches: { a: { shape: { length: 1, runs: 1, ...shape } } } },
});
const make = (it: Arranging, act: Reshaping, copy = 0) => reshaping(it, { pitchId: "a", copy }, act);

describe("a session made longer", () => {
  test("stands in two slots, each of its runs as it was pinned", () => {
    const it = grid([at("one"), at("one", { copy: 1, roomId: "den" })], { runs: 2 });
    expect(make(it, "lengthen")).toEqual({
      before: it.placements,
      after: it.placements.map((one) => ({ ...one, length: 2 })),
      shapes: [{ pitchId: "a", before: { length: 1, runs: 2 }, after: { length: 2, runs: 2 } }],
    });
  });
  test("in the tray is only said to be so", () => {
    expect(make(grid([]), "lengthen")).toMatchObject({
      before: [],
      after: [],
      shapes: [{ after: { length: 2 } }],
    });
  });
  test("is refused where its day ends, where another stands, and where its own next run does", () => {
    expect(make(grid([at("three")]), "lengthen")).toBe("no_slot_after");
    expect(make(grid([at("one"), at("two", { pitchId: "b" })]), "lengthen")).toBe("slot_after_taken");
    expect(make(grid([at("one"), at("two", { copy: 1 })], { runs: 2 }), "lengthen")).toBe("slot_after_taken");
  });
  test("that is so already changes nothing", () => {
    expect(make(grid([], { length: 2 }), "lengthen")).toBeNull();
    expect(make(grid([]), "shorten")).toBeNull();
  });
});

describe("how often a session runs", () => {
  test("is once more, which waits, or once less", () => {
    expect(make(grid([at("one")]), "run_again")).toMatchObject({
      after: [],
      shapes: [{ after: { runs: 2 } }],
    });
    const twice = grid([at("one"), at("two", { copy: 1 })], { runs: 2 });
    expect(make(twice, "run_less", 1)).toMatchObject({
      before: [at("two", { copy: 1 })],
      after: [],
      shapes: [{ after: { runs: 1 } }],
    });
  });
  test("is once less for a run that waits, and those that stand are left alone", () => {
    expect(make(grid([at("one")], { runs: 2 }), "run_less", 1)).toMatchObject({ before: [], after: [] });
  });
  test("is no more than six times and no less than once, and nothing of a run there is not", () => {
    expect(make(grid([], { runs: 6 }), "run_again")).toBe("runs_enough");
    expect(make(grid([]), "run_less")).toBeNull();
    expect(make(grid([at("one"), at("two", { copy: 1 })], { runs: 2 }), "run_less", 4)).toBeNull();
  });
});
