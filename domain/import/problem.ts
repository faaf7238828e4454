/** What an import brings, and what stood in its way, line by line. */
import type { PitchKind } from "#domain/pitch.ts";
import type { SlotKind } from "#domain/slot.ts";

/** Columns that mean something, whatever a spreadsheet calls them. */
export type Column =
  | "date"
  | "start"
  | "end"
  | "room"
  | "seats"
  | "kind"
  | "title"
  | "line"
  | "host"
  | "id"
  | "person"
  | "pitch"
  | "rating"
  | "tick";

/** Why a row is left out. */
export type ProblemCode =
  | "missing"
  | "no_time"
  | "ends_first"
  | "overlaps"
  | "cell_twice"
  | "cell_taken"
  | "kind_unknown"
  | "seats_unknown"
  | "rating_unknown"
  | "tick_unknown"
  | "pitch_unknown"
  | "quote_open"
  | "header_unknown"
  | "too_many_rows";

/** Why a row is taken, but not quite as it stands. */
export type NoteCode = "title_long" | "title_twice" | "line_long" | "already_there";

/** Which of several files something stands in, counted from 0; set when they are joined. */
export type Source = { file?: number };

/** Something about one row. `value` is what stood there; `other` is what it collides with, as a line or a time. */
export type Remark<Code extends string> = Source & {
  /** The line in the file, the header being 1. */
  line: number;
  column: Column | null;
  code: Code;
  value: string;
  other: string;
};

export type Problem = Remark<ProblemCode>;
export type Note = Remark<NoteCode>;

/** A slot or a break. Instants are milliseconds since 1970. */
export type ImportedSlot = { kind: SlotKind; title: string; startsAt: number; endsAt: number };

export type ImportedPitch = Source & {
  /** Where it stands in its file. */
  row: number;
  title: string;
  line: string;
  kind: PitchKind;
  hosts: string[];
  /** What ballots may call it; empty when the file has no such column. */
  ref: string;
  cell: { slot: ImportedSlot; room: string } | null;
  /** A fixed item among sessions: suggestions leave it there. */
  pinned: boolean;
};

/** One raised hand: a person and a pitch as the file calls them. */
export type ImportedHand = Source & { row: number; person: string; pitch: string };

/** What a file says, before it is laid beside a camp. */
export type Imported = {
  rooms: { name: string; seats: number | null }[];
  slots: ImportedSlot[];
  pitches: ImportedPitch[];
  /** Everybody who sent a ballot, with or without a hand up. */
  people: string[];
  hands: ImportedHand[];
  /** Every pitch a ballot speaks of, with the row that does so first. */
  rated: (Source & { row: number; pitch: string })[];
  problems: Problem[];
  notes: Note[];
};
