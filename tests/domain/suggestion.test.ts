import { describe, expect, test } from "vitest";
import { edited } from "#domain/draft.ts";
import type { Suggested } from "#domain/plan.ts";
import { linesOf, takingAll, takingOne } from "#domain/suggestion.ts";

const at = (pitchId: string, slotId: string, roomId = "hall", pinned = false) => ({
  pitchId,
  slotId,
  roomId,
  pinned,
});
const to = (pitchId: string, slotId: string, roomId = "hall") => ({
  pitchId,
  slotId,
  roomId,
  hands: 3,
  only: 1,
});
/** a and b change places, c is new, d stays, e has no place. */
const best = {
  placements: [to("a", "noon"), to("b", "one"), to("c", "two"), to("d", "noon", "den")],
  leftOut: [{ pitchId: "e", hands: 2, rule: "cell-taken", because: [] }],
} as unknown as Suggested;
const draft = [at("a", "one"), at("b", "noon"), at("d", "noon", "den", true), at("e", "two")];

test("the lines name what is placed, moved and out, and nothing that stays", () => {
  const lines = linesOf(best, draft).map(({ pitchId, kind }) => `${pitchId} ${kind}`);
  expect(lines).toEqual(["a moved", "b moved", "c placed", "e out"]);
  expect(linesOf(best, edited(draft, takingAll(best, draft)!)).map(({ pitchId }) => pitchId)).toEqual(["e"]);
});

describe("taking", () => {
  test("all of it makes the draft the proposal, pins and all", () => {
    const after = edited(draft, takingAll(best, draft)!);
    expect(after.map(({ pitchId }) => pitchId).sort()).toEqual(["a", "b", "c", "d"]);
    expect(after.find(({ pitchId }) => pitchId === "d")?.pinned).toBe(true);
    expect(takingAll(best, after)).toBeNull();
  });

  test("one line swaps with whoever lies there, so that both lines may be done at once", () => {
    const after = edited(draft, takingOne(best, draft, "a")!);
    expect(linesOf(best, after).map(({ pitchId }) => pitchId)).toEqual(["c", "e"]);
    expect(takingOne(best, after, "b")).toBeNull();
  });

  test("the line of one without a place takes it off", () => {
    expect(edited(draft, takingOne(best, draft, "e")!)).toHaveLength(3);
    expect(takingOne(best, [], "e")).toBeNull();
  });
});
