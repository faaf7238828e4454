/** What an import brings, and what stood in its way, row by row. */
import type { Column } from "#domain/import/sheets.ts";
import type { PitchKind } from "#domain/pitch.ts";
import type { SlotKind } from "#domain/slot.ts";

/** Why a whole file is left out. */
export type FileProblem =
  | "quote_open"
  | "header_unknown"
  | "column_missing"
  | "people_list"
  | "too_many_rows"
  | "text_big"
  | "unreadable";

/** Why a row is left out. */
export type ProblemCode =
  | FileProblem
  | "missing"
  | "no_time"
  | "no_day"
  | "clocks_skip"
  | "ends_first"
  | "too_long"
  | "overlaps"
  | "cell_twice"
  | "cell_taken"
  | "room_long"
  | "rooms_many"
  | "slots_many"
  | "days_many"
  | "day_beyond"
  | "pitches_many"
  | "kind_unknown"
  | "seats_unknown"
  | "seats_range"
  | "person_long"
  | "places_many"
  | "rating_unknown"
  | "tick_unknown"
  | "pitch_unknown";

/** Why a row is taken, but not quite as it stands. */
export type NoteCode =
  | "title_long"
  | "title_twice"
  | "line_long"
  | "host_long"
  | "hosts_many"
  | "hosts_apart"
  | "break_long"
  | "already_there"
  | "goes_on"
  | "runs_on"
  | "within_slot"
  | "moved_slot"
  | "past_midnight"
  | "time_guessed"
  | "clocks_repeat";

/** Which of several files something stands in, counted from 0; set when they are joined. */
export type Source = { file?: number | undefined };

/** Something about one row. `value` is what stood there; `other` is what it collides with, as a row or a time. */
export type Remark<Code extends string> = Source & {
  /** Where it stands in its file: the line at which it begins, the header being 1. */
  row: number;
  column: Column | null;
  code: Code;
  value: string;
  other: string;
};

export type Problem = Remark<ProblemCode>;
export type Note = Remark<NoteCode>;

/** Tells of a row what is wrong with it, or what is to be looked at. */
export type Tell<Code> = (column: Column, code: Code, value: string, other?: string) => void;

/** A slot or a break. Instants are milliseconds since 1970. */
export type ImportedSlot = { kind: SlotKind; title: string; startsAt: number; endsAt: number };

/** `second` is the next slot, of what takes two. */
export type ImportedCell = { slot: ImportedSlot; second: ImportedSlot | null; room: string };

export type ImportedPitch = Source & {
  row: number;
  title: string;
  line: string;
  kind: PitchKind;
  hosts: string[];
  /** What ballots may call it; empty when the file has no such column. */
  ref: string;
  cell: ImportedCell | null;
  /** The row that says it once more below, so that it goes on in the next slot. */
  goesOn?: number;
  /** A fixed item among sessions: suggestions leave it there. */
  pinned: boolean;
};

/** What one row says of one person and one pitch, as the file calls them; `up` where it raises a hand. */
export type Ballot = Source & { row: number; person: string; pitch: string; up: boolean };

export type ImportedRow = Source & { row: number };

/** What a file says, before it is laid beside a camp. */
export type Imported = {
  /** Every row there is. Each is brought, there already, without anything to bring, or left out for a reason. */
  rows: ImportedRow[];
  rooms: { name: string; seats: number | null }[];
  slots: ImportedSlot[];
  /** Fixed items that became breaks, or stand in one that is there. */
  breaks: (ImportedRow & { known: boolean })[];
  pitches: ImportedPitch[];
  ballots: Ballot[];
  problems: Problem[];
  notes: Note[];
};
