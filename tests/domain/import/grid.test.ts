import { expect, test } from "vitest";
import { readFile } from "#domain/import/read.ts";
import { LONGEST, MOST } from "#domain/limits.ts";
import { instantAt } from "#domain/time/local.ts";

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
  expect(problems.map(({ row, column, code }) => `${row} ${column} ${code}`)).toEqual([`2 ${said}`]);
  expect(pitches).toEqual([]);
});

test("two sessions in one room at one time: the second is named with the line of the first", () => {
  const { pitches, problems } = read("10:00,10:45,Loft,,session,Bins", "10:00,10:45,loft,,session,Pools");
  expect(pitches).toHaveLength(1);
  expect(problems).toMatchObject([{ row: 3, code: "cell_twice", other: "2" }]);
});

test("a time that cuts into a slot is named with the slot's own times", () => {
  const { problems } = read(
    "10:00,10:45,Loft,,session,A",
    "10:00,10:45,Hall,,session,B",
    "10:30,11:30,Yard,,session,C",
  );
  expect(problems).toMatchObject([{ row: 4, code: "overlaps", value: "10:30–11:30", other: "10:00–10:45" }]);
});

test("a column for the day gives times their date", () => {
  const { slots } = readFile("date,start,end,room,title\n15/07/2026,10:00,10:45,Loft,Bins\n", camp);
  expect(new Date(slots[0]!.startsAt).toISOString()).toBe("2026-07-15T09:00:00.000Z");
});

test("a session that goes on takes the next slot as well, and keeps its room until then", () => {
  const { slots, pitches, notes, problems } = read(
    "10:00,10:45,Loft,,session,A1",
    "11:00,11:45,Loft,,session,A2",
    "10:00,11:45,Den,,session,Long workshop",
    "11:00,11:45,Den,,session,Squeezed in",
  );
  expect(pitches.map(({ title, line, cell }) => [title, line, cell?.second ?? null])).toEqual([
    ["A1", "", null],
    ["A2", "", null],
    ["Long workshop", "", slots[1]],
  ]);
  expect(notes).toEqual([]);
  expect(problems).toMatchObject([{ row: 5, code: "cell_twice", other: "4" }]);
});

test("one that is longer than two slots says how long, and keeps its room until then", () => {
  const { pitches, notes } = read(
    "10:00,10:45,Loft,,session,A1",
    "11:00,11:45,Loft,,session,A2",
    "12:00,12:45,Loft,,session,A3",
    "10:00,12:45,Den,,session,Long workshop",
  );
  expect(pitches[3]).toMatchObject({ line: "10:00–12:45", cell: { second: { startsAt: at("11:00") } } });
  expect(notes).toMatchObject([{ row: 5, code: "runs_on", value: "10:00–12:45", other: "10:00–11:45" }]);
});

test("a session that is said again in the next slot of its room is one that goes on", () => {
  const { slots, pitches } = read(
    "10:00,10:45,Loft,,session,Maps",
    "11:00,11:45,Loft,,session,maps",
    "12:00,12:45,Loft,,session,Maps",
    "11:00,11:45,Den,,session,Maps",
  );
  expect(pitches.map(({ row, goesOn, cell }) => [row, goesOn, cell!.second])).toEqual([
    [2, 3, slots[1]],
    [4, undefined, null],
    [5, undefined, null],
  ]);
});

test("long sessions that are the most do not push the short ones out", () => {
  const { slots, pitches, problems } = read(
    "11:00,13:30,A,,session,L1",
    "11:00,13:30,B,,session,L2",
    "11:00,13:30,C,,session,L3",
    "11:00,12:00,D,,session,S1",
    "12:30,13:30,D,,session,S2",
  );
  expect([slots.length, pitches.length, problems]).toEqual([2, 5, []]);
});

