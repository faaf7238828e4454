/** Last year's grid: `start, end, room, kind, title[, host …]`, with local times. */

import type { Sheet } from "#domain/import/columns.ts";
import type { DateOrder } from "#domain/import/dates.ts";
import { type DaysOf, type MovedDays, moveDays, moverOf } from "#domain/import/moved-days.ts";
import { readPitch } from "#domain/import/pitches.ts";
import type { Imported, ImportedPitch, ImportedSlot, Note, Problem, Tell } from "#domain/import/problem.ts";
import type { Column } from "#domain/import/sheets.ts";
import { type Fall, findSlots, type TimedRow } from "#domain/import/slots.ts";
import type { Row } from "#domain/import/table.ts";
import { same } from "#domain/import/text.ts";
import type { TimeStyle } from "#domain/import/time.ts";
import { type Clocks, clocksOf, readTimes } from "#domain/import/times.ts";
import { inRange, LONGEST, MOST, RANGES } from "#domain/limits.ts";
import { shortened } from "#domain/text.ts";

const FIXED = ["fixed", "break", "plenary", "lunch", "keynote", "admin", "social", "pinned"];

/** The camp a grid is read for: its zone, its first day for times that name none, and the slots it has. */
export type GridOf = {
  zone: string;
  day: string;
  /** The dates it has already, in their order, its first among them; none for a camp that is not there yet. */
  days?: readonly string[];
  slots: readonly ImportedSlot[];
};

/** Which rows are of which day of the file, `YYYY-MM-DD`, the first day first. */
export type ReadDays = { day: string; rows: number[] }[];

type Read = TimedRow & { pitch: ImportedPitch; seats: number | null };

/** Reads the sheet. A row that cannot stand where it says is a problem and left out. */
export function readGrid(
  sheet: Sheet,
  rows: Iterable<Row>,
  camp: GridOf & { order: DateOrder; times: TimeStyle; daysOf: DaysOf | null },
): Pick<Imported, "rooms" | "slots" | "breaks" | "pitches" | "problems" | "notes"> & {
  days: ReadDays;
  moved: MovedDays | null;
} {
  const problems: Problem[] = [];
  const notes: Note[] = [];
  const all: Read[] = [];
  const clocks = clocksOf(camp.zone, camp, camp.day);
  let above: string | null = null;
  for (const row of rows) {
    const complain: Tell<Problem["code"]> = (column, code, value, other = "") =>
      problems.push({ row: row.number, column, code, value, other });
    const remarks: Note[] = [];
    const note: Tell<Note["code"]> = (column, code, value, other = "") =>
      remarks.push({ row: row.number, column, code, value, other });
    const times = readTimes(sheet, row, { clocks, day: camp.day, above }, complain, note);
    above = times.day;
    const rest = readRest(sheet, row, complain, remarks);
    if (times.span === null || !rest) continue;
    all.push({ ...rest, ...times.span });
    notes.push(...remarks);
  }
  const days = daysOf(all, clocks);
  const moved = moveDays(
    days.map(({ day }) => day),
    camp.days ?? [],
    camp.daysOf,
  );
  const read = withinDays(
    moved?.as === "camp" ? movedBy(moved, all, camp, problems) : all,
    camp,
    clocks,
    problems,
  );
  const { slots, falls } = findSlots(read, camp.slots);
  const placed = place(read, falls, camp.slots, clocks, problems, notes);
  return {
    ...placed,
    rooms: roomsOf(placed.pitches, read),
    slots,
    problems,
    notes,
    days,
    moved,
  };
}

function movedBy(moved: MovedDays, rows: readonly Read[], { zone }: GridOf, problems: Problem[]): Read[] {
  const move = moverOf(moved, zone);
  return rows.flatMap((read) => {
    const complain: Tell<Problem["code"]> = (column, code, value, other = "") =>
      problems.push({ row: read.row, column, code, value, other });
    const span = move(read, complain);
    return span ? [{ ...read, ...span }] : [];
  });
}

/** Leaves out rows of dates that would be one day more than a camp can have. Earlier ones join its first day. */
function withinDays(
  rows: readonly Read[],
  camp: GridOf,
  clocks: Clocks,
  problems: Problem[],
): readonly Read[] {
  const days = new Set(camp.days ?? [camp.day]);
  return rows.filter((row) => {
    const { day } = clocks.local(row.startsAt);
    if (day > camp.day && days.size < MOST.days) days.add(day);
    if (day <= camp.day || days.has(day)) return true;
    problems.push({ row: row.row, column: "start", code: "days_many", value: day, other: String(MOST.days) });
    return false;
  });
}

/** A row is of the day it begins on, however far into the night it goes. */
function daysOf(rows: readonly Read[], clocks: Clocks): ReadDays {
  const days = new Map<string, number[]>();
  for (const { row, startsAt } of rows) {
    const { day } = clocks.local(startsAt);
    const there = days.get(day) ?? [];
    days.set(day, there);
    there.push(row);
  }
  return [...days].map(([day, rows]) => ({ day, rows })).sort((a, b) => a.day.localeCompare(b.day));
}

function readRest(
  sheet: Sheet,
  row: Row,
  complain: Tell<Problem["code"]>,
  notes: Note[],
): Omit<Read, "startsAt" | "endsAt"> | null {
  const cell = (column: Column) => sheet.cell(row, column);
  const pitch = readPitch(sheet, row, notes);
  if (!pitch) complain("title", "missing", "");
  const seats = /^\d+([.,]0+)?$/.test(cell("seats")) ? Number.parseInt(cell("seats"), 10) : null;
  const seatless = cell("seats") !== "" && (seats === null || !inRange(seats, "seats"));
  if (seatless && seats === null) complain("seats", "seats_unknown", cell("seats"));
  else if (seatless) complain("seats", "seats_range", cell("seats"), String(RANGES.seats.max));
  const fixed = FIXED.includes(cell("kind").toLowerCase());
  const long = cell("room").length > LONGEST.roomName && !fixed;
  if (long) complain("room", "room_long", cell("room"), String(LONGEST.roomName));
  if (!pitch || seatless || long) return null;
  return { row: row.number, fixed, title: pitch.title, room: cell("room"), pitch, seats };
}

