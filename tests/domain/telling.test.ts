import { expect, test } from "vitest";
import type { Arranged } from "#domain/grid.ts";
import { saidOf, sameShowings, showingsOf } from "#domain/telling.ts";

const at = (hour: number) => `2026-07-14T${String(hour).padStart(2, "0")}:00:00.000Z`;
const now = (hour: number) => Date.parse(at(hour));
const slot = (hour: number) => ({
  ...{ id: `s${hour}`, kind: "session" as const, title: "", startsAt: at(hour), endsAt: at(hour + 1) },
  ...{ hour: 1, number: 1 },
});
const room = (name: string) => ({ id: name, letter: "A", name, capacity: 20, features: [] });
const put = (pitchId: string, hour: number, roomId: string) => {
  return { pitchId, slotId: `s${hour}`, roomId, pinned: false };
};
const grid = (...placements: Arranged["placements"]): Arranged => ({
  ...{ rooms: [room("Hall"), room("Den")], slots: [slot(10), slot(11), slot(12)], placements },
});
const on = (hour: number, name: string) => ({ room: name, startsAt: at(hour), endsAt: at(hour + 1) });
const told = (pitchId: string, ...was: ReturnType<typeof on>[]) => ({
  pitchId,
  title: pitchId,
  was,
  at: at(9),
});
const said = (tellings: ReturnType<typeof told>[], now_: number, is: Arranged | null) =>
  saidOf(tellings, is, now_).map(({ title, news, is: where }) => [
    title,
    news,
    ...where.map((it) => it.room),
  ]);

test("each session is where its runs are", () => {
  expect([...showingsOf(grid(put("a", 11, "Den"), put("b", 10, "Hall")))]).toEqual([
    ["b", [on(10, "Hall")]],
    ["a", [on(11, "Den")]],
  ]);
  expect(showingsOf(null).size).toBe(0);
});

test("what changed is said as it is now, in order of time, and what is as it was is not", () => {
  const is = grid(put("a", 12, "Hall"), put("b", 10, "Den"), put("c", 11, "Den"));
  const tellings = [
    told("a", on(10, "Hall")),
    told("b"),
    told("c", on(11, "Den")),
    told("d", on(11, "Hall")),
  ];
  expect(said(tellings, now(9), is)).toEqual([
    ["b", "added", "Den"],
    ["d", "taken_off"],
    ["a", "moved", "Hall"],
  ]);
  expect(said(tellings.slice(0, 2), now(9), null)).toEqual([["a", "taken_off"]]);
});

test("another room at the same time is a move, and another end is said as one", () => {
  expect(said([told("a", on(11, "Hall"))], now(9), grid(put("a", 11, "Den")))).toEqual([
    ["a", "moved", "Den"],
  ]);
  const longer = { ...on(11, "Den"), endsAt: at(13) };
  expect(said([told("a", longer)], now(9), grid(put("a", 11, "Den")))).toEqual([["a", "ends", "Den"]]);
});

test("it is said until where it was and where it is have both ended", () => {
  const moved = [told("a", on(12, "Hall"))];
  const is = grid(put("a", 10, "Den"));
  expect(said(moved, now(11), is)).toEqual([["a", "moved"]]);
  expect(said(moved, now(13) - 1, is)).toEqual([["a", "moved"]]);
  expect(said(moved, now(13), is)).toEqual([]);
  expect(said([told("a", on(10, "Hall"))], now(11), is)).toEqual([]);
});

test("times are compared as instants", () => {
  const whole = { room: "Hall", startsAt: "2026-07-14T10:00:00Z", endsAt: "2026-07-14T11:00:00Z" };
  expect(sameShowings([whole], [on(10, "Hall")])).toBe(true);
  expect(sameShowings([whole], [])).toBe(false);
  expect(sameShowings([whole], [on(10, "Den")])).toBe(false);
  expect(sameShowings([whole], [on(11, "Hall")])).toBe(false);
});
