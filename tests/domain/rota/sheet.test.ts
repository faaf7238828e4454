import fc from "fast-check";
import { expect, test } from "vitest";
import { RANGES } from "#domain/limits.ts";
import { cellsOf, isTyped, readRotaSheet, readTask } from "#domain/rota/sheet.ts";

const row = (more: object = {}) => ({
  ...{ task: "Door", place: "Main entrance", starts: "8.30", ends: "9.30", wanted: "3" },
  ...more,
});
const read = (more: object = {}, day = "2026-07-14") => readTask(row(more), day, "Europe/London");

test("a row is a task at those times of that day on the camp’s clocks", () => {
  expect(read()).toEqual({
    task: {
      ...{ task: "Door", place: "Main entrance", wanted: 3 },
      ...{ startsAt: Date.parse("2026-07-14T07:30Z"), endsAt: Date.parse("2026-07-14T08:30Z") },
    },
  });
});

test("what ends before it begins ends the next day, and without a number it is for one", () => {
  expect(read({ starts: "11pm", ends: "2am", wanted: "" })).toMatchObject({
    task: {
      ...{ startsAt: Date.parse("2026-07-14T22:00Z"), endsAt: Date.parse("2026-07-15T01:00Z") },
      wanted: 1,
    },
  });
});

test("a row that cannot stand says why", () => {
  const why = [
    ...[{ task: " " }, { task: "x".repeat(61) }, { starts: "soon" }, { wanted: "none" }, { wanted: "51" }],
    { starts: "10pm", ends: "9pm" },
  ].map((wrong) => read(wrong));
  expect(why.map((it) => "wrong" in it && it.wrong)).toEqual([
    ...["no_task", "too_wordy", "no_time", "how_many", "how_many"],
    "too_long",
  ]);
  expect(read({ starts: "1.15am", ends: "3am" }, "2026-03-29")).toEqual({ wrong: "clocks_skip" });
});

test("cells are told apart by what they are, in any order and with two times in one cell", () => {
  const door = { task: "Door", place: "Main entrance", starts: "8.30", ends: "9.30", wanted: "3" };
  expect(cellsOf(["Door", "Main entrance", "8.30", "9.30", "3"])).toEqual(door);
  expect(cellsOf(["8.30–9.30", "3", "Door", "", "Main entrance"])).toEqual(door);
  expect(cellsOf(["Badges", "9am to noon"])).toEqual({
    ...{ task: "Badges", place: "", starts: "9am", ends: "noon", wanted: "" },
  });
});

test("a sheet is rows with tabs or commas, with a head or without one", () => {
  const tabs = "What\tFrom\tTo\tPeople\nDoor\t8:30\t9:30\t3\n\nLunch\t12:00\t13:00\t4";
  const commas = "Door,8:30,9:30,3";
  const lines = (text: string) => {
    const found = readRotaSheet(text);
    return "rows" in found ? found.rows.map(({ line, row: { task } }) => [line, task]) : found;
  };
  expect(lines(tabs)).toEqual([
    [2, "Door"],
    [4, "Lunch"],
  ]);
  expect(lines(commas)).toEqual([[1, "Door"]]);
  expect(lines('"')).toMatchObject({ code: "quote_open" });
});

test("whatever is typed is a task that ends after it begins, for as many as there may be, or is refused", () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 70 }),
    fc.constantFrom("8.30", "23:59", "24:00", "0:00", "noon", "12am", "3", "50", ""),
  );
  const days = fc.constantFrom("2026-03-29", "2026-10-25", "2026-07-14", "2100-12-31");
  fc.assert(
    fc.property(fc.tuple(cell, cell, cell, cell, cell), days, ([task, place, starts, ends, wanted], day) => {
      const answer = readTask({ task, place, starts, ends, wanted }, day, "Europe/London");
      if ("wrong" in answer) return;
      const { task: made } = answer;
      expect(made.endsAt).toBeGreaterThan(made.startsAt);
      expect(made.wanted).toBeGreaterThanOrEqual(RANGES.rotaPeople.min);
      expect(made.wanted).toBeLessThanOrEqual(RANGES.rotaPeople.max);
      expect(isTyped({ task, place, starts, ends, wanted })).toBe(true);
    }),
  );
});