function place(
  read: readonly Read[],
  falls: (row: Read) => Fall,
  known: readonly ImportedSlot[],
  clocks: Clocks,
  problems: Problem[],
  notes: Note[],
): Pick<Imported, "breaks" | "pitches"> {
  const cells = new Map<string, { row: number; startsAt: number; endsAt: number }[]>();
  const pitches: ImportedPitch[] = [];
  const breaks: Imported["breaks"] = [];
  const following = new Map<ImportedSlot, ImportedSlot | null>();
  /** Whether a session of one slot is said once more, of the same hosts, in the next slot of its day and room. */
  const goesOnIn = ({ cell, goesOn, title, hosts }: ImportedPitch, row: Read, slot: ImportedSlot) =>
    cell?.second === null &&
    goesOn === undefined &&
    following.get(cell.slot) === slot &&
    clocks.local(cell.slot.startsAt).day === clocks.local(slot.startsAt).day &&
    same(cell.room) === same(row.room) &&
    same(title) === same(row.title) &&
    (row.pitch.hosts.length === 0 || String(row.pitch.hosts) === String(hosts));
  const isMoved = (row: Read) => {
    const fall = falls(row);
    return "fit" in fall && fall.fit === "moved";
  };
  // Whatever stands in a cell by its own times has it before what is moved there.
  for (const row of [...read.filter((it) => !isMoved(it)), ...read.filter(isMoved)]) {
    const { row: at } = row;
    const complain = (column: Column, code: Problem["code"], value: string, other: string) =>
      problems.push({ row: at, column, code, value, other });
    const times = span(row, clocks);
    const fall = falls(row);
    const room = same(row.room);
    if ("full" in fall) complain("start", "slots_many", times, "");
    else if ("inTheWay" in fall) complain("start", "overlaps", times, named(fall.inTheWay, clocks));
    else if (fall.slot.kind === "break") {
      const there = known.includes(fall.slot);
      const missed =
        there && !same(fall.slot.title).includes(same(row.title).slice(0, LONGEST.slotTitle - 1));
      if (missed) complain("start", "overlaps", times, named(fall.slot, clocks));
      else {
        breaks.push({ row: at, known: there });
        const remark = { row: at, column: "title" as const, value: row.title };
        if (there) notes.push({ ...remark, code: "already_there", other: "" });
        else if (!fall.slot.title.includes(row.title))
          notes.push({ ...remark, code: "break_long", other: fall.slot.title });
      }
    } else if (row.room === "") complain("room", "missing", "", "");
    else {
      const taken = cells.get(room) ?? [];
      const second = fall.long ? fall.next : null;
      const moved = fall.fit === "moved";
      const { startsAt, endsAt } = moved ? fall.slot : row;
      const there = taken.find(
        (other) => other.startsAt < Math.max(endsAt, fall.slot.endsAt) && startsAt < other.endsAt,
      );
      if (there) {
        complain("room", "cell_twice", row.room, String(there.row));
        continue;
      }
      const until = Math.max(endsAt, (second ?? fall.slot).endsAt);
      cells.set(room, taken);
      taken.push({ row: at, startsAt: fall.slot.startsAt, endsAt: until });
      const above = fall.fit === "exact" ? pitches.find((it) => goesOnIn(it, row, fall.slot)) : undefined;
      if (above) {
        above.cell = { ...above.cell!, second: fall.slot };
        above.goesOn = at;
        continue;
      }
      const pitch = { ...row.pitch, cell: { slot: fall.slot, second, room: row.room }, pinned: row.fixed };
      following.set(fall.slot, fall.next);
      if (fall.fit === "exact") pitches.push(pitch);
      else {
        const line = shortened([times, pitch.line].filter(Boolean).join(" · "), LONGEST.pitchLine);
        pitches.push(moved ? pitch : { ...pitch, line });
        const code = NOTES[fall.fit];
        notes.push({
          row: at,
          column: "end",
          code,
          value: times,
          other: named({ ...fall.slot, endsAt: (second ?? fall.slot).endsAt }, clocks),
        });
      }
    }
  }
  return { breaks, pitches };
}

const NOTES = { runs_on: "runs_on", within: "within_slot", moved: "moved_slot" } as const;

/** Rooms in which a session is, in the order they come, with the most seats any row gives them. */
function roomsOf(pitches: readonly ImportedPitch[], rows: readonly Read[]): Imported["rooms"] {
  const seats = new Map<string, number>();
  for (const row of rows) seats.set(same(row.room), Math.max(seats.get(same(row.room)) ?? 0, row.seats ?? 0));
  const rooms = new Map<string, { name: string; seats: number | null }>();
  for (const { cell } of pitches) {
    const key = same(cell!.room);
    if (!rooms.has(key)) rooms.set(key, { name: cell!.room, seats: seats.get(key) || null });
  }
  return [...rooms.values()];
}

const span = ({ startsAt, endsAt }: { startsAt: number; endsAt: number }, { local }: Clocks) =>
  `${local(startsAt).time}–${local(endsAt).time}`;
const named = (slot: ImportedSlot, clocks: Clocks) =>
  [slot.title, span(slot, clocks)].filter(Boolean).join(", ");
