import { expect, test } from "vitest";
import { readFile } from "#domain/import/read.ts";

const camp = { zone: "Europe/London", day: "2026-07-14", slots: [] };
const read = (...rows: string[]) => readFile(`start,end,room,seats,kind,title\n${rows.join("\n")}\n`, camp);

test("sessions are placed; a fixed item alone is a break, and one among sessions is pinned", () => {
  const { pitches, slots, rooms, problems } = read(
    "10:00,10:45,Loft,30,session,Bins",
    "10:00,10:45,Yard,,fixed,Picnic",
    "10:45,11:15,Hall,,fixed,Tea",
  );
  expect(problems).toEqual([]);
  expect(slots.map(({ kind, title }) => kind + title)).toEqual(["session", "breakTea, Hall"]);
  expect(rooms).toEqual([
    { name: "Loft", seats: 30 },
    { name: "Yard", seats: null },
  ]);
  expect(pitches.map(({ title, pinned, cell }) => ({ title, pinned, room: cell!.room }))).toEqual([
    { title: "Bins", pinned: false, room: "Loft" },
    { title: "Picnic", pinned: true, room: "Yard" },
  ]);
});

test.each([
  [",10:45,Loft,,session,Bins", "start missing"],
  ["10:00,noonish,Loft,,session,Bins", "end no_time"],
  ["10:45,10:00,Loft,,session,Bins", "end ends_first"],
  ["10:00,10:45,,,session,Bins", "room missing"],
  ["10:00,10:45,Loft,many,session,Bins", "seats seats_unknown"],
  ["10:00,10:45,Loft,,session,", "title missing"],
])("%s is named and left out", (row, said) => {
  const { pitches, problems } = read(row);
  expect(problems.map(({ line, column, code }) => `${line} ${column} ${code}`)).toEqual([`2 ${said}`]);
  expect(pitches).toEqual([]);
});

test("two sessions in one room at one time: the second is named with the line of the first", () => {
  const { pitches, problems } = read("10:00,10:45,Loft,,session,Bins", "10:00,10:45,loft,,session,Pools");
  expect(pitches).toHaveLength(1);
  expect(problems).toMatchObject([{ line: 3, code: "cell_twice", other: "2" }]);
});

test("a time that cuts into a slot is named with the slot's own times", () => {
  const { problems } = read(
    "10:00,10:45,Loft,,session,A",
    "10:00,10:45,Hall,,session,B",
    "10:30,11:30,Yard,,session,C",
  );
  expect(problems).toMatchObject([{ line: 4, code: "overlaps", value: "10:30", other: "10:00–10:45" }]);
});

test("a column for the day gives times their date", () => {
  const { slots } = readFile("date,start,end,room,title\n15/07/2026,10:00,10:45,Loft,Bins\n", camp);
  expect(new Date(slots[0]!.startsAt).toISOString()).toBe("2026-07-15T09:00:00.000Z");
});
