/** An import laid beside a camp: the shapes of what is there and of what would change. */
import type { Alike } from "#domain/import/alike.ts";
import type {
  Imported,
  ImportedCell,
  ImportedPitch,
  ImportedSlot,
  Note,
  Problem,
} from "#domain/import/problem.ts";

/** A camp as far as an import can meet it. Pitches without those withdrawn. */
export type KnownCamp = {
  capacity: number;
  holding: number;
  /** Its dates, the first one first; empty before it has any. */
  days: readonly string[];
  rooms: readonly { id: string; name: string }[];
  slots: readonly (ImportedSlot & { id: string })[];
  pitches: readonly { id: string; title: string }[];
  /** Every cell that is taken, with whoever stands in it. */
  placements: readonly { pitchId: string; slotId: string; roomId: string }[];
  /** Everybody who came with an import before. */
  people: readonly { email: string; name: string }[];
};

/** Seats of a room whose file does not say. */
export const USUAL_SEATS = 40;

/** More pitches than a camp of this kind has ever had; every page that lists them stays one that opens. */
export const PITCHES_MAX = 2_000;

/** A camp that is about to be started, of a usual size. */
export const NEW_CAMP: KnownCamp = {
  capacity: 130,
  holding: 0,
  days: [],
  rooms: [],
  slots: [],
  pitches: [],
  placements: [],
  people: [],
};

/** A pitch that is there, or one of the new ones by its place in the list. */
export type PitchRef = { id: string } | { at: number };

/** What people and sessions are called that a file knows by a key only; `#` stands for the key. */
export type Called = { person: string; session: string };

/** The name of whoever, or whatever, a file knows by a key only. */
export function nameFor(called: Called, what: keyof Called, key: string): string {
  return called[what].replace("#", () => key);
}

/** What becomes of the rows of a file: every one is counted once. */
export type RowFates = {
  all: number;
  brought: number;
  there: number;
  /** As they should be, with nothing to bring: a ballot without a hand, or a hand said twice. */
  silent: number;
  left: number;
};

export type Additions = {
  rooms: Imported["rooms"];
  slots: ImportedSlot[];
  pitches: ImportedPitch[];
  placements: (ImportedCell & { pitch: PitchRef; pinned: boolean })[];
  people: { name: string; email: string }[];
  hands: { email: string; pitch: PitchRef }[];
  /** How many of the camp's own rooms and slots its sessions are in. */
  met: { rooms: number; slots: number };
  /** Places afterwards: as many as before, or more where people would not fit. */
  capacity: number;
  /** Names that look alike, and whether they are taken for one. */
  alike: Alike[];
  rows: RowFates;
  problems: Problem[];
  notes: Note[];
};
