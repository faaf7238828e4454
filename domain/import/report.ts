/** What an organiser is shown of an import: how it was read, how much of what, and the rows that need a look. */

import type { Additions, RowFates } from "#domain/import/additions.ts";
import type { Alike } from "#domain/import/alike.ts";
import { isOfFile } from "#domain/import/fates.ts";
import type { Note, Problem } from "#domain/import/problem.ts";

/** A file with more has one mistake many times. */
export const ROWS_SHOWN = 100;

/** Whatever looks alike beyond them stays two. */
export const ALIKE_SHOWN = 50;

export type ImportCounts = Record<
  "rooms" | "slots" | "breaks" | "pitches" | "placements" | "people" | "hands",
  number
>;

export type ImportReport = {
  counts: ImportCounts;
  rows: RowFates;
  met: Additions["met"];
  capacity: { from: number; to: number } | null;
  seatsGuessed: boolean;
  /** The first of them. */
  alike: Alike[];
  alikeAll: number;
  unread: Problem | null;
  /** The first of them. */
  problems: Problem[];
  notes: Note[];
  noteRows: number;
};

/** What an organiser is shown. @param capacity the camp's places before */
export function reportOf(additions: Additions, capacity: number): ImportReport {
  const breaks = additions.slots.filter((slot) => slot.kind === "break").length;
  return {
    counts: {
      rooms: additions.rooms.length,
      slots: additions.slots.length - breaks,
      breaks,
      pitches: additions.pitches.length,
      placements: additions.placements.length,
      people: additions.people.length,
      hands: additions.hands.length,
    },
    rows: additions.rows,
    met: additions.met,
    capacity: additions.capacity > capacity ? { from: capacity, to: additions.capacity } : null,
    seatsGuessed: additions.rooms.some((room) => room.seats === null),
    alike: additions.alike.slice(0, ALIKE_SHOWN),
    alikeAll: additions.alike.length,
    unread: additions.problems.find(({ code }) => isOfFile(code)) ?? null,
    problems: additions.problems.filter(({ code }) => !isOfFile(code)).slice(0, ROWS_SHOWN),
    notes: additions.notes.slice(0, ROWS_SHOWN),
    noteRows: new Set(additions.notes.map(({ file = 0, row }) => `${file} ${row}`)).size,
  };
}

/** Whether there is nothing to import. */
export function isEmpty({ counts }: ImportReport): boolean {
  return Object.values(counts).every((count) => count === 0);
}
