/** What an organiser is shown of a plan: how much of what, and the rows that need a look. */
import type { ImportPlan } from "#domain/import/plan.ts";
import type { Note, Problem } from "#domain/import/problem.ts";

/** Rows told one by one; a file with more has one mistake many times. */
export const ROWS_SHOWN = 100;

export type ImportCounts = Record<
  "rooms" | "slots" | "breaks" | "pitches" | "placements" | "people" | "hands",
  number
>;

export type ImportReport = {
  counts: ImportCounts;
  /** Places before and after, where people would not fit otherwise. */
  capacity: { from: number; to: number } | null;
  /** Whether some room's seats are not in the file. */
  seatsGuessed: boolean;
  /** The first of them, and how many rows there are in all. */
  problems: Problem[];
  problemRows: number;
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
    capacity: plan.capacity > capacity ? { from: capacity, to: plan.capacity } : null,
    seatsGuessed: plan.rooms.some((room) => room.seats === null),
    problems: plan.problems.slice(0, ROWS_SHOWN),
    problemRows: countRows(plan.problems),
    notes: plan.notes.slice(0, ROWS_SHOWN),
    noteRows: countRows(plan.notes),
  };
}

/** Whether there is nothing to import. */
export function isEmpty({ counts }: ImportReport): boolean {
  return Object.values(counts).every((count) => count === 0);
}

/** How many rows are left out: one row can have several problems. */
export function countRows(remarks: readonly (Problem | Note)[]): number {
  return new Set(remarks.map(({ file = 0, line }) => `${file} ${line}`)).size;
}
