import { describe, expect, test } from "vitest";
import {
  firstMisfit,
  instantAt,
  isZone,
  localAt,
  movedDay,
  ordinaryDay,
  suggestSlug,
} from "#domain/localTime.ts";

describe("local times and instants", () => {
  test("half past nine in London is an hour earlier in UTC in July, and the same in January", () => {
    expect(instantAt("2026-07-14", "09:30", "Europe/London")).toBe(Date.parse("2026-07-14T08:30:00Z"));
    expect(instantAt("2026-01-14", "09:30", "Europe/London")).toBe(Date.parse("2026-01-14T09:30:00Z"));
  });
  test("there and back, on the day the clocks go forward too", () => {
    for (const [day, time] of [
      ["2026-03-29", "00:30"],
      ["2026-03-29", "09:30"],
      ["2026-10-25", "23:15"],
    ] as const)
      expect(localAt(instantAt(day, time, "Europe/London"), "Europe/London")).toEqual({ day, time });
  });
  test("an hour that summer time skips is taken an hour on", () => {
    expect(instantAt("2026-03-29", "01:30", "Europe/London")).toBe(Date.parse("2026-03-29T01:30:00Z"));
  });
  test("zones are known or not", () => {
    expect(["Europe/London", "Pacific/Auckland", "Mars/Olympus", ""].map(isZone)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
  test("a second day stays the second day when the camp moves", () => {
    expect(movedDay("2026-07-15", "2026-07-14", "2027-02-28")).toBe("2027-03-01");
  });
});

describe("an ordinary day", () => {
  test("five slots and three breaks after doors at half past eight, in order", () => {
    const rows = ordinaryDay("2026-07-14", "08:30");
    expect(rows.filter((row) => row.kind === "session")).toHaveLength(5);
    expect(rows[0]).toMatchObject({ title: "Welcome and pitching", starts: "09:00", ends: "10:15" });
    expect(rows.at(-1)!.ends <= "17:30").toBe(true);
    expect(firstMisfit(rows)).toBeNull();
  });
  test("doors in the evening leave out what would run past midnight", () => {
    const rows = ordinaryDay("2026-07-14", "20:00");
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.ends > row.starts)).toBe(true);
  });
});

test("the row that overlaps, or ends before it starts, is named; another day's does not count", () => {
  const row = (starts: string, ends: string, day = "2026-07-14") =>
    ({ kind: "session", title: "", day, starts, ends }) as const;
  expect(firstMisfit([row("11:00", "11:45"), row("11:45", "12:30")])).toBeNull();
  expect(firstMisfit([row("11:00", "11:45"), row("11:30", "12:30")])).toBe(1);
  expect(firstMisfit([row("11:00", "11:45"), row("11:30", "12:30", "2026-07-15")])).toBeNull();
  expect(firstMisfit([row("11:00", "11:00")])).toBe(0);
});

test("an address is suggested from the name", () => {
  expect(suggestSlug("LocalGov Camp 2026!")).toBe("localgov-camp-2026");
  expect(suggestSlug("  Gwersyll Ŵyth’r Môr ")).toBe("gwersyll-wythr-mor");
  expect(suggestSlug("???")).toBe("");
});
