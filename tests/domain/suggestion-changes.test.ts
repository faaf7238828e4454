import { describe, expect, test } from "vitest";
import { type Arranging, type Edit, edited } from "#domain/draft.ts";
import type { Placement } from "#domain/grid.ts";
import type { SuggestedGrid } from "#domain/suggestion.ts";
import { changesOf, takingAll, takingOne } from "#domain/suggestion-changes.ts";
import { slotsOf } from "#tests/support/slots-of.ts";

const at = (pitchId: string, slotId: string, roomId = "hall", pinned = false) => ({
  pitchId,
  slotId,
  roomId,
  copy: 0,
  length: 1 as const,
  pinned,
});
const to = (pitchId: string, slotId: string, roomId = "hall") => ({
  pitchId,
  slotId,
  roomId,
  copy: 0,
  hands: 3,
  only: 1,
});
/** a and b change places, c is new, d stays, e has no place. */
const best = {
  placements: [to("a", "noon"), to("b", "one"), to("c", "two"), to("d", "noon", "den")],
  leftOut: [{ pitchId: "e", copy: 0, hands: 2, rule: "cell-taken", because: [] }],
} as unknown as SuggestedGrid;
const slots = slotsOf(["noon", "one", "two"]);
const arranging = (placements: Placement[]): Arranging => ({ placements, slots, pitches: {} });
const draft = arranging([at("a", "one"), at("b", "noon"), at("d", "noon", "den", true), at("e", "two")]);
const edit = (by: Edit | null) => ({ ...draft, ...edited(draft, by!) });
const run = (pitchId: string) => ({ pitchId, copy: 0 });

test("the changes name what is placed, moved and out, and nothing that stays", () => {
  const changes = changesOf(best, draft.placements).map(({ pitchId, kind }) => `${pitchId} ${kind}`);
  expect(changes).toEqual(["a moved", "b moved", "c placed", "e out"]);
  const taken = edit(takingAll(best, draft));
  expect(changesOf(best, taken.placements).map(({ pitchId }) => pitchId)).toEqual(["e"]);
});

describe("taking", () => {
  test("all of it makes the draft the suggestion, pins and all", () => {
    const taken = edit(takingAll(best, draft));
    expect(taken.placements.map(({ pitchId }) => pitchId).sort()).toEqual(["a", "b", "c", "d"]);
    expect(taken.placements.find(({ pitchId }) => pitchId === "d")?.pinned).toBe(true);
    expect(takingAll(best, taken)).toBeNull();
  });

  test("one change swaps with whoever lies there, so that both changes may be done at once", () => {
    const taken = edit(takingOne(best, draft, run("a")));
    expect(changesOf(best, taken.placements).map(({ pitchId }) => pitchId)).toEqual(["c", "e"]);
    expect(takingOne(best, taken, run("b"))).toBeNull();
  });

  test("the change of one without a place takes it off", () => {
    expect(edit(takingOne(best, draft, run("e"))).placements).toHaveLength(3);
    expect(takingOne(best, arranging([]), run("e"))).toBeNull();
  });

  test("a session is as long as the desk decided, and each run of it goes its own way", () => {
    const twice = {
      placements: [to("a", "noon"), { ...to("a", "two"), copy: 1 }],
      leftOut: [],
    } as unknown as SuggestedGrid;
    const pitches = { a: { shape: { length: 1 as const, runs: 2 } } };
    const there = { ...arranging([at("a", "noon")]), pitches };
    expect(takingAll(twice, there)).toEqual({ before: [], after: [{ ...at("a", "two"), copy: 1 }] });
    const long = { ...arranging([]), pitches: { a: { shape: { length: 2 as const, runs: 1 } } } };
    expect(takingAll({ ...twice, placements: [to("a", "noon")] }, long)?.after[0]?.length).toBe(2);
  });
});
