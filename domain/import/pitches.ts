/** A list of pitches: `title[, line, host, kind]`. */
import type { Sheet } from "#domain/import/columns.ts";
import { hostsIn } from "#domain/import/hosts.ts";
import type { Imported, ImportedPitch, Note, Problem } from "#domain/import/problem.ts";
import type { Row } from "#domain/import/table.ts";
import { same } from "#domain/import/text.ts";
import { LONGEST, MOST } from "#domain/limits.ts";
import type { PitchKind } from "#domain/pitch.ts";
import { shortened } from "#domain/text.ts";

const KINDS: Record<PitchKind, string> = {
  discuss: "discuss, discussion, talk about, conversation, session",
  share: "share, show, demo, talk, case study",
  help: "help, ask for help, ask, question, workshop",
  went_wrong: "went_wrong, went wrong, it went wrong, this went wrong, failure",
};

/** Reads the sheet. A row without a title or of an unknown kind is a problem and left out. */
export function readPitches(
  sheet: Sheet,
  rows: Iterable<Row>,
): Pick<Imported, "pitches" | "problems" | "notes"> {
  const problems: Problem[] = [];
  const notes: Note[] = [];
  const pitches: ImportedPitch[] = [];
  const seen = new Map<string, number>();
  for (const row of rows) {
    const said = sheet.cell(row, "kind");
    const kind = readKind(said);
    const pitch = readPitch(sheet, row, notes);
    if (!pitch) problems.push({ row: row.number, column: "title", code: "missing", value: "", other: "" });
    else if (!kind)
      problems.push({ row: row.number, column: "kind", code: "kind_unknown", value: said, other: "" });
    else {
      const first = seen.get(same(pitch.title));
      if (first)
        notes.push({
          row: row.number,
          column: "title",
          code: "title_twice",
          value: pitch.title,
          other: String(first),
        });
      seen.set(same(pitch.title), first ?? row.number);
      pitches.push({ ...pitch, kind });
    }
  }
  return { pitches, problems, notes };
}

function readKind(said: string): PitchKind | null {
  if (said === "") return "discuss";
  const kinds = Object.entries(KINDS) as [PitchKind, string][];
  return kinds.find(([, words]) => words.split(", ").includes(said.toLowerCase()))?.[0] ?? null;
}

/**
 * What a row says of a session, wherever it is placed; null without a title. A title too long for a card is shortened
 * and stands whole in the line.
 */
export function readPitch(sheet: Sheet, row: Row, notes: Note[]): ImportedPitch | null {
  const title = sheet.cell(row, "title");
  if (title === "") return null;
  const short = shortened(title, LONGEST.pitchTitle);
  const whole = short === title ? "" : title;
  const line = [whole, sheet.cell(row, "line")].filter((part) => part !== "").join(" · ");
  const remark = { row: row.number, value: title, other: "" };
  if (short !== title) notes.push({ ...remark, column: "title", code: "title_long" });
  if (shortened(line, LONGEST.pitchLine) !== line)
    notes.push({ ...remark, column: "line", code: "line_long" });
  return {
    row: row.number,
    title: short,
    line: shortened(line, LONGEST.pitchLine),
    kind: "discuss",
    hosts: readHosts(sheet.cell(row, "host"), row, notes),
    ref: sheet.cell(row, "id"),
    cell: null,
    pinned: false,
  };
}

/** At most as many as a session can have. */
function readHosts(cell: string, { number }: Row, notes: Note[]): string[] {
  const { names, guessed } = hostsIn(cell);
  const remark = { row: number, column: "host" as const };
  if (guessed) notes.push({ ...remark, code: "hosts_apart", value: cell, other: names.join("; ") });
  if (names.length > MOST.hosts)
    notes.push({
      ...remark,
      code: "hosts_many",
      value: names.slice(MOST.hosts).join(", "),
      other: String(MOST.hosts),
    });
  return names.slice(0, MOST.hosts).map((name) => {
    const short = shortened(name, LONGEST.personName);
    if (short !== name) notes.push({ ...remark, code: "host_long", value: name, other: short });
    return short;
  });
}
