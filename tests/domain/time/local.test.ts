import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysBetween, instantAt, isDay, isShown, laterDay, localAt, movedDay } from "#domain/time/local.ts";
import { days, minutesOfTheDay, zones } from "#tests/support/times.ts";

describe("local times and instants", () => {
  test("half past nine in London is an hour earlier in UTC in July, and the same in January", () => {
    expect(instantAt("2026-07-14", "09:30", "Europe/London")).toBe(Date.parse("2026-07-14T08:30:00Z"));
    expect(instantAt("2026-01-14", "09:30", "Europe/London")).toBe(Date.parse("2026-01-14T09:30:00Z"));
  });
  test("there and back, wherever the clocks show a time, on every day of a hundred years", () => {
    fc.assert(
      fc.property(days, minutesOfTheDay, zones, (day, time, zone) => {
        const shown = localAt(instantAt(day, time, zone), zone);
        expect(isShown(day, time, zone)).toBe(shown.day === day && shown.time === time);
        if (isShown(day, time, zone)) expect(shown).toEqual({ day, time });
      }),
    );
  });
  test("an hour that summer time skips is taken an hour on, and known to be on no clock", () => {
    expect(instantAt("2026-03-29", "01:30", "Europe/London")).toBe(Date.parse("2026-03-29T01:30:00Z"));
    const night = ["00:59", "01:00", "01:30", "01:59", "02:00"];
    expect(night.map((time) => isShown("2027-03-28", time, "Europe/London"))).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
    expect(isShown("2011-12-30", "12:00", "Pacific/Apia")).toBe(false);
  });
  test("an hour that it repeats is the first of the two", () => {
    expect(instantAt("2026-10-25", "01:30", "Europe/London")).toBe(Date.parse("2026-10-25T00:30:00Z"));
    expect(isShown("2026-10-25", "01:30", "Europe/London")).toBe(true);
  });
});

describe("dates", () => {
  test("are of a year that camps are in, and in the calendar", () => {
    const fine = ["2000-01-01", "2024-02-29", "2026-07-14", "2100-12-31"];
    const none = [
      "0026-07-14",
      "1999-12-31",
      "2101-01-01",
      "2026-02-29",
      "2026-13-01",
      "2026-00-10",
      "2026-7-14",
      "20026-07-14",
      "",
      "2026-07-14T00:00",
    ];
    expect([...fine, ...none].filter(isDay)).toEqual(fine);
  });
  test("a second day stays the second day when the camp moves", () => {
    expect(movedDay("2026-07-15", "2026-07-14", "2027-02-28")).toBe("2027-03-01");
    expect(laterDay("2026-12-31", 1)).toBe("2027-01-01");
  });
  test("days between are counted by the calendar, also backwards", () => {
    fc.assert(fc.property(days, days, (a, b) => laterDay(a, daysBetween(a, b)) === b));
  });
});
