import { describe, expect, test } from "vitest";
import { type Arranging, type Edit, edited, fits, inverse } from "#domain/draft.ts";
import type { Placement } from "#domain/grid.ts";
import { shapeOf } from "#domain/shape.ts";
import type { SuggestedGrid } from "#domain/suggestion.ts";
import {
  changesOf,
  repeatsLeft,
  takingAll,
  takingOne,
  takingRepeat,
  takingSecond,
  takingWithRepeats,
} from "#domain/suggestion-changes.ts";
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

describe("repeats", () => {
  const again = (pitchId: string, slotId: string, roomId: string) => {
    return { pitchId, slotId, roomId, people: 4, hosting: 0, seats: 0 };
  };
  /** a runs once more beside c, and once more beside b; d beside b, where a is to go as well. */
  const twice: SuggestedGrid = {
    ...best,
    repeats: [again("a", "two", "den"), again("a", "one", "den"), again("d", "one", "den")],
  };
  const [first, , last] = twice.repeats!;

  test("are no part of all else, which leaves those that were taken", () => {
    const all = edit(takingAll(twice, draft));
    expect(all.placements).toHaveLength(4);
    const more = { ...all, ...edited(all, takingRepeat(twice, all, first!)!) };
    expect(more.placements.filter(({ pitchId }) => pitchId === "a").map(({ copy }) => copy)).toEqual([0, 1]);
    expect(more.pitches.a!.shape).toEqual({ length: 1, runs: 2 });
    expect(takingAll(twice, more)).toBeNull();
    expect(repeatsLeft(twice, more.placements).map(({ slotId }) => slotId)).toEqual(["one", "one"]);
  });

  test("that were taken stand in the second grid as well, unless somebody is there, or the same session beside it", () => {
    const all = edit(takingAll(twice, draft));
    const more = { ...all, ...edited(all, takingRepeat(twice, all, first!)!) };
    const copiesIn = (placements: SuggestedGrid["placements"]) => {
      const second = { grid: { ...best, placements }, moves: 1, served: 9 };
      const after = edited(more, takingSecond({ ...twice, second }, more)!).placements;
      return after.filter(({ pitchId }) => pitchId === "a").map(({ copy }) => copy);
    };
    expect(copiesIn([to("a", "one"), to("b", "noon")])).toEqual([1, 0]);
    expect(copiesIn([to("a", "one"), to("b", "two", "den")])).toEqual([0]);
    expect(copiesIn([to("a", "two"), to("b", "noon")])).toEqual([0]);
    expect(takingSecond(twice, more)).toBeNull();
  });

  test("are taken with all else as one edit that is undone as one, each into a cell that is free by then", () => {
    const whole = takingWithRepeats(twice, draft)!;
    expect(fits(draft, whole)).toBe(true);
    const after = edit(whole);
    expect(after.placements.filter(({ pitchId }) => pitchId === "a").map(({ copy }) => copy)).toEqual([
      0, 1, 2,
    ]);
    expect(after.pitches.a!.shape!.runs).toBe(3);
    expect(after.placements.filter(({ pitchId }) => pitchId === "d")).toHaveLength(1);
    const back = inverse(whole);
    expect(fits(after, back)).toBe(true);
    const before = { ...after, ...edited(after, back) };
    expect(new Set(before.placements)).toEqual(new Set(draft.placements));
    expect(shapeOf(before.pitches, "a").runs).toBe(1);
    expect(takingWithRepeats({ ...best, placements: [] }, arranging([]))).toBeNull();
  });

  test("are not taken while their session stands elsewhere or waits, where somebody stands, or was not suggested", () => {
    expect(takingRepeat(twice, draft, first!)).toBeNull();
    const all = edit(takingAll(twice, draft));
    const waiting = { ...all, pitches: { a: { shape: { length: 1 as const, runs: 2 } } } };
    expect(takingRepeat(twice, waiting, first!)).toBeNull();
    const taken = { ...all, placements: [...all.placements, at("e", "one", "den")] };
    expect(takingRepeat(twice, taken, last!)).toBeNull();
    expect(takingRepeat(twice, all, again("b", "two", "den"))).toBeNull();
  });
});
