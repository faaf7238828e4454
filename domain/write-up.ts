/**
 * A write-up: what somebody takes home from a session or from a day, in answer to three questions. Who may read it is for
 * its writer to say, as far as what was agreed for the session allows.
 */
import { LONGEST } from "#domain/limits.ts";
import { type NoteLevel, type PitchKind, WENT_WRONG } from "#domain/pitch.ts";
import type { RunView } from "#domain/run-view.ts";
import { oneLine } from "#domain/text.ts";

export const WRITE_UP_QUESTIONS = ["learned", "doing", "readers"] as const;
export type WriteUpQuestion = (typeof WRITE_UP_QUESTIONS)[number];

/** Who may read it, from the most to the fewest: everybody, people of the camp, its writer alone. */
export const WRITE_UP_LEVELS = ["public", "camp", "me"] as const;
export type WriteUpLevel = (typeof WRITE_UP_LEVELS)[number];

/** Those who read what others wrote. */
export type WriteUpReader = Exclude<WriteUpLevel, "me">;

/** What it is of: a session, by its pitch, or a day of the camp, `YYYY-MM-DD` in its zone. */
export type WriteUpOf = { pitchId: string; day: null } | { pitchId: null; day: string };

/** What a writer sends. `named`: with their name; `quotable`: the crew may show a line of it among the best ones. */
export type WriteUpForm = Record<WriteUpQuestion, string> & {
  level: WriteUpLevel;
  named: boolean;
  quotable: boolean;
};

export const BLANK_WRITE_UP: WriteUpForm = {
  ...{ learned: "", doing: "", readers: "" },
  ...{ level: "camp", named: false, quotable: false },
};

/** What people read of one. `title` is null for a day, `session` the address of its page, null where it has none. */
export type WriteUpView = Record<WriteUpQuestion, string> & {
  id: string;
  of: WriteUpOf;
  title: string | null;
  session: string | null;
  level: WriteUpLevel;
  /** Empty where its writer is not named. */
  name: string;
};

/** One's own. */
export type OwnWriteUp = WriteUpView &
  Pick<WriteUpForm, "named" | "quotable"> & {
    /** What was agreed for the session: all that was agreed for what became one with it. */
    notes: readonly NoteLevel[];
    /** Whether the title is one that strangers may not read. */
    unlisted: boolean;
    /** That the crew hid it, and why: empty once that was purged. Null where it did not. */
    hidden: string | null;
    /** Which version it is: who saves another one meanwhile is told. */
    mark: string;
  };

/** By which note level of a session its write-ups are kept from these readers, whatever their writers chose. */
export const KEPT_FROM = {
  public: ["no_notes", "unlisted"],
  camp: ["no_notes"],
} as const satisfies Record<WriteUpReader, readonly NoteLevel[]>;

/** Which levels the writer can choose from. @param notes all that was agreed for the session; none for a day */
export function levelsFor(notes: readonly NoteLevel[]): WriteUpLevel[] {
  const keptFrom = (reader: WriteUpReader) =>
    (KEPT_FROM[reader] as readonly NoteLevel[]).some((level) => notes.includes(level));
  return WRITE_UP_LEVELS.filter((level) => level === "me" || !keptFrom(level));
}

/** Whether a writer can be named: not of what was said without names, nor of what went wrong. */
export function canBeNamed(notes: readonly NoteLevel[], kind: PitchKind | null): boolean {
  return !notes.includes("no_names") && kind !== WENT_WRONG;
}

/** Whether somebody who sent this said anything at all. */
export function saysSomething(form: Pick<WriteUpForm, WriteUpQuestion>): boolean {
  return WRITE_UP_QUESTIONS.some((question) => form[question] !== "");
}

/** Where a text says a name: the whole of it, in whatever case, whatever stands between its parts. */
function nameIn(name: string): RegExp | null {
  const parts = name.match(/[\p{L}\p{M}\p{N}]+/gu);
  if (!parts) return null;
  return new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}])${parts.join("[^\\p{L}\\p{N}]+")}(?![\\p{L}\\p{M}\\p{N}])`,
    "giu",
  );
}

/** Whether a text says one of these names. */
export function saysAName(text: string, names: readonly string[]): boolean {
  return names.some((name) => nameIn(name)?.test(text));
}

/** What stands where a name was. */
const NAMELESS = "…";

/** A text with none of these names in it, nor one that is left when another is gone. */
export function withoutNames(text: string, names: readonly string[]): string {
  let left = text;
  while (saysAName(left, names))
    left = names.reduce((rest, name) => rest.replace(nameIn(name) ?? /(?!)/g, NAMELESS), left);
  return left;
}

/** The first run of each session that has begun, in the order of time: what there is to write about. */
export function begunSessions(runs: readonly RunView[], now: number): RunView[] {
  const begun = begunOf(runs, now);
  return begun.filter((run, at) => begun.findIndex(({ pitchId }) => pitchId === run.pitchId) === at);
}

/** What has begun of sessions or days. @param now milliseconds since 1970 */
export function begunOf<One extends { startsAt: string }>(all: readonly One[], now: number): One[] {
  return all.filter(({ startsAt }) => Date.parse(startsAt) <= now);
}

/** How a write-up is named in an address: by its session or its day. */
export const writeUpKey = ({ pitchId, day }: WriteUpOf): string => pitchId ?? day;

/** Too short to say anything by itself. */
const SHORTEST_LINE = 8;

/** The lines of a write-up that can stand by themselves, each in one line: its sentences, in whatever script. */
export function linesOf({ learned, doing }: Pick<WriteUpForm, "learned" | "doing">): string[] {
  const sentences = new Intl.Segmenter("und", { granularity: "sentence" });
  const lines = [learned, doing]
    .flatMap((text) => text.split("\n"))
    .flatMap((text) => [...sentences.segment(text)].map(({ segment }) => oneLine(segment)));
  const fit = ({ length }: string) => length >= SHORTEST_LINE && length <= LONGEST.writeUpLine;
  return [...new Set(lines.filter(fit))];
}

/** One of the best lines, with what it is from. */
export type BestLine = Pick<WriteUpView, "of" | "title" | "session"> & { writeUpId: string; line: string };
