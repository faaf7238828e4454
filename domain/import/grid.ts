/** Last year's grid: `start, end, room, kind, title[, host …]`, with local times. */
import type { Sheet } from "#domain/import/columns.ts";
import { readPitch } from "#domain/import/pitches.ts";
import type {
  Column,
  Imported,
  ImportedPitch,
  ImportedSlot,
  Note,
  Problem,
  ProblemCode,
} from "#domain/import/problem.ts";
import { findSlots, type TimedRow } from "#domain/import/slots.ts";
import type { Row } from "#domain/import/table.ts";
import { same } from "#domain/import/text.ts";
import { readDay, readInstant } from "#domain/import/time.ts";
import { localAt } from "#domain/time/local.ts";

/** What people write for an item that is not a session. */
const FIXED = ["fixed", "break", "plenary", "lunch", "keynote", "admin", "social", "pinned"];

/** The camp a grid is read for: its zone, its first day for times that name none, and the slots it has. */
export type GridOf = { zone: string; day: string; slots: readonly ImportedSlot[] };

type Read = TimedRow & { pitch: ImportedPitch; seats: number | null };

/** Reads the sheet. A row that cannot stand where it says is a problem and left out. */
export function readGrid(
  sheet: Sheet,
  rows: readonly Row[],
  camp: GridOf,
): Pick<Imported, "rooms" | "slots" | "pitches" | "problems" | "notes"> {
  const problems: Problem[] = [];
  const notes: Note[] = [];
  const complain: Complain = ({ line }, column, code, value, other = "") => {
    problems.push({ line, column, code, value, other });
  };
  const read = rows.flatMap((row) => readRow(sheet, row, camp, complain, notes) ?? []);
  const { slots, falls } = findSlots(read, camp.slots);
  const cells = new Map<string, number>();
  const pitches: ImportedPitch[] = [];
  for (const row of read) {
    const fall = falls(row);
    if ("inTheWay" in fall) {
      complain(row, "start", "overlaps", clock(row.startsAt, camp.zone), span(fall.inTheWay, camp.zone));
      continue;
    }
    if (row.fixed && fall.slot.kind === "break") continue;
    const cell = `${fall.slot.startsAt} ${same(row.room)}`;
    const first = cells.get(cell);
    if (row.room === "") complain(row, "room", "missing", "");
    else if (fall.slot.kind === "break")
      complain(row, "start", "overlaps", clock(row.startsAt, camp.zone), fall.slot.title);
    else if (first) complain(row, "room", "cell_twice", row.room, String(first));
    else {
      cells.set(cell, row.line);
      pitches.push({ ...row.pitch, cell: { slot: fall.slot, room: row.room }, pinned: row.fixed });
    }
  }
  return { rooms: roomsOf(pitches, read), slots, pitches, problems, notes };
}

type Complain = (
  row: { line: number },
  column: Column,
  code: ProblemCode,
  value: string,
  other?: string,
) => void;

function readRow(sheet: Sheet, row: Row, camp: GridOf, complain: Complain, notes: Note[]): Read | null {
  const cell = (column: Column) => sheet.cell(row, column);
  const day = cell("date") === "" ? camp.day : readDay(cell("date"));
  if (day === null) {
    complain(row, "date", "no_time", cell("date"));
    return null;
  }
  const times = (["start", "end"] as const).map((column) => {
    const instant = readInstant(cell(column), day, camp.zone);
    if (cell(column) === "") complain(row, column, "missing", "");
    else if (instant === null) complain(row, column, "no_time", cell(column));
    return instant;
  });
  const pitch = readPitch(sheet, row, notes);
  if (!pitch) complain(row, "title", "missing", "");
  const seats = /^\d{1,5}$/.test(cell("seats")) ? Number(cell("seats")) : null;
  const seatless = cell("seats") !== "" && !seats;
  if (seatless) complain(row, "seats", "seats_unknown", cell("seats"));
  const [startsAt, endsAt] = times;
  if (startsAt == null || endsAt == null || !pitch || seatless) return null;
  if (endsAt <= startsAt) {
    complain(row, "end", "ends_first", cell("end"));
    return null;
  }
  const fixed = FIXED.includes(cell("kind").toLowerCase());
  return { line: row.line, fixed, startsAt, endsAt, title: pitch.title, room: cell("room"), pitch, seats };
}

/** Rooms in which a session is, in the order they come, with the most seats any row gives them. */
function roomsOf(pitches: readonly ImportedPitch[], rows: readonly Read[]): Imported["rooms"] {
  const rooms = new Map<string, { name: string; seats: number | null }>();
  for (const { cell } of pitches) {
    const name = cell!.room;
    const seats = Math.max(
      0,
      ...rows.filter((row) => same(row.room) === same(name)).map((row) => row.seats ?? 0),
    );
    if (!rooms.has(same(name))) rooms.set(same(name), { name, seats: seats || null });
  }
  return [...rooms.values()];
}

const clock = (instant: number, zone: string) => localAt(instant, zone).time;
const span = (slot: ImportedSlot, zone: string) =>
  `${clock(slot.startsAt, zone)}–${clock(slot.endsAt, zone)}`;
