import { expect, test } from "vitest";
import { NEW_CAMP } from "#domain/import/additions.ts";
import { fitInto } from "#domain/import/fit.ts";
import { joined, readFile } from "#domain/import/read.ts";
import { ALIKE_SHOWN, isEmpty, ROWS_SHOWN, reportOf } from "#domain/import/report.ts";

const called = { person: "#", session: "#" };

function report(text: string, capacity = NEW_CAMP.capacity) {
  const read = readFile(text, { zone: "UTC", day: "2026-07-14", slots: [] });
  return reportOf(fitInto(joined([read]), { ...NEW_CAMP, capacity }, called), capacity);
}

test("counts what would come, and says which seats are guessed", () => {
  const grid =
    "start,end,room,seats,kind,title\n10:00,11:00,A,20,,X\n11:00,12:00,,,fixed,Tea\n12:00,13:00,B,,,Y\n";
  const { counts, seatsGuessed, capacity } = report(grid);
  expect(counts).toEqual({ rooms: 2, slots: 2, breaks: 1, pitches: 2, placements: 2, people: 0, hands: 0 });
  expect([seatsGuessed, capacity]).toEqual([true, null]);
});

test("says how far places would go up", () => {
  expect(report("person,pitch,tick\n1,1,x\n2,1,x\n", 1).capacity).toEqual({ from: 1, to: 2 });
});

test("a file with one mistake a thousand times shows the first and counts them all", () => {
  const { problems, rows } = report(`title,kind\n${"A,karaoke\n".repeat(1000)}`);
  expect([problems.length, rows.left]).toEqual([ROWS_SHOWN, 1000]);
});

test("knows when there is nothing to do", () => {
  expect(isEmpty(report("title\n"))).toBe(true);
  expect(isEmpty(report("title\nA\n"))).toBe(false);
});

test("a file that is not read at all says why once, and counts its rows", () => {
  const { unread, problems, rows } = report("name,email\nAma,a@b.example\nRhys,r@b.example\n");
  expect(unread).toMatchObject({ code: "people_list" });
  expect([problems, rows.left]).toEqual([[], 2]);
});

test("many names that look alike are asked about up to a number", () => {
  const rows = Array.from(
    { length: ALIKE_SHOWN + 5 },
    (_, n) => `Zoe ${"x".repeat(n + 1)},1,x\nZoë ${"x".repeat(n + 1)},1,x\n`,
  );
  const { alike, alikeAll } = report(`person,pitch,tick\n${rows.join("")}`);
  expect([alike.length, alikeAll]).toEqual([ALIKE_SHOWN, ALIKE_SHOWN + 5]);
});
