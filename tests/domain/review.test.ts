import { expect, test } from "vitest";
import type { Arranged } from "#domain/grid.ts";
import { changesOf, REVIEWED, TELLS, TELLS_NOBODY } from "#domain/review.ts";

const at = (hour: number) => `2026-07-14T${hour}:00:00.000Z`;
const slot = (hour: number) => ({
  ...{ id: `s${hour}`, kind: "session" as const, title: "", startsAt: at(hour), endsAt: at(hour + 1) },
  ...{ hour: 1, number: 1 },
});
const room = (name: string) => ({ id: name, letter: "A", name, capacity: 20, features: [] });
/** "a 10 Hall, b 11 Den" */
const grid = (cells: string): Arranged => ({
  rooms: [room("Hall"), room("Den")],
  slots: [slot(10), slot(11), slot(12)],
  placements: cells.split(", ").map((cell) => {
    const [pitchId, hour, roomId] = cell.split(" ");
    return { pitchId: pitchId!, slotId: `s${hour}`, roomId: roomId!, pinned: false };
  }),
});
const kinds = (before: Arranged | null, after: Arranged) =>
  changesOf(before, after).map(({ pitchId, kind }) => `${pitchId} ${kind}`);

test("each session that is elsewhere is one change, in order of time", () => {
  const before = grid("a 12 Hall, b 10 Hall, c 11 Den, d 10 Den");
  expect(kinds(before, grid("a 10 Den, c 11 Hall, d 11 Den, e 12 Hall"))).toEqual([
    "a moved",
    "b taken_off",
    "c room",
    "d moved",
    "e added",
  ]);
  expect(kinds(before, before)).toEqual([]);
});

test("in a first grid all is new, and another end of a slot is another time", () => {
  expect(kinds(null, grid("a 12 Hall"))).toEqual(["a added"]);
  const before = grid("a 12 Hall");
  const longer = before.slots.map((slot) => ({ ...slot, endsAt: at(14) }));
  expect(kinds(before, { ...before, slots: longer })).toEqual(["a moved"]);
});

test("unless somebody chooses otherwise, of what is new its hosts are told, and of the rest whoever wanted it too", () => {
  expect(REVIEWED.filter((kind) => TELLS[kind].hands)).toEqual(["taken_off", "moved", "room"]);
  expect(REVIEWED.every((kind) => TELLS[kind].hosts)).toBe(true);
  expect(REVIEWED.some((kind) => TELLS_NOBODY[kind].hosts || TELLS_NOBODY[kind].hands)).toBe(false);
});
