import { describe, expect, test } from "vitest";
import { countedOf, headsOf, isCountable, spaceFor } from "#domain/heads.ts";
import { runKey } from "#domain/run.ts";

const room = (capacity: number) => ({ capacity });
const at = (minute: number) => new Date(Date.parse("2026-07-14T10:00:00Z") + minute * 60_000).toISOString();

describe("what is said of a room's seats", () => {
  test.each([
    [0, 40, "plenty"],
    [20, 40, "plenty"],
    [21, 40, null],
    [40, 40, null],
    [41, 40, "tight"],
  ])("%i expected and %i seats: %s", (expected, seats, said) => {
    expect(spaceFor({ counted: null, expected }, room(seats))).toBe(said);
  });

  test.each([
    [0, 40, "plenty"],
    [20, 40, "plenty"],
    [21, 40, null],
    [35, 40, null],
    [36, 40, "tight"],
    [39, 40, "tight"],
    [40, 40, "full"],
    [55, 40, "full"],
  ])("%i counted and %i seats: %s", (counted, seats, said) => {
    expect(spaceFor({ counted, expected: null }, room(seats))).toBe(said);
  });

  test("what is counted now comes before what was expected", () => {
    expect(spaceFor({ counted: 10, expected: 80 }, room(40))).toBe("plenty");
    expect(spaceFor({ counted: 40, expected: 1 }, room(40))).toBe("full");
    expect(headsOf({ counted: 10, expected: 80 })).toEqual({ heads: 10, basis: "counted" });
    expect(headsOf({ counted: null, expected: 80 })).toEqual({ heads: 80, basis: "expected" });
    expect(headsOf({ counted: null, expected: null })).toBeNull();
  });

  test("nothing is said of a place whose number of seats nobody knows, nor where nothing is known", () => {
    expect(spaceFor({ counted: 4_999, expected: 9 }, { capacity: 5_000, unofficial: true })).toBeNull();
    expect(spaceFor({ counted: null, expected: null }, room(40))).toBeNull();
  });
});

test("heads are counted from ten minutes before a session until it ends", () => {
  const run = { startsAt: at(0), endsAt: at(45) };
  const said = [-11, -10, 0, 44, 45].map((minute) => isCountable(run, Date.parse(at(minute))));
  expect(said).toEqual([false, true, true, true, false]);
});

test("a count is of the run it was made of, and of no other run of that session", () => {
  const counts = [{ key: "p", pitchId: "p", heads: 7, at: at(5), by: "crew" as const }];
  expect(countedOf(counts, { key: "p" })).toBe(7);
  expect(countedOf(counts, { key: runKey("p", 1) })).toBeNull();
  expect(countedOf([], { key: "p" })).toBeNull();
});