test("lunch in all rooms is one break, whose name fits", () => {
  const foyer = "12:00,13:00,Ground floor foyer,,lunch,Lunch (vegetarian and vegan)";
  const terrace = "12:00,13:00,First floor terrace,,lunch,Lunch (everything else)";
  const rooms = ["A", "B", "C"].map((room) => `12:00,13:00,${room},,lunch,Lunch`);
  expect(read(foyer, terrace).slots.map(({ title }) => title)).toEqual([
    "Lunch (vegetarian and vegan) · Lunch (everything else)",
  ]);
  expect(read(...rooms).slots.map(({ title }) => title)).toEqual(["Lunch"]);
});

test("an item whose name does not fit into its break any more is noted", () => {
  const rows = ["Registration and coffee", "Badge making for everybody", "Stretching"].map(
    (title) => `09:00,10:00,Hall,,fixed,${title}`,
  );
  const { slots, notes, breaks } = read(...rows);
  expect(slots[0]!.title.length).toBeLessThanOrEqual(LONGEST.slotTitle);
  expect(breaks.map(({ row }) => row)).toEqual([2, 3, 4]);
  expect(notes.map(({ code }) => code)).toContain("break_long");
});

test("an item in the time of a break that is called otherwise is not swallowed by it", () => {
  const lunch = { kind: "break" as const, title: "Lunch", startsAt: at("12:00"), endsAt: at("13:00") };
  const file = "start,end,kind,title\n12:00,13:00,fixed,Lunch\n12:00,13:00,fixed,Fire drill\n";
  const { breaks, problems } = readFile(file, { ...camp, slots: [lunch] });
  expect(breaks).toEqual([{ row: 2, known: true }]);
  expect(problems).toMatchObject([{ row: 3, code: "overlaps", other: "Lunch, 12:00–13:00" }]);
});

test("what no form takes is named with its limit: a room's name, a number of seats", () => {
  const long = "x".repeat(LONGEST.roomName + 1);
  const { problems, pitches } = read(
    `10:00,10:45,${long},40,session,A`,
    "10:00,10:45,Stadium,40000,session,B",
    "10:00,10:45,Cupboard,0,session,C",
    `10:00,10:45,${"x".repeat(LONGEST.roomName)},5000,session,D`,
  );
  expect(problems.map(({ row, code, other }) => `${row} ${code} ${other}`)).toEqual([
    "2 room_long 60",
    "3 seats_range 5000",
    "4 seats_range 5000",
  ]);
  expect(pitches.map(({ title }) => title)).toEqual(["D"]);
});

test("rows are told by the day they begin on", () => {
  const { reading } = read(
    "2026-07-14T23:00,2026-07-15T00:30,Bar,,session,Ghost stories",
    "2026-07-15T10:00,2026-07-15T10:45,Bar,,session,Breakfast",
  );
  expect(reading.days).toEqual([
    { day: "2026-07-14", rows: [2] },
    { day: "2026-07-15", rows: [3] },
  ]);
});

const at = (time: string) => instantAt("2026-07-14", time, "Europe/London");

test("a date beyond the most days a camp can have is left out; the camp's own and what comes before its first are not", () => {
  const on = (days: number) => new Date(Date.UTC(2026, 6, 14 + days)).toISOString().slice(0, 10);
  const rows = Array.from({ length: 33 }, (_, n) => `${on(n - 1)}T10:00,${on(n - 1)}T10:45,Loft,,,D${n - 1}`);
  const text = `start,end,room,seats,kind,title\n${rows.join("\n")}\n`;
  const left = (days: string[]) => {
    const { problems, slots } = readFile(text, { ...camp, days });
    expect(problems.every(({ code }) => code === "days_many")).toBe(true);
    return { slots: slots.length, left: problems.map(({ value }) => value) };
  };
  expect(left([camp.day])).toEqual({ slots: MOST.days + 1, left: [on(30), on(31)] });
  expect(left([camp.day, on(31), on(99)])).toEqual({ slots: MOST.days, left: [on(28), on(29), on(30)] });
});
