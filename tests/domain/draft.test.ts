import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Edit,
  edited,
  fits,
  inverse,
  occupantOf,
  pinning,
  placementOf,
  placing,
  suggesting,
  takingOff,
} from "#domain/draft.ts";
import type { Placement } from "#domain/grid.ts";

const at = (pitchId: string, slotId: string, roomId: string, pinned = false): Placement => ({
  pitchId,
  slotId,
  roomId,
  pinned,
});
const draft = [at("a", "1", "x"), at("b", "1", "y", true)];

describe("placing", () => {
  test("from the tray into an empty cell", () => {
    expect(edited(draft, placing(draft, "c", { slotId: "2", roomId: "x" })!)).toContainEqual(
      at("c", "2", "x"),
    );
  });
  test("onto a session swaps the two, each with its pin", () => {
    const after = edited(draft, placing(draft, "a", { slotId: "1", roomId: "y" })!);
    expect(placementOf(after, "a")).toEqual(at("a", "1", "y"));
    expect(placementOf(after, "b")).toEqual(at("b", "1", "x", true));
  });
  test("from the tray onto a session sends that one to the tray", () => {
    const after = edited(draft, placing(draft, "c", { slotId: "1", roomId: "x" })!);
    expect(placementOf(after, "a")).toBeNull();
    expect(occupantOf(after, { slotId: "1", roomId: "x" })?.pitchId).toBe("c");
  });
  test("where it is already is no edit", () => {
    expect(placing(draft, "a", { slotId: "1", roomId: "x" })).toBeNull();
  });
});

test("taking off and pinning change only what there is to change", () => {
  expect(edited(draft, takingOff(draft, "a")!)).toEqual([draft[1]]);
  expect(takingOff(draft, "c")).toBeNull();
  expect(pinning(draft, "b", true)).toBeNull();
  expect(placementOf(edited(draft, pinning(draft, "a", true)!), "a")?.pinned).toBe(true);
});

test("a suggestion that changes nothing is no edit", () => {
  expect(suggesting(draft, draft)).toBeNull();
});

describe("whatever is done on whatever grid", () => {
  const ids = ["a", "b", "c", "d", "e", "f"];
  const cells = ["1", "2", "3"].flatMap((slotId) => ["x", "y"].map((roomId) => ({ slotId, roomId })));
  const someDraft = fc
    .tuple(
      fc.shuffledSubarray(ids),
      fc.shuffledSubarray(cells),
      fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
    )
    .map(([pitches, spots, pins]) =>
      pitches.slice(0, spots.length).map((pitchId, i) => ({ pitchId, ...spots[i]!, pinned: pins[i]! })),
    );
  const someEdit = (grid: Placement[], other: Placement[], pick: number): Edit | null => {
    const pitchId = ids[pick % ids.length]!;
    const cell = cells[(pick * 7) % cells.length]!;
    return [
      placing(grid, pitchId, cell),
      takingOff(grid, pitchId),
      pinning(grid, pitchId, true),
      suggesting(grid, other),
    ][pick % 4]!;
  };
  const byId = (grid: Placement[]) => [...grid].sort((a, b) => a.pitchId.localeCompare(b.pitchId));

  test("one session per cell, each session once, and the inverse takes it back", () => {
    fc.assert(
      fc.property(someDraft, someDraft, fc.nat(1000), (grid, other, pick) => {
        const edit = someEdit(grid, other, pick);
        if (!edit) return;
        expect(fits(grid, edit)).toBe(true);
        const after = edited(grid, edit);
        expect(new Set(after.map((p) => `${p.slotId} ${p.roomId}`)).size).toBe(after.length);
        expect(new Set(after.map((p) => p.pitchId)).size).toBe(after.length);
        expect(fits(after, inverse(edit))).toBe(true);
        expect(byId(edited(after, inverse(edit)))).toEqual(byId(grid));
      }),
    );
  });
});

test("an edit no longer fits once somebody moved its session or took its cell", () => {
  const edit = placing(draft, "a", { slotId: "2", roomId: "x" })!;
  expect(fits(draft, edit)).toBe(true);
  expect(fits([at("a", "3", "x")], edit)).toBe(false);
  expect(fits([...draft, at("c", "2", "x")], edit)).toBe(false);
  expect(fits([at("a", "1", "x", true)], edit)).toBe(false);
});
