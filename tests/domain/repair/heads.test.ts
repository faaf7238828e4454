import { expect, test } from "vitest";
import { headsNow } from "#domain/repair/heads.ts";

const run = {
  ...{ key: "p", pitchId: "p", copy: 0, slotId: "s", roomId: "hall" },
  ...{ startsAt: "2026-07-14T10:00:00.000Z", endsAt: "2026-07-14T10:45:00.000Z" },
};
const rooms = [
  { id: "hall", letter: "A", name: "Hall", capacity: 20, features: [] },
  { id: "canal", letter: "B", name: "Canal", capacity: 5_000, features: [], unofficial: true as const },
];
const counted = (heads: number) => [{ key: "p", pitchId: "p", heads, at: run.startsAt, by: "crew" as const }];
const full = { kind: "full" as const, key: "p" };

test.each([
  ["more than its seats, where nobody counted", [], 9, 22],
  ["as many as were expected, where that is more", [], 40, 40],
  ["as many as were counted, where that is more", counted(31), 9, 31],
  ["more than its seats, where fewer were counted before", counted(12), 9, 22],
])("what is full is for %s", (_, counts, middle, heads) => {
  expect(headsNow([run], full, rooms, counts, new Map([["p", { middle }]]))).toEqual(new Map([["p", heads]]));
});

test("of a place without known seats what was counted or expected is all there is", () => {
  const there = [{ ...run, roomId: "canal" }];
  expect(headsNow(there, full, rooms, [], new Map([["p", { middle: 7 }]]))).toEqual(new Map([["p", 7]]));
  expect(headsNow(there, full, rooms, [], new Map())).toEqual(new Map([["p", 0]]));
});

test("of everything else that happens only what was counted is known", () => {
  const ill = { kind: "host_ill" as const, key: "p" };
  expect(headsNow([run], ill, rooms, counted(3), new Map([["p", { middle: 7 }]]))).toEqual(
    new Map([["p", 3]]),
  );
  expect(headsNow([run], ill, rooms, [], new Map([["p", { middle: 7 }]]))).toEqual(new Map());
});
