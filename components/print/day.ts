/** A day of a camp as paper says it. */
import type { CellWords } from "#components/grid/table-fit.ts";
import type { Arranged } from "#domain/grid.ts";
import type { PitchView } from "#domain/pitch.ts";
import { list } from "#messages/counts.ts";
import { type Place, timeRange } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import type { Paper } from "./fit.ts";

const pitchWords = wordsOf("pitch");

export type PrintedDay = {
  camp: string;
  /** "Friday 14 July 2026": paper outlives its day. */
  day: string;
  /** Which grid it is: "Version 3, out since 1.10pm". */
  said: string;
  /** Where everybody follows it, without its protocol. */
  address: string;
  /** Its slots are those of the day. */
  grid: Arranged;
  /** What may be read of each pitch. */
  pitches: ReadonlyMap<string, PitchView>;
  place: Place;
  paper: Paper;
};

/** What a cell says of a session: its title, and who brings it with all that came with it. */
export function cellWords({ pitches, place }: Pick<PrintedDay, "pitches" | "place">, id: string): CellWords {
  const pitch = pitches.get(id);
  if (!pitch) return { title: "", by: "" };
  const notes = pitch.noteLevel === "open" ? "" : pitchWords.choices.noteLevel[pitch.noteLevel];
  const ands = (pitch.merged ?? []).map(({ title }) => pitchWords.and(title, ""));
  const by = [list(pitch.hosts, place.locale), ...ands, notes].filter(Boolean).join(" · ");
  return { title: pitch.title, by };
}

export const rangeOf = (times: { startsAt: string; endsAt: string }, place: Place) =>
  timeRange(times.startsAt, times.endsAt, place);
