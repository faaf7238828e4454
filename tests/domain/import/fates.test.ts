import fc from "fast-check";
import { expect, test } from "vitest";
import { NEW_CAMP } from "#domain/import/additions.ts";
import { fatesOf, isOfFile } from "#domain/import/fates.ts";
import { fitInto } from "#domain/import/fit.ts";
import { joined, readFile } from "#domain/import/read.ts";
import { reportOf } from "#domain/import/report.ts";
import { readTable } from "#domain/import/table.ts";
import { anyText, sheetText } from "#tests/support/table.ts";

const camp = { zone: "UTC", day: "2026-07-14", slots: [] };

test("every row has one fate, the worse of two", () => {
  const file = readFile("person,pitch,tick\n1,A,x\n1,B,no\n,C,x\n2,D,perhaps\n3,E,x\n", camp);
  const there = { row: 6, column: null, code: "already_there", value: "", other: "" } as const;
  const fates = fatesOf(file, {
    problems: file.problems,
    notes: [there],
    bringing: [{ row: 2 }, { row: 4 }],
  });
  expect(fates).toEqual({ all: 5, brought: 1, there: 1, silent: 1, left: 2 });
});

test("a file that cannot be read leaves out all it has", () => {
  const file = readFile("name,email\nAma,a@b.example\nRhys,r@b.example\n", camp);
  const fates = fatesOf(file, { problems: file.problems, notes: [], bringing: [] });
  expect(fates).toEqual({ all: 2, brought: 0, there: 0, silent: 0, left: 2 });
  expect(file.problems.map(({ code }) => isOfFile(code))).toEqual([true]);
});

const called = { person: "Person #", session: "Session #" };

test("no text whatever is thrown at, and every row of it is accounted for exactly once", () => {
  fc.assert(
    fc.property(
      anyText,
      fc.constantFrom("Europe/London", "America/New_York", "Asia/Kathmandu"),
      (text, zone) => {
        const { rows, problems } = fitInto(joined([readFile(text, { ...camp, zone })]), NEW_CAMP, called);
        const table = readTable(text);
        expect(rows.all).toBe("code" in table ? 0 : table.rows.length);
        expect(rows.brought + rows.there + rows.silent + rows.left).toBe(rows.all);
        if (rows.left > 0) expect(problems.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 400 },
  );
});

test("what is brought once is there the second time", () => {
  fc.assert(
    fc.property(sheetText, (text) => {
      const first = fitInto(joined([readFile(text, camp)]), NEW_CAMP, called);
      const rooms = first.rooms.map(({ name }, at) => ({ id: `r${at}`, name }));
      const slots = first.slots.map((slot, at) => ({ ...slot, id: `s${at}` }));
      const pitches = first.pitches.map(({ title }, at) => ({ id: `p${at}`, title }));
      const placements = first.placements.map(({ pitch, slot, room }) => ({
        pitchId: "at" in pitch ? `p${pitch.at}` : pitch.id,
        slotId: slots.find(({ startsAt }) => startsAt === slot.startsAt)!.id,
        roomId: rooms.find(({ name }) => name === room)!.id,
      }));
      const after = {
        ...NEW_CAMP,
        holding: first.people.length,
        rooms,
        slots,
        pitches,
        placements,
        people: first.people,
      };
      const again = fitInto(joined([readFile(text, { ...camp, slots })]), after, called);
      const { rooms: more, slots: later, pitches: new_, placements: moved, people } = again;
      expect([more, later, new_, moved, people]).toEqual([[], [], [], [], []]);
      expect(reportOf(again, again.capacity).rows.left).toBeLessThanOrEqual(first.rows.all);
    }),
    { numRuns: 300 },
  );
});
