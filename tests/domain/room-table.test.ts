import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LONGEST, RANGES, SEATS_UNKNOWN } from "#domain/limits.ts";
import { FEATURES, hasSeats, type RoomView } from "#domain/room.ts";
import { nextName, type RoomWords, readRoomTable, roomsAsText, type Tick } from "#domain/room-table.ts";
import { oneLine } from "#domain/text.ts";
import { writtenText } from "#tests/support/texts.ts";

const words: RoomWords = {
  ...{ name: "Name", seats: "Seats", features: "What it has", directions: "How to get there" },
  ...{
    step_free: "Step-free",
    screen: "Screen",
    loop: "Loop",
    quiet: "Quiet",
    unofficial: "Unofficial place",
  },
};

const roomOf = fc
  .record({
    name: writtenText(LONGEST.roomName).filter((name) => name !== ""),
    seats: fc.integer(RANGES.seats),
    features: fc.subarray([...FEATURES]),
    directions: writtenText(LONGEST.directions),
    unofficial: fc.boolean(),
  })
  .map(({ seats, unofficial, ...room }): RoomView => {
    const capacity = unofficial ? SEATS_UNKNOWN : seats;
    return { ...room, id: "", letter: "", capacity, ...(unofficial && { unofficial }) };
  });

/** What a list of features says of each. */
const ticksOf = (of: readonly Tick[]) => ({
  ...{ step_free: false, screen: false, loop: false, quiet: false, unofficial: false },
  ...Object.fromEntries(of.map((tick) => [tick, true])),
});

const typedOf = (room: RoomView) => ({
  name: room.name,
  capacity: hasSeats(room) ? String(room.capacity) : "",
  ticks: ticksOf([...room.features, ...(room.unofficial ? (["unofficial"] as const) : [])]),
  directions: room.directions ?? "",
});

describe("rooms as a table", () => {
  it("come back out of their text as they went in, whatever their names and directions are", () => {
    fc.assert(
      fc.property(fc.array(roomOf, { minLength: 1, maxLength: 12 }), (rooms) => {
        expect(readRoomTable(roomsAsText(rooms, words), words)).toEqual({
          rooms: rooms.map(typedOf),
          unknown: [],
        });
      }),
      { numRuns: 500 },
    );
  });

  it("say no formula to a spreadsheet, and lose no apostrophe", () => {
    const rooms = ["=1+1", "'=1+1", "''+", "'quoted'", '"', "@home"].map((name) => {
      return { ...typedOf({ id: "", letter: "", name, capacity: 9, features: [] }), name };
    });
    const text = roomsAsText(
      rooms.map(({ name }) => ({ id: "", letter: "", name, capacity: 9, features: [] })),
      words,
    );
    expect(text.split("\n").filter((line) => /^[=+@-]/.test(line))).toEqual([]);
    expect(readRoomTable(text, words)).toEqual({ rooms, unknown: [] });
  });

  it("are read out of a sheet without a head in our order, and leave out what it has no column for", () => {
    expect(readRoomTable("Hall,60\nDen,12\n", words)).toEqual({
      rooms: [
        { name: "Hall", capacity: "60", ticks: {} },
        { name: "Den", capacity: "12", ticks: {} },
      ],
      unknown: [],
    });
    expect(readRoomTable("Hall", words)).toEqual({ rooms: [{ name: "Hall", ticks: {} }], unknown: [] });
    expect(readRoomTable("Hall\t60\tscreen, loop, quiet, step-free", words)).toMatchObject({
      rooms: [{ ticks: ticksOf(["step_free", "screen", "loop", "quiet"]) }],
    });
  });

  it("are read by the head of their own columns, in any order; a column of one feature says nothing of the others", () => {
    expect(readRoomTable("Seats;name;SCREEN;Colour\n60;Hall;x;red\n12;Den;no;", words)).toEqual({
      rooms: [
        { name: "Hall", capacity: "60", ticks: { screen: true } },
        { name: "Den", capacity: "12", ticks: { screen: false } },
      ],
      unknown: [],
    });
    expect(readRoomTable("name,What it has,SCREEN\nHall,Loop,x", words)).toMatchObject({
      rooms: [{ ticks: ticksOf(["loop", "screen"]) }],
    });
  });

  it("name the line of what nobody knows, and of a quote that never ends", () => {
    expect(readRoomTable("Hall\t60\tScreen, wifi\nDen\t9\tpiano", words)).toMatchObject({
      unknown: [
        { line: 1, what: "wifi" },
        { line: 2, what: "piano" },
      ],
    });
    expect(readRoomTable('Hall\t60\n"Den\t9', words)).toMatchObject({ row: 2, code: "quote_open" });
  });
});

it("one more room like another has the next number that is free", () => {
  expect(nextName("Seminar 1", ["Seminar 1", "seminar 2"])).toBe("Seminar 3");
  expect(nextName("Hall", ["Hall"])).toBe("Hall 2");
  expect(nextName("大会議室", ["大会議室", "大会議室 2"])).toBe("大会議室 3");
  expect(oneLine(nextName("7", []))).toBe("8");
});
