import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { orderOfDates, readDay, readWeekday } from "#domain/import/dates.ts";

const london = { zone: "Europe/London", day: "2026-09-12" };
const newYork = { zone: "America/New_York", day: "2026-09-12" };

describe("day or month first is decided for the whole file", () => {
  test.each([
    ["a number over 12 among the days", ["3/4/2026", "13/4/2026"], "day", "over_12"],
    ["a number over 12 among the months", ["4/3/2026 10:00 AM", "4/13/2026 10:00 AM"], "month", "over_12"],
    ["the camp's own day", ["9/12/2026", "9/1/2026"], "month", "camp_day"],
    ["days that lie together", ["7/4/2026 10:00 AM", "7/5/2026 10:00 AM"], "month", "together"],
  ])("%s", (_, cells, order, reason) => {
    expect(orderOfDates(cells, london, null)).toEqual({ order, reason, example: cells[0]!.split(" ")[0] });
  });

  test("where nothing tells, the habit of the zone does", () => {
    expect(orderOfDates(["7/4/2026 10:00"], london, null)).toMatchObject({ order: "day", reason: "zone" });
    expect(orderOfDates(["7/4/2026 10:00"], newYork, null)).toMatchObject({ order: "month", reason: "zone" });
  });

  test("an organiser's word counts over everything", () => {
    expect(orderOfDates(["13/4/2026"], london, "month")).toMatchObject({ order: "month", reason: "told" });
  });

  test("dates that can be read one way only ask nothing", () => {
    expect(
      orderOfDates(["2026-07-04", "4.7.2026", "4 July 2026", "10:00", "46217"], london, null),
    ).toBeNull();
  });
});

describe("days", () => {
  test.each([
    ["2026-07-04", "2026-07-04"],
    ["2026-07-04T00:00", "2026-07-04"],
    ["4.7.2026", "2026-07-04"],
    ["4/7/2026", "2026-07-04"],
    ["4-7-26", "2026-07-04"],
    ["4 July 2026", "2026-07-04"],
    ["Sat 4th Jul 2026", "2026-07-04"],
    ["July 4, 2026", "2026-07-04"],
    ["46207", "2026-07-04"],
  ])("%s", (text, day) => {
    expect(readDay(text, "day")).toBe(day);
  });

  test("7/4/2026 is what the order says", () => {
    expect([readDay("7/4/2026", "day"), readDay("7/4/2026", "month")]).toEqual(["2026-04-07", "2026-07-04"]);
  });

  test.each(["", "tomorrow", "31/06/2026", "2026-02-30", "4 Foo 2026", "0/0/2026"])("not %j", (text) => {
    expect(readDay(text, "day")).toBeNull();
  });

  test("every day of these years is read back however it is written", () => {
    const day = fc.date({ min: new Date("2000-01-01"), max: new Date("2100-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, dayOfMonth] = iso.split("-").map(Number);
        const serial = Math.round((Date.parse(iso) - Date.parse("1899-12-30")) / 86_400_000);
        const written = [`${dayOfMonth}/${month}/${year}`, `${dayOfMonth}.${month}.${year}`, String(serial)];
        expect(written.map((text) => readDay(text, "day"))).toEqual([iso, iso, iso]);
        expect(readDay(`${month}/${dayOfMonth}/${year}`, "month")).toBe(iso);
      }),
    );
  });
});

test("a weekday lies in the week that begins with the camp", () => {
  expect(["Thursday", "fri", "Wed"].map((text) => readWeekday(text, "2014-07-24"))).toEqual([
    "2014-07-24",
    "2014-07-25",
    "2014-07-30",
  ]);
  expect(["", "monsters of rock", "10"].map((text) => readWeekday(text, "2014-07-24"))).toEqual([
    null,
    null,
    null,
  ]);
});
