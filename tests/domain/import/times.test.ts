import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NO_CHOICES } from "#domain/import/choices.ts";
import { recognise, type Sheet } from "#domain/import/columns.ts";
import { readFile } from "#domain/import/read.ts";
import { clocksOf, readTimes } from "#domain/import/times.ts";

const how = { order: "day", times: { fractions: false, sure: true } } as const;
const camp = { clocks: clocksOf("Europe/London", how, "2026-07-14"), day: "2026-07-14" };

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

describe("a quarter of a day, or 25 minutes past midnight", () => {
  /** Each row on a day of its own, so that nothing is in the way of anything. */
  const sheet = (times: readonly (readonly [string, string])[]) => {
    const rows = times.map(
      ([start, end], at) => `2026-12-${String(at + 1).padStart(2, "0")},${start},${end},Hall,A${at}`,
    );
    const text = ["date,start,end,room,title", ...rows].join("\n");
    return readFile(text, { zone: "Europe/London", day: "2026-12-01", slots: [] });
  };
  const clock = (at: number) => new Date(at).toISOString().slice(11, 16);
  const spans = (times: readonly (readonly [string, string])[]) =>
    sheet(times).pitches.map(({ cell }) => [cell!.slot.startsAt, cell!.slot.endsAt].map(clock).join("–"));
  const guesses = (times: readonly (readonly [string, string])[]) =>
    sheet(times)
      .notes.filter(({ code }) => code === "time_guessed")
      .map(({ row, value, other }) => [row, value, other]);

  const excel = [
    ["0.25", "0.2916667"],
    ["0.375", "0.4166667"],
    ["0.75", "0.7916667"],
  ] as const;
  const people = [
    ["0.25", "0.45"],
    ["10.30", "11.15"],
  ] as const;
  const nobody = [["0.25", "0.45"]] as const;

  test("a file of fractions is read as a spreadsheet writes it, and says so", () => {
    expect(spans(excel)).toEqual(["06:00–07:00", "09:00–10:00", "18:00–19:00"]);
    expect(guesses(excel)).toEqual([[2, "0.25", "06:00"]]);
  });

  test("a file of clocks is read as people write it", () => {
    expect([spans(people), guesses(people)]).toEqual([["00:25–00:45", "10:30–11:15"], []]);
  });

  test("where nothing tells, it says how it was read", () => {
    expect(spans(nobody)).toEqual(["00:25–00:45"]);
    expect(guesses(nobody)).toEqual([
      [2, "0.25", "00:25"],
      [2, "0.45", "00:45"],
    ]);
  });

  test("whatever times a spreadsheet wrote as fractions are those times again", () => {
    const time = fc.integer({ min: 1, max: 287 }).map((fives) => fives * 5);
    const days = fc.array(time, { minLength: 1, maxLength: 20 });
    const digits = fc.integer({ min: 5, max: 12 });
    fc.assert(
      fc.property(days, digits, (starts, shown) => {
        const written = (minutes: number) => String(Number((minutes / 1440).toFixed(shown)));
        const told = (minutes: number) => clock(minutes * 60_000);
        // One that no clock shows: without any such the file could be either.
        const all = [...starts, 540].map((start) => [start, Math.min(start + 45, 1439)] as const);
        expect(spans(all.map(([start, end]) => [written(start), written(end)] as const))).toEqual(
          all.map(([start, end]) => `${told(start)}–${told(end)}`),
        );
      }),
    );
  });

  test("whatever times people wrote with a point are those times again", () => {
    const time = fc.integer({ min: 0, max: 1390 });
    const pointed = (minutes: number) =>
      `${Math.floor(minutes / 60)}.${String(minutes % 60).padStart(2, "0")}`;
    fc.assert(
      fc.property(fc.array(time, { minLength: 1, maxLength: 20 }), (starts) => {
        const all = starts.map((start) => [start, start + 45] as const);
        expect(spans(all.map(([start, end]) => [pointed(start), pointed(end)] as const))).toEqual(
          all.map(([start, end]) => `${clock(start * 60_000)}–${clock(end * 60_000)}`),
        );
      }),
    );
  });
});
