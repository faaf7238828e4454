import { describe, expect, test } from "vitest";
import { cardsOf, expectedAt } from "#domain/card.ts";
import type { DraftFrame } from "#domain/grid.ts";
import { pitch } from "#tests/support/snapshot.ts";

const slot = (id: string, kind: "session" | "break") => ({
  ...{ id, kind, number: 1, hour: 1 as const, title: "" },
  ...{ startsAt: "2026-07-14T10:00:00.000Z", endsAt: "2026-07-14T11:00:00.000Z" },
});
const room = (id: string) => ({ id, letter: id, name: id, capacity: 20, features: [] });
const draft = {
  rooms: [room("A"), room("B")],
  slots: [slot("1", "session"), slot("lunch", "break")],
  pitches: { a: { hosts: [{ key: "0", name: "Ama" }], before: 4, expected: null, room: 9, paper: 2 } },
  published: 0,
  suggestion: null,
  crowd: { people: 70, places: 100, basis: "usual" },
} as unknown as DraftFrame;
const pitches = [pitch("a"), { ...pitch("b"), hosts: ["  Rhys "] }];

describe("a card", () => {
  test("is what everybody reads of a pitch, with what the desk knows besides", () => {
    const [a, b] = cardsOf({ pitches, hands: { a: 12 } }, draft);
    expect(a).toMatchObject({ hands: 12, before: 4, room: 9, paper: 2, pitch: { id: "a" } });
    // It came this moment: the desk knows its host by name, and nothing of it is counted.
    expect(b).toMatchObject({ hands: 0, before: 0, hosts: [{ key: "rhys", name: "  Rhys " }] });
  });
  test("has no hands where they are kept from everybody", () => {
    expect(cardsOf({ pitches, hands: null }, draft).map(({ hands }) => hands)).toEqual([0, 0]);
  });
});

test("the crowd is shared out among what runs side by side in slots that take sessions", () => {
  const expected = (frame: DraftFrame) =>
    expectedAt(cardsOf({ pitches, hands: { b: 9 } }, frame), { ...frame, placements: [] }, []).sessions;
  // Two sessions in the one slot; of 70 people 66 sit in a session.
  const both = expected(draft);
  expect([...both.keys()]).toEqual(["a", "b"]);
  expect(both.get("a")!.middle + both.get("b")!.middle).toBe(66);
  const oneRoom = expected({ ...draft, rooms: [room("A")] });
  expect(oneRoom.get("a")!.middle).toBeGreaterThan(both.get("a")!.middle);
});
