import { describe, expect, test } from "vitest";
import {
  dates,
  day,
  dayRange,
  fullDay,
  rangeOn,
  shortDay,
  time,
  timeOn,
  timeRange,
  wallClock,
  weekday,
  weekdayAmong,
} from "#messages/format.ts";

const london = { locale: "en-GB", zone: "Europe/London" };
const cardiff = { locale: "cy", zone: "Europe/London" };

describe("time", () => {
  test.each([
    ["2026-07-14T12:30:00Z", "1.30pm"],
    ["2026-07-14T11:00:00Z", "12 noon"],
    ["2026-07-14T11:05:00Z", "12.05pm"],
    ["2026-07-13T23:00:00Z", "12 midnight"],
    ["2026-07-13T23:05:00Z", "12.05am"],
    ["2026-07-14T08:00:00Z", "9am"],
    ["2026-01-14T09:00:00Z", "9am"],
  ])("%s is %s in London, summer time or not", (instant, words) => {
    expect(time(instant, london)).toBe(words);
  });

  test("the zone decides, not the machine", () => {
    expect(time("2026-07-14T12:30:00Z", { locale: "en-GB", zone: "Asia/Kolkata" })).toBe("6pm");
  });

  test("another language writes its own way", () => {
    expect(time("2026-07-14T12:30:00Z", cardiff)).toContain("13:30");
  });

  test("something that is not an instant is refused", () => {
    expect(() => time("next Friday", london)).toThrow(RangeError);
  });

  test("a range says to, and the wall says it short", () => {
    expect(timeRange("2026-07-14T12:30:00Z", "2026-07-14T13:15:00Z", london)).toBe("1.30pm to 2.15pm");
    expect(wallClock("2026-07-14T12:53:00Z", london)).toBe("1.53");
    expect(wallClock("2026-07-14T23:00:00Z", london)).toBe("12.00");
  });
});

test("dates: a day, a weekday, a year", () => {
  const instant = "2026-07-14T12:30:00Z";
  expect(day(instant, london)).toBe("14 July");
  expect(weekday(instant, london)).toBe("Tuesday 14 July");
  expect(fullDay(instant, london)).toBe("14 July 2026");
  expect(day(instant, cardiff)).toContain("Gorffennaf");
});

test("a day belongs to its zone", () => {
  expect(day("2026-07-14T23:30:00Z", london)).toBe("15 July");
});

test("a time says its day where the camp has several, and one past midnight that on which it begins", () => {
  const [from, until] = ["2026-07-14T21:00:00Z", "2026-07-14T23:30:00Z"];
  expect(shortDay(from, london)).toBe("Tue 14 Jul");
  expect([timeOn(from, false, london), timeOn(from, true, london)]).toEqual(["10pm", "10pm on Tue 14 Jul"]);
  expect(rangeOn(from, until, false, london)).toBe("10pm to 12.30am");
  expect(rangeOn(from, until, true, london)).toBe("Tue 14 Jul, 10pm to 12.30am");
  expect([false, true].map((year) => dayRange(from, until, year, london))).toEqual([
    "14 to 15 July",
    "14 to 15 July 2026",
  ]);
  expect(dates([from], london)).toBe("Tuesday 14 July");
  expect(dates([from, until], london)).toBe("Tuesday 14 July and Wednesday 15 July");
});

test("a day of a grid has its year where the grid has days of several", () => {
  const [last, this_] = ["2025-07-14T09:00:00Z", "2026-07-14T09:00:00Z"];
  expect(weekdayAmong(last, [last, this_], london)).toBe("Monday 14 July 2025");
  expect(weekdayAmong(last, [last], london)).toBe("Monday 14 July");
});
