import { describe, expect, test } from "vitest";
import { NO_CHOICES } from "#domain/import/choices.ts";
import { recognise, type Sheet } from "#domain/import/columns.ts";
import { clocksOf, readTimes } from "#domain/import/times.ts";

const camp = { clocks: clocksOf("Europe/London", "day", "2026-07-14"), day: "2026-07-14" };

function read(header: string, cells: string, above: string | null = null) {
  const sheet = recognise({ number: 1, cells: header.split(",") }, NO_CHOICES) as Sheet;
  const said: string[] = [];
  const tell = (column: string, code: string) => said.push(`${column} ${code}`);
  const { span, day } = readTimes(
    sheet,
    { number: 2, cells: cells.split(",") },
    { ...camp, above },
    tell,
    tell,
  );
  const instants = span && [span.startsAt, span.endsAt].map((at) => new Date(at).toISOString().slice(5, 16));
  return { instants, said, day };
}

describe("a row belongs to the day it begins on", () => {
  test.each([
    ["with both dates", "2026-07-14T23:00,2026-07-15T00:30", []],
    ["with one date", "2026-07-14T23:00,00:30", ["end past_midnight"]],
    ["with none", "23:00,0.30", ["end past_midnight"]],
  ])("past midnight, %s", (_, cells, said) => {
    expect(read("start,end,title", `${cells},A`)).toMatchObject({
      instants: ["07-14T22:00", "07-14T23:30"],
      said,
    });
  });

  test("an end without a date is of its start's day, also when that is not the camp's", () => {
    expect(read("start,end,title", "2026-07-16T10:00,10:45,A").instants).toEqual([
      "07-16T09:00",
      "07-16T09:45",
    ]);
  });

  test.each(["0026-12-05", "31/02/2026", "someday"])("%s is wrong in the cell of the day", (date) => {
    expect(read("date,start,end,title", `${date},10:00,10:45,A`)).toEqual({
      instants: null,
      said: ["date no_day"],
      day: null,
    });
  });

  test("a day left empty is that of the row above, as in merged cells", () => {
    const header = "date,start,end,title";
    expect(read(header, ",10:00,10:45,A", "2026-07-15")).toMatchObject({
      instants: ["07-15T09:00", "07-15T09:45"],
    });
    expect(read(header, "16/07/2026,10:00,10:45,A", "2026-07-15").day).toBe("2026-07-16");
  });
});

test("a weekday is the first of its name from the camp's day on", () => {
  expect(read("day,start,end,title", "Tuesday,10:00,10:45,A").instants).toEqual([
    "07-14T09:00",
    "07-14T09:45",
  ]);
  expect(read("day,start,end,title", "Mon,10:00,10:45,A").day).toBe("2026-07-20");
  expect(read("day,start,end,title", "someday,10:00,10:45,A").said).toEqual(["date no_day"]);
});

test.each([
  ["10:45,10:00", "end ends_first"],
  ["2026-07-14T10:00,2026-07-14T00:00", "end ends_first"],
  ["2026-07-14T10:00,2026-07-16T10:00", "end too_long"],
  ["2026-07-14T10:00,2026-07-15T10:45", "end too_long"],
  ["2026-07-14T20:00,2026-07-15T09:00", "end too_long"],
  ["2026-03-29T01:30,2026-03-29T02:00", "start clocks_skip"],
  ["2026-03-29T00:30,01:30", "end clocks_skip"],
  [",10:00", "start missing"],
  ["soon,10:00", "start no_time"],
])("%s: %s", (cells, said) => {
  expect(read("start,end,title", `${cells},A`)).toMatchObject({ instants: null, said: [said] });
});

test("one column can hold both times", () => {
  expect(read("when,title", "11am-noon,A").instants).toEqual(["07-14T10:00", "07-14T11:00"]);
  expect(read("time,title", "morning,A").said).toEqual(["when no_time"]);
});
