import { expect, it } from "vitest";
import { readPeople } from "#domain/people-import/read.ts";
import { LEFT_SHOWN, PEOPLE_SHOWN, reportOf, statusOf } from "#domain/people-import/state.ts";

const listOf = (people: number, bad: number) => {
  const good = Array.from({ length: people }, (_, at) => `P${at},p${at}@example.org`);
  const rows = [...good, ...Array.from({ length: bad }, () => "Nobody,nowhere")];
  return readPeople(`Name,Email\n${rows.join("\n")}`, {}, { people: new Map(), sectors: [] });
};

it("shows the first of many, and counts them all", () => {
  const report = reportOf(listOf(8, LEFT_SHOWN + 1), 100);
  expect([report.brings, report.people.length]).toEqual([8, PEOPLE_SHOWN]);
  expect([report.leaves, report.left.length]).toEqual([LEFT_SHOWN + 1, LEFT_SHOWN]);
  expect(report.rows).toBe(8 + LEFT_SHOWN + 1);
});

it("names the first row for which the camp has no place, and none where all fit", () => {
  expect(reportOf(listOf(3, 0), 3).over).toBeNull();
  expect(reportOf(listOf(3, 0), 2).over).toEqual({ free: 2, from: 4 });
  expect(reportOf(listOf(3, 0), 0).over).toEqual({ free: 0, from: 2 });
});

it("gives a place, or a turn in the line", () => {
  expect([statusOf("places"), statusOf("line")]).toEqual(["confirmed", "waiting"]);
});
