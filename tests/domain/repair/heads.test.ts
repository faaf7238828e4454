import { expect, test } from "vitest";
import { headsNow } from "#domain/repair/heads.ts";

const BEGINS = "2026-07-14T10:00:00.000Z";
const slot = {
  ...{ id: "s", kind: "session" as const, title: "", hour: 1, number: 1 },
  ...{ startsAt: BEGINS, endsAt: "2026-07-14T10:45:00.000Z" },
};
const rooms = [
  { id: "hall", letter: "A", name: "Hall", capacity: 20, features: [] },
  { id: "canal", letter: "B", name: "Canal", capacity: 5_000, features: [], unofficial: true as const },
];
const inRoom = (roomId: string) => ({
  ...{ rooms, slots: [slot] },
  placements: [{ pitchId: "p", copy: 0, slotId: "s", roomId, length: 1 as const, pinned: false }],
});
const hall = inRoom("hall");
const counted = (heads: number, at = BEGINS) => [{ key: "p", pitchId: "p", heads, at, by: "crew" as const }];
const full = { kind: "full" as const, key: "p" };

test.each([
  ["more than its seats, where nobody counted", [], 9, 22],
  ["as many as were expected, where that is more", [], 40, 40],
  ["as many as were counted, where that is more", counted(31), 9, 31],
  ["more than its seats, where fewer were counted before", counted(12), 9, 22],
])("what is full is for %s", (_, counts, middle, heads) => {
  expect(headsNow(hall, full, counts, new Map([["p", { middle }]]))).toEqual(new Map([["p", heads]]));
});

test("of a place without known seats what was counted or expected is all there is", () => {
  const there = inRoom("canal");
  expect(headsNow(there, full, [], new Map([["p", { middle: 7 }]]))).toEqual(new Map([["p", 7]]));
  expect(headsNow(there, full, [], new Map())).toEqual(new Map([["p", 0]]));
});

test("of everything else that happens only what was counted is known", () => {
  const ill = { kind: "host_ill" as const, key: "p" };
  expect(headsNow(hall, ill, counted(3), new Map([["p", { middle: 7 }]]))).toEqual(new Map([["p", 3]]));
  expect(headsNow(hall, ill, [], new Map([["p", { middle: 7 }]]))).toEqual(new Map());
});

test("a count from before it began is of people still coming in, and says nothing of its size", () => {
  const early = counted(3, "2026-07-14T09:55:00.000Z");
  expect(headsNow(hall, { kind: "host_ill", key: "p" }, early, new Map())).toEqual(new Map());
  expect(headsNow(hall, full, early, new Map([["p", { middle: 40 }]]))).toEqual(new Map([["p", 40]]));
});
