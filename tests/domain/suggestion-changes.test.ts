import { describe, expect, test } from "vitest";
import { edited } from "#domain/draft.ts";
import type { SuggestedGrid } from "#domain/suggestion.ts";
import { changesOf, takingAll, takingOne } from "#domain/suggestion-changes.ts";

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
  hands: 3,
  only: 1,
});
/** a and b change places, c is new, d stays, e has no place. */
const best = {
  placements: [to("a", "noon"), to("b", "one"), to("c", "two"), to("d", "noon", "den")],
  leftOut: [{ pitchId: "e", hands: 2, rule: "cell-taken", because: [] }],
} as unknown as SuggestedGrid;
const draft = [at("a", "one"), at("b", "noon"), at("d", "noon", "den", true), at("e", "two")];

test("the changes name what is placed, moved and out, and nothing that stays", () => {
  const changes = changesOf(best, draft).map(({ pitchId, kind }) => `${pitchId} ${kind}`);
  expect(changes).toEqual(["a moved", "b moved", "c placed", "e out"]);
  expect(changesOf(best, edited(draft, takingAll(best, draft)!)).map(({ pitchId }) => pitchId)).toEqual([
    "e",
  ]);
});

describe("taking", () => {
  test("all of it makes the draft the suggestion, pins and all", () => {
    const after = edited(draft, takingAll(best, draft)!);
    expect(after.map(({ pitchId }) => pitchId).sort()).toEqual(["a", "b", "c", "d"]);
    expect(after.find(({ pitchId }) => pitchId === "d")?.pinned).toBe(true);
    expect(takingAll(best, after)).toBeNull();
  });

  test("one change swaps with whoever lies there, so that both changes may be done at once", () => {
    const after = edited(draft, takingOne(best, draft, "a")!);
    expect(changesOf(best, after).map(({ pitchId }) => pitchId)).toEqual(["c", "e"]);
    expect(takingOne(best, after, "b")).toBeNull();
  });

  test("the change of one without a place takes it off", () => {
    expect(edited(draft, takingOne(best, draft, "e")!)).toHaveLength(3);
    expect(takingOne(best, [], "e")).toBeNull();
  });
});
