/** Importing a spreadsheet: what was found in it, what is wrong with a row, and how to mend it. */

import type { Additions, RowFates } from "#domain/import/additions.ts";
import type { Alike, AlikeKind } from "#domain/import/alike.ts";
import type { DateOrder, OrderReason, ReadOrder } from "#domain/import/dates.ts";
import type { DaysOf } from "#domain/import/moved-days.ts";
import type { Note, Problem } from "#domain/import/problem.ts";
import type { ImportProgress } from "#domain/import/progress.ts";
import { type Column, ROWS_MAX, type SheetKind } from "#domain/import/sheets.ts";
import { count, number } from "#messages/counts.ts";
import { columns, notes, problems } from "#messages/en/import-rows.ts";

const LOCALE = "en-GB";

const reasons: Record<OrderReason, string> = {
  told: "as you said",
  over_12: "because some of them have a number over 12",
  camp_day: "because the camp’s own day is then among them",
  together: "because they then lie within two weeks of each other",
  zone: "as is usual where the camp is",
};

const orders: Record<DateOrder, string> = { day: "Day, then month", month: "Month, then day" };

const alike: Record<AlikeKind, string> = { person: "person", room: "room", pitch: "pitch" };

const rowsOf = (rows: number) => count(rows, { one: "# row", other: "# rows" }, LOCALE);

const some = (rows: number, one: string, other: string) =>
  rows === 0 ? [] : [count(rows, { one: `# ${one}`, other: `# ${other}` }, LOCALE)];

/** Line numbers with their neighbours drawn together: `2–9, 12`; the first few of many. */
function lines(all: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const line of all) {
    const last = runs.at(-1);
    if (last && last[1] + 1 === line) last[1] = line;
    else runs.push([line, line]);
  }
  const shown = runs.slice(0, 8).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  return [...shown, ...(runs.length > 8 ? ["…"] : [])].join(", ");
}

