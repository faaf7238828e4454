import { describe, expect, test } from "vitest";
import { PLAIN, type Problem, WEIGHTS } from "#domain/agenda/problem.ts";
import { solve } from "#domain/agenda/solve.ts";
import {
  hasFailed,
  isThinking,
  isUnderWay,
  SUGGESTION_STATES,
  type SuggestedGrid,
  suggestedGridOf,
  verdictOf,
} from "#domain/suggestion.ts";

/** One slot, two rooms, three sessions; person 2 wants a and b, the others one each. */
const problem: Problem = {
  slots: [{ id: "noon", day: 0, break: false, over: false }],
  rooms: ["hall", "den"].map((id) => ({ id, capacity: 9, features: [], stepFree: true, closed: [] })),
  sessions: ["s0", "s1", "s2"].map((id) => ({ ...PLAIN, id })),
  wants: [[0], [1], [0, 1], []],
  away: [[], [], [], []],
  here: null,
  published: [],
  weights: WEIGHTS,
};

const NAMED = { pitchIds: ["a", "b", "c"], copies: [[0], [0], [0]] };

test("more is to come of a suggestion until it is done or broke", () => {
  expect(SUGGESTION_STATES.filter(isUnderWay)).toEqual(["asked", "thinking"]);
  expect(SUGGESTION_STATES.filter(isThinking)).toEqual(["thinking"]);
  expect(SUGGESTION_STATES.filter(hasFailed)).toEqual(["failed"]);
});

describe("a solution in the camp's own ids", () => {
  const suggested = suggestedGridOf(problem, NAMED, solve(problem, 1, 2_000));

  test("says who wants a session, and who of them wants nothing else then", () => {
    const a = suggested.placements.find((it) => it.pitchId === "a");
    expect(a).toMatchObject({ slotId: "noon", hands: 2, only: 1 });
  });

  test("has a second grid beside it where there is one", () => {
    const solution = solve(problem, 1, 2_000);
    expect(suggested).not.toHaveProperty("second");
    const second = { solution, moves: 2, served: 4 };
    expect(suggestedGridOf(problem, NAMED, solution, { second }).second).toEqual({
      grid: suggested,
      moves: 2,
      served: 4,
    });
  });

  test("names what could run again, and where, where anything is worth it", () => {
    expect(suggested).not.toHaveProperty("repeats");
    const repeats = [{ session: 0, slot: 0, room: 0, people: 4, hosting: 1, seats: 0 }];
    const said = suggestedGridOf(problem, NAMED, solve(problem, 1, 2_000), { repeats }).repeats;
    const cell = { slotId: problem.slots[0]!.id, roomId: problem.rooms[0]!.id };
    expect(said).toEqual([{ pitchId: "a", ...cell, people: 4, hosting: 1, seats: 0 }]);
  });

  test("names who has no place, and why", () => {
    expect(suggested.leftOut).toEqual([{ pitchId: "c", copy: 0, hands: 0, rule: "cell-taken", because: [] }]);
  });

  test("counts only people who want anything", () => {
    expect([suggested.people, suggested.served, suggested.wishes]).toEqual([3, 3, 3]);
  });
});

describe("how near the best", () => {
  const best = { wishes: 20, points: 15_400 } as SuggestedGrid;
  const verdict = (bound: number, final = false) => verdictOf({ best, bound: { bound, final } });

  test("nothing is said before anything is known", () => {
    expect(verdictOf({ best: null, bound: null })).toBeNull();
    expect(verdict(20_000)).toBeNull();
  });

  test("met by its bound it is the best; otherwise what is missing is rounded against us", () => {
    expect(verdict(15_400)).toEqual({ kind: "best" });
    expect(verdict(17_500)).toEqual({ kind: "within", more: 3 });
  });

  test("a bound that everybody could have guessed is no proof", () => {
    expect(verdict(20_000, true)).toEqual({ kind: "open" });
  });
});
