/** A grid on paper is one sheet as long as it can be read. */
import { expect, it } from "vitest";
import { lay, type Paper, SIZES } from "#components/print/fit.ts";
import { inParts } from "#components/ui/in-parts.ts";
import { dayTable } from "#domain/day-table.ts";
import type { GridView } from "#domain/grid.ts";
import { fullGrid } from "#tests/support/full-grid.ts";

const BEGINS = Date.parse("2026-07-14T09:00:00Z");

function laid(paper: Paper, size: Parameters<typeof fullGrid>[1], title = "") {
  const grid = fullGrid(BEGINS, size);
  const pitches = new Map(grid.sessions.map((pitch) => [pitch.id, pitch]));
  const tableOf = (rooms: GridView["rooms"]) =>
    dayTable(
      grid,
      grid.slots,
      rooms.map(({ id }) => id),
    );
  const words = (id: string) => ({ title: title || pitches.get(id)!.title, by: "Ama Boateng" });
  return lay(grid.rooms, tableOf, words, paper);
}

it("lays forty sessions in ten rooms and eight slots on one sheet of either paper, and on the larger with who brings them", () => {
  for (const paper of ["a4", "a3"] as const) {
    const { sheets, hosts } = laid(paper, {});
    expect(sheets.map((rooms) => rooms.length)).toEqual([10]);
    expect(hosts).toBe(paper === "a3");
  }
});

it("writes as large as the sheet lets it, and leaves hosts out before it writes too small to read", () => {
  expect(laid("a4", { rooms: 3, slots: 3, sessions: 6 }).size).toBeGreaterThan(laid("a4", {}).size);
  const long = laid(
    "a4",
    { sessions: 80 },
    "A title of ninety letters, which is as long as any that somebody may give to a session",
  );
  expect(long.hosts).toBe(false);
  expect(long.size).toBeGreaterThanOrEqual(0.6);
});

it("takes more sheets rather than letters that nobody can read, with every room on one of them", () => {
  const { sheets, size } = laid("a4", { rooms: 24, slots: 8, sessions: 180 });
  expect(sheets.length).toBeGreaterThan(1);
  expect(sheets.flat()).toHaveLength(24);
  expect(SIZES).toContain(size);
});

it("is one sheet of an empty camp, and of one room", () => {
  expect(laid("a4", { rooms: 1, sessions: 0 }).sheets).toHaveLength(1);
});

it("parts what it is given as evenly as can be", () => {
  expect(inParts([1, 2, 3, 4, 5], 2).map(({ length }) => length)).toEqual([3, 2]);
  expect(inParts([1, 2], 1)).toEqual([[1, 2]]);
});
