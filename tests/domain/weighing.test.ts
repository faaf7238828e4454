import { describe, expect, test } from "vitest";
import { finish } from "#domain/agenda/pauses.ts";
import { PLAIN, type Problem, WEIGHTS } from "#domain/agenda/problem.ts";
import type { Placement } from "#domain/grid.ts";
import { type CardWeights, gaining, tornOf, weighing, weightAt } from "#domain/weighing.ts";

/** Two slots, two rooms, three sessions; a and b share a host and two fans, c is wanted by one of those. */
const problem: Problem = {
  slots: ["noon", "one"].map((id) => ({ id, day: 0, break: false, over: false })),
  rooms: ["hall", "den"].map((id) => ({ id, capacity: 9, features: [], stepFree: true, closed: [] })),
  sessions: [
    { ...PLAIN, id: "a", hosts: [0], pin: { slot: 0, room: 0 } },
    { ...PLAIN, id: "b", hosts: [0] },
    { ...PLAIN, id: "c" },
  ],
  wants: [[], [0, 1], [0, 1, 2]],
  away: [[], [], []],
  here: null,
  published: [],
  weights: WEIGHTS,
};
const asked = (placements: readonly Placement[]) => ({
  ...{ problem, placements },
  ...{ pitchIds: ["a", "b", "c"], copies: [[0], [0], [0]] },
});
const at = (pitchId: string, slotId: string, roomId: string) => ({
  pitchId,
  slotId,
  roomId,
  copy: 0,
  length: 1 as const,
  pinned: false,
});
const draft = [at("a", "noon", "hall"), at("b", "one", "hall"), at("c", "one", "den")];

/** The whole work at once. */
function weigh(placements: readonly Placement[], pitchId: string): CardWeights {
  return finish(weighing(asked(placements), { pitchId, copy: 0 }));
}

describe("what every cell would change for the card in the hand", () => {
  const weights = weigh(draft, "b");
  const of = (slotId: string, roomId: string, all = weights) => weightAt(all, { slotId, roomId });

  test("there is a word for every cell, and its own says nothing", () => {
    expect(weights.cells.flat().filter((cell) => cell !== null)).toHaveLength(4);
    expect(of("one", "hall")).toEqual({ rule: null, people: 0, unseated: 0, with: null });
    expect(of("one", "attic")).toBeNull();
  });

  test("only what it would change is sent", () => {
    expect(weights.cells[weights.slots.indexOf("one")]?.[weights.rooms.indexOf("hall")]).toEqual({});
  });

  test("a rule comes before people, and a person may move what is pinned", () => {
    expect(of("noon", "den")?.rule).toBe("host-elsewhere");
    expect(of("noon", "hall")).toMatchObject({ rule: null, with: "a" });
  });

  test("people are counted both ways: into the tray's card and out of what it would push away", () => {
    const fromTray = weigh(draft.slice(0, 2), "c");
    expect(of("one", "den", fromTray)?.people).toBe(0);
    expect(of("one", "hall", fromTray)).toMatchObject({ with: "b", people: -2 });
  });

  test("a pitch that came since the problem was read weighs nothing", () => {
    expect(weigh(draft, "new")).toEqual({ slots: [], rooms: [], cells: [], why: null, again: null });
  });
});

describe("why a card is where it is", () => {
  test("whom it serves, whom it tears, and the best other place", () => {
    const why = weigh(draft, "b").why!;
    expect([why.only, why.unseated, why.straight]).toEqual([2, 0, true]);
    expect(why.torn).toEqual([{ pitchIds: ["b", "c"], slotId: "one", people: 1 }]);
    expect(why.forbidden).toEqual([{ rule: "host-elsewhere", cells: 1 }]);
    expect(why.best?.rule).toBeNull();
  });

  test("one in the tray is nowhere, so there is nothing to say", () => {
    expect(weigh(draft.slice(0, 2), "c").why).toBeNull();
  });

  test("the pairs that tear most people come first", () => {
    const together = [at("a", "one", "hall"), at("b", "one", "den"), at("c", "noon", "hall")];
    expect(tornOf(asked(together), 5)[0]).toMatchObject({ pitchIds: ["a", "b"], people: 3 });
  });
});

test("one more room, or slot, is worth the session that has no place without it", () => {
  const { rooms, slots } = problem;
  const small = { ...problem, rooms: rooms.slice(0, 1), slots: slots.slice(0, 2) };
  const { room, slot } = finish(gaining({ problem: small }));
  expect([room?.placed, slot?.placed]).toEqual([1, 1]);
  expect(slot!.served).toBeGreaterThan(0);
});

test("the work pauses often, however many moves it tries", () => {
  let pauses = 0;
  for (const _ of gaining({ problem })) pauses += 1;
  expect(pauses).toBeGreaterThan(600);
});

describe("whom another run would serve", () => {
  /** The one who wants c wants b as well, which runs beside it, and nothing at noon. */
  const together = [at("b", "one", "hall"), at("c", "one", "den")];
  const alone = { ...problem, sessions: problem.sessions.map((it) => ({ ...it, hosts: [] })) };
  const again = (placements: readonly Placement[], pitchId: string) =>
    finish(weighing({ ...asked(placements), problem: alone }, { pitchId, copy: 0 })).again;

  test("is said with the cell that is free for it", () => {
    expect(again(together, "c")).toEqual({ slotId: "noon", roomId: "hall", people: 1 });
  });

  test("is nobody of a card in the tray, or of what nobody misses", () => {
    expect(again(together.slice(0, 1), "c")).toBeNull();
    expect(again([...together, at("a", "noon", "hall")], "c")).toBeNull();
  });
});
