/** An import laid beside a camp: the shapes of what is there and of what would change. */
import type { Imported, ImportedPitch, ImportedSlot, Note, Problem } from "#domain/import/problem.ts";

/** A camp as far as an import can meet it. Pitches without those withdrawn. */
export type KnownCamp = {
  capacity: number;
  /** How many hold a place. */
  holding: number;
  rooms: readonly { id: string; name: string }[];
  slots: readonly (ImportedSlot & { id: string })[];
  pitches: readonly { id: string; title: string }[];
  placements: readonly { pitchId: string; slotId: string; roomId: string }[];
  /** Compared addresses of everybody who ever registered. */
  addresses: readonly string[];
};

/** Seats of a room whose file does not say; an organiser corrects them. */
export const USUAL_SEATS = 40;

/** A camp that is about to be started, of a usual size. */
export const NEW_CAMP: KnownCamp = {
  capacity: 130,
  holding: 0,
  rooms: [],
  slots: [],
  pitches: [],
  placements: [],
  addresses: [],
};

/** A pitch that is there, or one of the plan's new ones by its place in the list. */
export type PitchRef = { id: string } | { at: number };

/** What people and sessions are called that a file knows by a key only. */
export type Called = { person: (key: string) => string; session: (key: string) => string };

export type ImportPlan = {
  rooms: Imported["rooms"];
  slots: ImportedSlot[];
  pitches: ImportedPitch[];
  placements: { pitch: PitchRef; slot: ImportedSlot; room: string; pinned: boolean }[];
  people: { name: string; email: string }[];
  hands: { email: string; pitch: PitchRef }[];
  /** Places afterwards: as many as before, or more where people would not fit. */
  capacity: number;
  problems: Problem[];
  notes: Note[];
};