export const imports = {
  title: "Import",
  lede: "Bring last year’s grid, a list of pitches, or ballots. You see first how it is read and what it would do; nothing is written until you say so.",
  file: "Spreadsheet",
  fileHint: `An Excel workbook (.xlsx) or CSV, up to 1 MB and ${number(ROWS_MAX, LOCALE)} rows. Commas, semicolons, tabs or pipes.`,
  paste: "Or paste it here",
  pasteHint: "Cells copied from a spreadsheet, with their headings.",
  /** What it is called on. */
  pasted: "What you pasted",
  fileMissing: "Choose a file that has something in it, or paste your cells",
  fileBig: "The file is bigger than 1 MB. Split it, and import one part after the other",
  fileWrong: (wrong: "unreadable" | "text_big") =>
    problems[wrong]({ row: 1, column: null, code: wrong, value: "", other: "" }).join(" ").replace(/\.$/, ""),
  look: "See what it would do",
  looking: "Reading it",
  columnsTitle: "Which columns?",
  columnsBody: [
    {
      sheet: "A grid",
      columns: "start, end, room, kind, title, host",
      means:
        "Times are the camp’s own, like 2026-07-14 13:30. A fixed item alone in its time becomes a break; one among sessions is pinned to its room.",
    },
    {
      sheet: "A grid as you would draw it",
      columns: "time, then a column for each room",
      means:
        "A row for each slot, a session in each cell. “Lunch” or “Break” alone in the first column becomes a break. Rows are counted as cells from top left.",
    },
    { sheet: "Pitches", columns: "title, line, host, kind", means: "Only the title is needed." },
    {
      sheet: "Ballots",
      columns: "person, pitch, rating",
      means:
        "4 or 5 of 5 is a raised hand; a column called tick will do instead. People get a place and no mail.",
    },
  ],
  read: {
    title: "How it was read",
    hint: "Change what is not right, and look again.",
    page: "Page of the workbook",
    sheet: "What it is",
    sheets: { grid: "A grid", pitches: "A list of pitches", ballots: "Ballots" } satisfies Record<
      SheetKind,
      string
    >,
    sheetUnknown: "Not known: choose",
    people: "A list of people",
    columns: "Columns",
    column: (name: string, place: number) => (name === "" ? `Column ${place}, without a name` : name),
    sample: (value: string) => (value === "" ? "Nothing in it" : `First: ${value}`),
    alone: "Left alone",
    means: (column: Column) => columns[column].replace(/^./, (first) => first.toUpperCase()),
    order: "Dates like these",
    orders,
    orderWhy: ({ example, order, reason }: ReadOrder) =>
      `${example} is read with the ${order} first, ${reasons[reason]}.`,
    zone: (zone: string) => `Times are those of the clocks in ${zone}.`,
    days: "Days",
    daysOf: "On which days they come to stand",
    daysOfHint:
      "The first day of the file is moved onto the first of the camp, the second onto the second, and so on.",
    daysOfOptions: { camp: "Moved onto the camp’s days", file: "As they are in the file" } satisfies Record<
      DaysOf,
      string
    >,
    movedDay: (day: string, to: string | null) =>
      to === null ? `${day}, left out, for the camp has no more days` : `${day}, moved onto ${to}`,
    day: (day: string, all: readonly number[]) => `${day}: ${rowsOf(all.length)}, line ${lines(all)}`,
    otherDays: (day: string) =>
      `None of them is the camp’s own day, ${day}. Slots are made on the days of the file.`,
    again: "Look again",
    againBusy: "Reading it again",
    changed: {
      what: "You changed how it is read, so nothing is imported yet.",
      next: "This is what it would do now. Look at it, and import it then.",
    },
  },
  alike: {
    title: "The same, or somebody else?",
    hint: "These look alike. Tick those that are one; the others stay apart, each with their own.",
    tick: ({ kind, name, other, row, otherRow }: Alike) => {
      const where = otherRow === null ? "of this camp" : `on line ${otherRow}`;
      return `“${name}” on line ${row} is the ${alike[kind]} “${other}” ${where}`;
    },
    apart: ({ kind, name, other }: Pick<Alike, "kind" | "name" | "other">) =>
      `“${name}” looks like “${other}”. The two stay apart; if they are one ${alike[kind]}, write both alike.`,
    more: (shown: string, all: string) =>
      `The first ${shown} of ${all} are asked; the others stay apart. Mend those in your spreadsheet.`,
  },
  /** What becomes of the rows, every one counted once. */
  rows: ({ all, brought, there, silent, left }: RowFates) => {
    if (all === 0) return "There are no rows under the first line.";
    const parts = [
      ...some(brought, "is brought", "are brought"),
      ...some(there, "is here already", "are here already"),
      ...some(silent, "has no new hand in it", "have no new hand in them"),
      ...some(left, "is left out", "are left out"),
    ];
    return `Of ${rowsOf(all)}: ${parts.join(", ")}.`;
  },
  /** What it takes of what the camp has. */
  met: ({ rooms, slots }: Additions["met"]) => {
    const parts = [...some(rooms, "room", "rooms"), ...some(slots, "slot", "slots")];
    return `It uses ${parts.join(" and ")} that the camp has. Nothing that stands there is moved or taken away.`;
  },
  found: "What it would do",
  nothing: "Nothing.",
  rooms: { one: "# room", other: "# rooms" },
  slots: { one: "# slot", other: "# slots" },
  breaks: { one: "# break", other: "# breaks" },
  pitches: { one: "# pitch", other: "# pitches" },
  placements: { one: "# session placed on the draft grid", other: "# sessions placed on the draft grid" },
  people: { one: "# person, with a place", other: "# people, each with a place" },
  hands: { one: "# raised hand", other: "# raised hands" },
  capacity: (from: string, to: string) =>
    `Places go from ${from} up to ${to}, so that everybody fits. The camp’s log says that an import did it.`,
  seats: (seats: string) =>
    `The file does not say how many seats every room has. Those get ${seats}; change them in the settings.`,
  problems: { one: "# row cannot be brought", other: "# rows cannot be brought" },
  problemsHint:
    "Change above how they are read, mend them in your spreadsheet and choose it again, or import the rest now.",
  problemsOnly: "Change above how they are read, or mend them in your spreadsheet and choose it again.",
  problemsDone: "Mend them in your spreadsheet and import it again: what is in already is not doubled.",
  notes: { one: "# row needs a look", other: "# rows need a look" },
  problemsTable: "Rows that are left out",
  notesTable: "Rows that need a look",
  more: (shown: string, all: string) => `The first ${shown} of ${all} are shown.`,
  line: "Line",
  what: "What is wrong, and how to mend it",
  remark: "What happens",
  confirm: "Import it",
  confirmRest: "Import the rest",
  confirming: "Importing",
  again: "Choose another file",
  done: "It is in",
  brought: "What was brought",
  toGrid: "Look at the grid",
  toPitches: "Look at the pitches",
  columns,
  /** Told of one row. */
  problem: (problem: Problem) => problems[problem.code](problem),
  note: (note: Note) => notes[note.code](note),
  /** How far it is. The step is also said aloud, the figures are only shown. */
  progress: {
    sending: "Sending the file",
    steps: {
      reading: "Reading the file",
      comparing: "Comparing it with the camp",
      writing: "Writing it into the camp",
    } satisfies Record<ImportProgress["step"], string>,
    rows: (done: number, of: number) => `${number(done, LOCALE)} of ${rowsOf(of)}`,
  },
  broken: {
    what: "That stopped half-way.",
    next: "Try it again. What was to be written is in as a whole or not at all, and nothing comes in twice.",
  },
  /** What people and sessions are called whom a file knows by a key, which `#` stands for. */
  called: { person: "Person #", session: "Session #" },
  newCamp: {
    place: "To be said",
    sectors: [
      "Local government",
      "Central government",
      "Health, fire, police",
      "Charity or community",
      "Somewhere else",
    ],
  },
  shell: {
    usage:
      "npm run import -- --event NAME FILE.csv [--ballots FILE.csv] [--zone Europe/London] [--day 2026-07-14] [--dates day|month] [--place TEXT] [--partly]",
    noOrder: (order: string) => `${order} is no order of dates. Write --dates day or --dates month.`,
    fileBig: (path: string) => `${path} is bigger than 16 MB. Split it, and import one part after the other.`,
    slugTaken: (name: string, slug: string | null) =>
      slug === null
        ? `Nothing was imported: the address that was made up for the camp ${name} is another camp’s. Run it again.`
        : `Nothing was imported: the camp ${name} would be at /e/${slug}, and another camp is there. Give that address to --event to import into it, or choose another name.`,
    nameLong: (most: string) => `A camp’s name has 1 to ${most} letters. Choose a shorter one.`,
    placeLong: (most: string) => `A camp’s place has at most ${most} letters. Choose a shorter one.`,
    changed: "Nothing was imported: somebody changed the camp at the same moment. Run it again.",
    unread: "Nothing was imported.",
    empty: (rows: string) => `Nothing was imported, and no camp was started. ${rows}`,
    gone: "Nothing was imported: the camp was deleted meanwhile.",
    broken: (code: string) =>
      `Nothing was imported: the database refused it (${code}). If that happens again, please report it with the file’s first line.`,
    noFile: (path: string) => `There is no file ${path} that can be read.`,
    noZone: (zone: string) => `${zone} is not a time zone. Write it like Europe/London.`,
    noDay: (day: string) => `${day} is not a day. Write it like 2026-07-14.`,
    refused: (rows: string) =>
      `Nothing was imported: ${rows}. Mend them, or add --partly to import the rest.`,
    started: (name: string, slug: string) => `Started the camp ${name} as a draft at /e/${slug}.`,
    into: (slug: string) => `Imported into /e/${slug}:`,
    line: (file: string, line: number) => `${file}, line ${line}`,
  },
};
