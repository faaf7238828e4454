import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  dateOf,
  daysBetween,
  hourAt,
  instantAt,
  isDay,
  isShown,
  laterDay,
  localAt,
  movedDay,
  shownAt,
  weekdayOf,
} from "#domain/time/local.ts";
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

describe("parts of a date", () => {
  test("weekdays go round in sevens", () => {
    expect([weekdayOf("2012-08-25"), weekdayOf("2012-08-26"), weekdayOf("2012-08-27")]).toEqual([6, 7, 1]);
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 50 }), (day, later) => {
        expect(weekdayOf(laterDay(day, later))).toBe(((weekdayOf(day) - 1 + later) % 7) + 1);
      }),
    );
  });

  test("a date of numbers is one of the calendar, or none", () => {
    expect([dateOf(2024, 2, 29), dateOf(2023, 2, 29), dateOf(2026, 13, 1)]).toEqual([
      "2024-02-29",
      null,
      null,
    ]);
  });

  test("minutes after midnight are what the clocks show, in any zone on any day, or the clocks skip them", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 1439 }), zones, (day, minutes, zone) => {
        const time = `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
        const shown = shownAt(day, minutes, zone);
        expect(shown !== null).toBe(isShown(day, time, zone));
        if (!shown) return;
        expect(localAt(shown.at, zone)).toEqual({ day, time });
        expect(hourAt(shown.at, zone)).toBe(Math.floor(minutes / 60));
      }),
    );
    expect(shownAt("2026-10-25", 90, "Europe/London")).toEqual({
      at: Date.parse("2026-10-25T00:30:00Z"),
      repeated: true,
    });
  });
});
