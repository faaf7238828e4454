/** The session ideas of the demo camps, written as tables, one idea a line. */
import {
  NEEDS,
  type Need,
  NOTE_LEVELS,
  type NoteLevel,
  PITCH_KINDS,
  type PitchKind,
  VOICES,
  type Voice,
} from "#domain/pitch.ts";

/** A pitch before anybody stands up for it. */
export type Idea = {
  kind: PitchKind;
  title: string;
  line: string;
  noteLevel: NoteLevel;
  needs: Need[];
  voice: Voice;
  /** How many people host it: one, two for `pair`, none for `wish` ("I wish somebody would"). */
  hosts: 0 | 1 | 2;
  /** Says the same as the idea above it, and became part of that. */
  same: boolean;
};

/**
 * Reads a table of ideas.
 *
 * @param table lines of `kind | title | line | marks`; marks are note levels, needs, voices, `pair`, `wish` and `same`
 * @throws Error naming the line that has an unknown kind or mark
 */
export function readIdeas(table: string): Idea[] {
  return table
    .split("\n")
    .filter((row) => row.trim() !== "")
    .map(readIdea);
}

function readIdea(row: string): Idea {
  const [kind = "", title = "", line = "", last = ""] = row.split("|").map((cell) => cell.trim());
  const marks = last.split(" ").filter((mark) => mark !== "");
  const known: readonly string[] = [...NOTE_LEVELS, ...NEEDS, ...VOICES, "pair", "wish", "same"];
  const strange = marks.find((mark) => !known.includes(mark));
  if (strange || !isOneOf(PITCH_KINDS, kind)) throw new Error(`not an idea: ${row}`);
  return {
    kind,
    title,
    line,
    noteLevel: NOTE_LEVELS.find((level) => marks.includes(level)) ?? "open",
    needs: NEEDS.filter((need) => marks.includes(need)),
    voice: VOICES.find((voice) => marks.includes(voice)) ?? "me",
    hosts: marks.includes("wish") ? 0 : marks.includes("pair") ? 2 : 1,
    same: marks.includes("same"),
  };
}

function isOneOf<T extends string>(words: readonly T[], word: string): word is T {
  return (words as readonly string[]).includes(word);
}
