/** What an organiser is shown of a plan: how it was read, how much of what, and the rows that need a look. */
import type { Alike } from "#domain/import/alike.ts";
import { isOfFile } from "#domain/import/fates.ts";
import type { ImportPlan, RowFates } from "#domain/import/plan.ts";
import type { Note, Problem } from "#domain/import/problem.ts";

/** Rows told one by one; a file with more has one mistake many times. */
export const ROWS_SHOWN = 100;

/** Questions asked at once; whatever looks alike beyond them stays two. */
export const ALIKE_SHOWN = 50;

export type ImportCounts = Record<
  "rooms" | "slots" | "breaks" | "pitches" | "placements" | "people" | "hands",
  number
>;

export type ImportReport = {
  counts: ImportCounts;
  rows: RowFates;
  /** Places before and after, where people would not fit otherwise. */
  capacity: { from: number; to: number } | null;
  /** Whether some room's seats are not in the file. */
  seatsGuessed: boolean;
  /** Names that look alike, the first of them, and how many there are in all. */
  alike: Alike[];
  alikeAll: number;
  /** Why nothing of the file can be read. */
  unread: Problem | null;
  /** The first of them, and how many rows there are in all. */
  problems: Problem[];
  notes: Note[];
  noteRows: number;
};

/** @param capacity the camp's places before */
export function reportOf(plan: ImportPlan, capacity: number): ImportReport {
  const breaks = plan.slots.filter((slot) => slot.kind === "break").length;
  return {
    counts: {
      rooms: plan.rooms.length,
      slots: plan.slots.length - breaks,
      breaks,
      pitches: plan.pitches.length,
      placements: plan.placements.length,
      people: plan.people.length,
      hands: plan.hands.length,
    },
    rows: plan.rows,
    capacity: plan.capacity > capacity ? { from: capacity, to: plan.capacity } : null,
    seatsGuessed: plan.rooms.some((room) => room.seats === null),
    alike: plan.alike.slice(0, ALIKE_SHOWN),
    alikeAll: plan.alike.length,
    unread: plan.problems.find(({ code }) => isOfFile(code)) ?? null,
    problems: plan.problems.filter(({ code }) => !isOfFile(code)).slice(0, ROWS_SHOWN),
    notes: plan.notes.slice(0, ROWS_SHOWN),
    noteRows: new Set(plan.notes.map(({ file = 0, line }) => `${file} ${line}`)).size,
  };
}

/** Whether there is nothing to import. */
export function isEmpty({ counts }: ImportReport): boolean {
  return Object.values(counts).every((count) => count === 0);
}
