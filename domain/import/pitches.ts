/** A list of pitches: `title[, line, host, kind]`. */
import type { Sheet } from "#domain/import/columns.ts";
import type { Imported, ImportedPitch, Note, Problem } from "#domain/import/problem.ts";
import type { Row } from "#domain/import/table.ts";
import { same, shortened } from "#domain/import/text.ts";
import { HOSTS_MAX, LINE_MAX, type PitchKind, TITLE_MAX } from "#domain/pitch.ts";

/** What people write for a kind. */
const KINDS: Record<PitchKind, string> = {
  discuss: "discuss, discussion, talk about, conversation, session",
  share: "share, show, demo, talk, case study",
  help: "help, ask for help, ask, question, workshop",
  went_wrong: "went_wrong, went wrong, it went wrong, this went wrong, failure",
};

/** Reads the sheet. A row without a title or of an unknown kind is a problem and left out. */
export function readPitches(
  sheet: Sheet,
  rows: readonly Row[],
): Pick<Imported, "pitches" | "problems" | "notes"> {
  const problems: Problem[] = [];
  const notes: Note[] = [];
  const pitches: ImportedPitch[] = [];
  const seen = new Map<string, number>();
  for (const row of rows) {
    const said = sheet.cell(row, "kind");
    const kind = readKind(said);
    const pitch = readPitch(sheet, row, notes);
    if (!pitch) problems.push({ line: row.line, column: "title", code: "missing", value: "", other: "" });
    else if (!kind)
      problems.push({ line: row.line, column: "kind", code: "kind_unknown", value: said, other: "" });
    else {
      const first = seen.get(same(pitch.title));
      if (first)
        notes.push({
          line: row.line,
          column: "title",
          code: "title_twice",
          value: pitch.title,
          other: String(first),
        });
      seen.set(same(pitch.title), first ?? row.line);
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
 * What a row says of a session, wherever it is placed. A title too long for a card is shortened and stands whole in
 * the line.
 *
 * @returns null without a title
 */
export function readPitch(sheet: Sheet, row: Row, notes: Note[]): ImportedPitch | null {
  const title = sheet.cell(row, "title");
  if (title === "") return null;
  const short = shortened(title, TITLE_MAX);
  const about = sheet.cell(row, "line");
  const line = short === title ? about : [title, about].filter((part) => part !== "").join(" · ");
  const remark = { line: row.line, value: title, other: "" };
  if (short !== title) notes.push({ ...remark, column: "title", code: "title_long" });
  if (shortened(line, LINE_MAX) !== line) notes.push({ ...remark, column: "line", code: "line_long" });
  return {
    row: row.line,
    title: short,
    line: shortened(line, LINE_MAX),
    kind: "discuss",
    hosts: readHosts(sheet.cell(row, "host")),
    ref: sheet.cell(row, "id"),
    cell: null,
    pinned: false,
  };
}

/** "Ama and Rhys", "Ama, Rhys" or "Ama & Rhys" are two people; at most as many as a session can have. */
function readHosts(cell: string): string[] {
  return cell
    .split(/\s*[,;&/]\s*|\s+and\s+/)
    .filter((name) => name !== "")
    .slice(0, HOSTS_MAX);
}
