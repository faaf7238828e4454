/** A grid that goes out as a spreadsheet comes in again as the same grid. */
import { describe, expect, it } from "vitest";
import { writeCsv } from "#domain/csv.ts";
import { gridSheet, SHAPES, type Shape } from "#domain/grid-sheet.ts";
import { pagesOf } from "#domain/import/pages.ts";
import { readFile } from "#domain/import/read.ts";
import { runsOf } from "#domain/run.ts";
import { writeWorkbook } from "#domain/workbook.ts";
import { sheet as words } from "#messages/en/sheet.ts";
import { fullGrid } from "#tests/support/full-grid.ts";

const BEGINS = Date.parse("2026-07-14T09:00:00Z");
const ZONE = "Europe/London";
const full = fullGrid(BEGINS);
/** Rooms of one name are one room to an import. */
const grid = { ...full, rooms: full.rooms.map((room) => ({ ...room, name: `Room ${room.letter}` })) };
const pitches = new Map(
  grid.sessions.map((pitch, n) => [pitch.id, { ...pitch, title: `${pitch.title} ${n}` }]),
);
const rowsOf = (shape: Shape, hidden = "") =>
  gridSheet(
    shape,
    { grid, pitches: new Map([...pitches].filter(([id]) => id !== hidden)), zone: ZONE },
    words.columns,
  );

async function readAgain(bytes: Uint8Array) {
  const read = await pagesOf(bytes, 1_000_000);
  if ("wrong" in read) throw new Error(read.wrong);
  return readFile(read.pages[0]!.text, { zone: ZONE, day: "2026-07-14", slots: [] });
}

describe.each(SHAPES)("as a %s", (shape) => {
  it.each([
    ["CSV", async () => new TextEncoder().encode(writeCsv(rowsOf(shape)))],
    ["a workbook", async () => writeWorkbook(rowsOf(shape), "Grid")],
  ])("comes in again from %s with every session where it was, and the breaks", async (_, write) => {
    const { problems, pitches: read, slots, rooms } = await readAgain(await write());
    expect(problems).toEqual([]);
    const used = new Set(grid.placements.map(({ roomId }) => roomId));
    expect(rooms).toHaveLength(used.size);
    expect(slots.map(({ startsAt, kind, title }) => [startsAt, kind, title])).toEqual(
      grid.slots.map(({ startsAt, kind, title }) => [Date.parse(startsAt), kind, title]),
    );
    const names = new Map(grid.rooms.map(({ id, name }) => [id, name]));
    const was = runsOf(grid).map((run) => `${pitches.get(run.pitchId)!.title} in ${names.get(run.roomId)}`);
    const is = read.map(({ title, cell }) => `${title} in ${cell?.room}`);
    expect(is.toSorted()).toEqual(was.toSorted());
  });
});

it("says who hosts in the list, and leaves out what may not be read", () => {
  const list = rowsOf("list", "pitch-0");
  expect(list[0]).toEqual(["Start", "End", "Room", "Kind", "Title", "Host"]);
  expect(list).toHaveLength(1 + 40 + 2 - 1);
  expect(list.some((row) => row[5] === "Ama Boateng; Rhys Morgan")).toBe(true);
  expect(rowsOf("table", "pitch-0").flat().join()).not.toContain(pitches.get("pitch-0")!.title);
});
