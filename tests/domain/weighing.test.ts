import { describe, expect, test } from "vitest";
import { PLAIN, type Problem, WEIGHTS } from "#domain/agenda/problem.ts";
import { gainsOf, keyOf, reasonsOf, tornOf, weigh } from "#domain/weighing.ts";

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
const asked = { problem, pitchIds: ["a", "b", "c"] };
const at = (pitchId: string, slotId: string, roomId: string) => ({ pitchId, slotId, roomId, pinned: false });
const draft = [at("a", "noon", "hall"), at("b", "one", "hall"), at("c", "one", "den")];

describe("what every cell would change for the card in the hand", () => {
  const weights = weigh(asked, draft, "b");

  test("there is a word for every cell, and its own says nothing", () => {
    expect(weights.size).toBe(4);
    expect(weights.get(keyOf({ slotId: "one", roomId: "hall" }))).toMatchObject({ rule: null, people: 0 });
  });

  test("a rule comes before people, and a person may move what is pinned", () => {
    expect(weights.get(keyOf({ slotId: "noon", roomId: "den" }))?.rule).toBe("host-elsewhere");
    expect(weights.get(keyOf({ slotId: "noon", roomId: "hall" }))).toMatchObject({ rule: null, with: "a" });
  });

  test("people are counted both ways: into the tray's card and out of what it would push away", () => {
    const fromTray = weigh(asked, draft.slice(0, 2), "c");
    expect(fromTray.get(keyOf({ slotId: "one", roomId: "den" }))?.people).toBe(0);
    expect(fromTray.get(keyOf({ slotId: "one", roomId: "hall" }))).toMatchObject({ with: "b", people: -2 });
  });

  test("a pitch that came since the problem was read weighs nothing", () => {
    expect(weigh(asked, draft, "new").size).toBe(0);
  });
});

describe("why a card is where it is", () => {
  test("whom it serves, whom it tears, and the best other place", () => {
    const why = reasonsOf(asked, draft, "b")!;
    expect([why.only, why.unseated, why.straight]).toEqual([2, 0, true]);
    expect(why.torn).toEqual([{ pitchIds: ["b", "c"], slotId: "one", people: 1 }]);
    expect(why.forbidden).toEqual([{ rule: "host-elsewhere", cells: 1 }]);
    expect(why.best?.rule).toBeNull();
  });

  test("one in the tray is nowhere, so there is nothing to say", () => {
    expect(reasonsOf(asked, draft.slice(0, 2), "c")).toBeNull();
  });

  test("the pairs that tear most people come first", () => {
    const together = [at("a", "one", "hall"), at("b", "one", "den"), at("c", "noon", "hall")];
    expect(tornOf(asked, together, 5)[0]).toMatchObject({ pitchIds: ["a", "b"], people: 3 });
  });
});

test("one more room, or slot, is worth the session that has no place without it", () => {
  const { rooms, slots } = problem;
  const small = { ...problem, rooms: rooms.slice(0, 1), slots: slots.slice(0, 2) };
  const { room, slot } = gainsOf({ ...asked, problem: small });
  expect([room?.placed, slot?.placed]).toEqual([1, 1]);
  expect(slot!.served).toBeGreaterThan(0);
});
