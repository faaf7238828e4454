/** What is written down of a session while it runs and after it: one text, with boxes for actions and links. */
import type { NoteLevel } from "#domain/pitch.ts";

/** The boxes of a note, in the order in which they are read. */
export const NOTE_PARTS = ["text", "actions", "links"] as const;
export type NotePart = (typeof NOTE_PARTS)[number];

export type NoteWords = Readonly<Record<NotePart, string>>;

export const NO_WORDS: NoteWords = { text: "", actions: "", links: "" };

/** What a phone begins to write with: the updates of the document, in Base64, and the number of the last. */
export type NoteBegun = { epoch: number; seq: number; updates: readonly string[] };

export const isBlank = (words: NoteWords): boolean => NOTE_PARTS.every((part) => words[part].trim() === "");

export const sameWords = (one: NoteWords, other: NoteWords): boolean =>
  NOTE_PARTS.every((part) => one[part] === other[part]);

/** What may be done with the notes of a session. */
export type NoteRule = {
  /** There are notes at all. */
  written: boolean;
  /** Strangers may know that there are any. */
  listed: boolean;
  /** Names may stand in them, and who hosts the session beside them. */
  named: boolean;
};

/** The strictest of several levels, for each thing by itself: that of a pitch, of its parts, and of what was published. */
export function noteRule(levels: readonly NoteLevel[]): NoteRule {
  return {
    written: !levels.includes("no_notes"),
    listed: !levels.includes("unlisted"),
    named: !levels.includes("no_names"),
  };
}

/** The lines of a note that say something, each once, in the order in which they are read. */
export function linesOf(words: NoteWords): string[] {
  const lines = NOTE_PARTS.flatMap((part) => words[part].split("\n")).map((line) => line.trim());
  return [...new Set(lines.filter(Boolean))];
}

/** The words without a line, wherever it stands. @param line as `linesOf` has it */
export function withoutLine(words: NoteWords, line: string): NoteWords {
  const without = (text: string) =>
    text
      .split("\n")
      .filter((it) => it.trim() !== line)
      .join("\n");
  return { text: without(words.text), actions: without(words.actions), links: without(words.links) };
}

/** A version is kept so often while people write, in milliseconds. */
const VERSION_EVERY_MS = 5 * 60_000;
/** Whatever takes out so much of what stood there is another version at once: at least these signs, and half of it. */
const MUCH = 120;

/**
 * Whether what stood before a change is kept as a version.
 * @param keptAt when the last one was kept, and `now`: milliseconds since 1970; null where none was
 */
export function keepsBefore(
  before: NoteWords,
  after: NoteWords,
  keptAt: number | null,
  now: number,
): boolean {
  if (isBlank(before)) return false;
  const length = (words: NoteWords) => NOTE_PARTS.reduce((sum, part) => sum + words[part].length, 0);
  const lost = length(before) - length(after);
  if (lost >= MUCH && 2 * lost >= length(before)) return true;
  return keptAt === null || now - keptAt >= VERSION_EVERY_MS;
}
