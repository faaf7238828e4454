import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { GridView, Placement } from "#domain/grid.ts";
import { gapAt, gridDays } from "#domain/grid-days.ts";
import { viewRuns } from "#domain/run-view.ts";
import type { SlotView } from "#domain/slot.ts";
import { dayOf } from "#domain/time/date.ts";
import { anyGrid } from "#tests/support/any-grid.ts";
import { pitch } from "#tests/support/snapshot.ts";
import { zones } from "#tests/support/times.ts";

const LONDON = "Europe/London";
const slot = (id: string, startsAt: string, endsAt: string, kind: SlotView["kind"] = "session"): SlotView => {
  return { id, kind, title: "", startsAt, endsAt, hour: 1, number: 1 };
};
const rooms = ["Hall", "Den"].map((name, n) => {
  return { id: name, letter: "AB"[n]!, name, capacity: 40, features: [] };
});
const placed = (pitchId: string, slotId: string, roomId: string): Placement => {
  return { pitchId, slotId, roomId, copy: 0, length: 1, pinned: false };
};
const gridOf = (slots: readonly SlotView[], placements: readonly Placement[]): GridView => {
  const sessions = placements.map(({ pitchId }) => pitch(pitchId));
  return { number: 1, publishedAt: slots[0]!.startsAt, rooms, slots, sessions, placements, changes: [] };
};
const morning = slot("one", "2026-07-14T09:00:00Z", "2026-07-14T10:00:00Z");
const noon = slot("two", "2026-07-14T10:00:00Z", "2026-07-14T11:00:00Z");
const grid = gridOf([morning, noon], [placed("a", "one", "Hall"), placed("b", "two", "Den")]);
const TEN = Date.parse(noon.startsAt);

const laidOut = (of: GridView, opened: number, more: Partial<Parameters<typeof gridDays>[1]> = {}) =>
  gridDays(of, { zone: LONDON, opened, now: opened, ...more }).map(({ day, over, rest }) => [
    day,
    over.map((row) => row.slot.id),
    rest.map((row) => row.slot.id),
  ]);

test("what was over when the page was opened is apart, and nothing becomes so while it is open", () => {
  expect(laidOut(grid, TEN - 1)).toEqual([["2026-07-14", [], ["one", "two"]]]);
  expect(laidOut(grid, TEN)).toEqual([["2026-07-14", ["one"], ["two"]]]);
  expect(laidOut(grid, TEN, { now: TEN + 9 * 3_600_000 })).toEqual([["2026-07-14", ["one"], ["two"]]]);
});

test("every slot is on one day, and every run in one cell of its slot and its room", () => {
  fc.assert(
    fc.property(
      anyGrid,
      zones,
      fc.integer({ min: Date.parse("2026-07-14"), max: Date.parse("2026-07-18") }),
      (any, zone, opened) => {
        const days = gridDays(any, { zone, opened, now: opened });
        const rows = days.flatMap(({ day, over, rest }) => [...over, ...rest].map((row) => ({ day, row })));
        expect(rows.map(({ row }) => row.slot.id).sort()).toEqual(any.slots.map(({ id }) => id).sort());
        for (const { day, row } of rows) expect(day).toBe(dayOf(row.slot, zone));
        const shown = rows.flatMap(({ row }) =>
          row.cells.flatMap((cell, n) =>
            (cell.rows > 0 ? cell.runs : []).map(
              (it) => `${it.key} ${it.slotId === row.slot.id} ${any.rooms[n]!.id === it.roomId}`,
            ),
          ),
        );
        expect(shown.sort()).toEqual(
          viewRuns(any, opened)
            .map(({ key }) => `${key} true true`)
            .sort(),
        );
      },
    ),
  );
});

test("only what is wanted leaves out slots and breaks without any of it", () => {
  const only = (id: string) => ({
    isTheirs: ({ pitchId }: { pitchId: string }) => pitchId === id,
    wasTheirs: () => false,
  });
  expect(laidOut(grid, 0, { only: only("b") })).toEqual([["2026-07-14", [], ["two"]]]);
  expect(laidOut(grid, 0, { only: only("x") })).toEqual([]);
});

test("only what is wanted keeps the slot of a later run that was wanted and taken off", () => {
  const off = (copy: number) => {
    return { pitchId: "a", copy, title: "a", from: { slotId: "two", roomId: "Hall" }, to: null };
  };
  const only = { isTheirs: () => false, wasTheirs: ({ copy }: { copy: number }) => copy === 1 };
  const of = (...changes: ReturnType<typeof off>[]) =>
    gridDays({ ...grid, changes }, { zone: LONDON, opened: 0, now: 0, only });
  expect(of(off(0))).toEqual([]);
  const [row] = of(off(0), off(1))[0]!.rest;
  expect([row!.slot.id, row!.cells[0]!.gone.map(({ copy }) => copy)]).toEqual(["two", [1]]);
});

