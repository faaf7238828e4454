/** What becomes of every row of a file, each counted once, so that none is lost without a word. */
import type { RowFates } from "#domain/import/additions.ts";
import type { FileProblem, Imported, ImportedRow, Note, Problem } from "#domain/import/problem.ts";

type Said = {
  problems: readonly Problem[];
  notes: readonly Note[];
  bringing: readonly ImportedRow[];
};

/** Counts the rows. A file that cannot be read at all leaves out every row it has. */
export function fatesOf(imported: Imported, { problems, notes, bringing }: Said): RowFates {
  const unread = new Set(problems.filter(({ code }) => isOfFile(code)).map(({ file = 0 }) => file));
  const left = new Set(problems.map(rowOf));
  for (const row of imported.rows) if (unread.has(row.file ?? 0)) left.add(rowOf(row));
  const already = notes.filter(({ code }) => code === "already_there").map(rowOf);
  const there = minus(new Set(already), left);
  const breaks = imported.breaks.filter(({ known }) => !known);
  // A row that only says that a session goes on is brought with it.
  const further = notes.filter(({ code }) => code === "goes_on");
  const brought = minus(minus(new Set([...bringing, ...breaks, ...further].map(rowOf)), left), there);
  const silent = [there, left, brought].reduce<ReadonlySet<string>>(
    minus,
    new Set(imported.ballots.map(rowOf)),
  );
  const mine = imported.rows.filter((row) => left.has(rowOf(row)));
  return {
    all: imported.rows.length,
    brought: brought.size,
    there: there.size,
    silent: silent.size,
    left: mine.length,
  };
}

const OF_FILE: Record<FileProblem, true> = {
  quote_open: true,
  header_unknown: true,
  column_missing: true,
  people_list: true,
  too_many_rows: true,
  text_big: true,
  unreadable: true,
};

/** Whether a problem is of the whole file and not of the row it names. */
export function isOfFile(code: Problem["code"]): boolean {
  return Object.hasOwn(OF_FILE, code);
}

const rowOf = ({ file = 0, row }: ImportedRow) => `${file} ${row}`;
const minus = (some: ReadonlySet<string>, others: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...some].filter((one) => !others.has(one)));