test("what was taken off is in its room’s cell, and where that room is gone beside the slot", () => {
  const off = (roomId: string) => {
    return { pitchId: roomId, copy: 0, title: roomId, from: { slotId: "one", roomId }, to: null };
  };
  const [day] = gridDays(
    { ...grid, changes: [off("Den"), off("Loft")] },
    { zone: LONDON, opened: 0, now: 0 },
  );
  const [row] = day!.rest;
  expect(row!.cells.map((cell) => cell.gone.map(({ title }) => title))).toEqual([[], ["Den"]]);
  expect(row!.lost.map(({ title }) => title)).toEqual(["Loft"]);
});

test("what goes on beyond its slot takes the cells below it, up to the next that has something of its own", () => {
  const long = slot("one", "2026-07-14T09:00:00Z", "2026-07-14T12:00:00Z");
  const last = slot("three", "2026-07-14T11:00:00Z", "2026-07-14T12:00:00Z");
  const all = [placed("a", "one", "Hall"), placed("b", "one", "Den"), placed("c", "two", "Den")];
  const [day] = gridDays(gridOf([long, noon, last], all), { zone: LONDON, opened: 0, now: 0 });
  expect(day!.rest.map(({ cells }) => cells.map((cell) => cell.rows))).toEqual([
    [3, 1],
    [0, 1],
    [0, 1],
  ]);
  expect(day!.rest[2]!.cells.map((cell) => cell.runs.map(({ key }) => key))).toEqual([["a"], []]);
});

describe("past midnight and in nights when clocks change", () => {
  test("a slot is of the day on which it begins, and is not over until it ends", () => {
    const late = slot("late", "2026-07-14T22:30:00Z", "2026-07-15T00:30:00Z");
    const later = slot("later", "2026-07-15T00:30:00Z", "2026-07-15T01:30:00Z");
    const night = gridOf([late, later], [placed("a", "late", "Hall")]);
    expect(laidOut(night, Date.parse("2026-07-15T00:29:59Z"))).toEqual([
      ["2026-07-14", [], ["late"]],
      ["2026-07-15", [], ["later"]],
    ]);
    expect(laidOut(night, Date.parse("2026-07-15T00:30:00Z"))).toEqual([
      ["2026-07-14", ["late"], []],
      ["2026-07-15", [], ["later"]],
    ]);
  });

  test("the hour that clocks show twice is two hours, and the one they skip is none", () => {
    // London goes back at 2am on 25 October 2026, and forward at 1am on 29 March.
    const first = slot("first", "2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z");
    const again = slot("again", "2026-10-25T01:00:00Z", "2026-10-25T02:00:00Z");
    const back = gridOf([first, again], [placed("a", "first", "Hall"), placed("b", "again", "Hall")]);
    expect(laidOut(back, Date.parse("2026-10-25T01:00:00Z"))).toEqual([["2026-10-25", ["first"], ["again"]]]);
    const before = slot("before", "2026-03-29T00:30:00Z", "2026-03-29T01:00:00Z");
    const after = slot("after", "2026-03-29T01:00:00Z", "2026-03-29T01:45:00Z");
    expect(laidOut(gridOf([before, after], []), Date.parse("2026-03-29T01:00:00Z"))).toEqual([
      ["2026-03-29", ["before"], ["after"]],
    ]);
  });

  test("the day is the camp’s, wherever the reader is", () => {
    const evening = slot("evening", "2026-07-14T11:30:00Z", "2026-07-14T12:30:00Z");
    const of = (zone: string) => laidOut(gridOf([evening], []), 0, { zone })[0]![0];
    expect([LONDON, "Pacific/Auckland", "Pacific/Honolulu"].map(of)).toEqual([
      "2026-07-14",
      "2026-07-14",
      "2026-07-14",
    ]);
    expect(of("Pacific/Kiritimati")).toBe("2026-07-15");
  });
});

describe("a time in which no slot is", () => {
  const lunch = slot("lunch", "2026-07-14T12:00:00Z", "2026-07-14T13:00:00Z", "break");
  const tomorrow = slot("next", "2026-07-15T09:00:00Z", "2026-07-15T10:00:00Z");
  const welcome = slot("welcome", "2026-07-14T08:00:00Z", "2026-07-14T08:30:00Z", "break");
  const slots = [welcome, morning, lunch, tomorrow];

  test.each([
    ["before all, the first is to come", "2026-07-14T07:00:00Z", welcome, "first"],
    ["days before as well", "2026-07-10T07:00:00Z", welcome, "first"],
    ["after a welcome still", "2026-07-14T08:45:00Z", morning, "first"],
    ["after a session it is between two", "2026-07-14T11:30:00Z", lunch, "between"],
    ["in the evening nothing more is today", "2026-07-14T19:00:00Z", tomorrow, "night"],
    ["from midnight on it is before the first of that day", "2026-07-14T23:30:00Z", tomorrow, "today"],
  ])("%s", (_, now, next, gap) => {
    expect(gapAt(slots, next, Date.parse(now), LONDON)).toBe(gap);
  });
});
