/** Importing a spreadsheet: what was found in it, what is wrong with a row, and how to mend it. */
import type { Column, Note, NoteCode, Problem, ProblemCode } from "#domain/import/problem.ts";

const columns: Record<Column, string> = {
  date: "date",
  start: "start",
  end: "end",
  room: "room",
  seats: "seats",
  kind: "kind",
  title: "title",
  line: "line",
  host: "host",
  id: "id",
  person: "person",
  pitch: "pitch",
  rating: "rating",
  tick: "tick",
};

const quoted = (value: string) => `“${value}”`;

/** What is wrong, and how to mend it. */
const problems: Record<ProblemCode, (problem: Problem) => [what: string, mend: string]> = {
  missing: ({ column }) => [`The ${columns[column!]} is missing.`, "Fill it in, or leave the row out."],
  no_time: ({ value }) => [
    `${quoted(value)} is no time we can read.`,
    "Write it like 2026-07-14T13:30, or 13:30.",
  ],
  ends_first: ({ value }) => [
    `It ends at ${quoted(value)}, which is not after it starts.`,
    "Look at both times, and at the day.",
  ],
  overlaps: ({ value, other }) => [
    `${value} falls into ${other}, which is a slot of its own.`,
    "Give it exactly that slot’s times, or times that touch no other. A camp’s slots are changed in its settings.",
  ],
  cell_twice: ({ value, other }) => [
    `${quoted(value)} has another session at that time, on line ${other}.`,
    "Change the room or the time of one of them.",
  ],
  cell_taken: ({ value, other }) => [
    `${quoted(value)} has ${quoted(other)} at that time already.`,
    "Move that session on the grid first, or change the room here.",
  ],
  kind_unknown: ({ value }) => [
    `${quoted(value)} is not a kind we know.`,
    "Use discuss, share, help or went wrong, or leave it empty.",
  ],
  seats_unknown: ({ value }) => [
    `${quoted(value)} is not a number of seats.`,
    "Write a whole number, or leave it empty.",
  ],
  rating_unknown: ({ value }) => [`${quoted(value)} is not a rating.`, "Write a number from 0 to 5."],
  tick_unknown: ({ value }) => [
    `${quoted(value)} is neither yes nor no.`,
    "Write x for a raised hand, or leave it empty.",
  ],
  pitch_unknown: ({ value }) => [
    `There is no pitch called ${quoted(value)}.`,
    "Check its spelling, or import the pitches first.",
  ],
  quote_open: () => [
    "A quotation mark opens here and never closes, so the rest cannot be read.",
    "Close it, or save the sheet as CSV once more.",
  ],
  header_unknown: ({ value }) => [
    value === ""
      ? "The file is empty."
      : `The first line, ${quoted(value)}, does not say which sheet this is.`,
    "Name the columns in the first line: a grid has start, end, room, kind and title; a list of pitches has title, line and host; ballots have person, pitch and rating or tick.",
  ],
  too_many_rows: () => [
    "There are more than 20,000 rows.",
    "Split the file, and import one part after the other.",
  ],
};

const notes: Record<NoteCode, (note: Note) => string> = {
  title_long: ({ value }) =>
    `${quoted(value)} is longer than 90 characters: it is shortened, and stands whole underneath.`,
  title_twice: ({ value, other }) => `${quoted(value)} stands on line ${other} too. Both are brought.`,
  line_long: ({ value }) =>
    `What is said about ${quoted(value)} is longer than 200 characters: it is shortened.`,
  already_there: ({ value }) => `${quoted(value)} is here already. Nothing is doubled.`,
};

export const imports = {
  title: "Import",
  lede: "Bring last year’s grid, a list of pitches, or ballots, as a CSV file. You see first what it would do.",
  file: "Spreadsheet",
  fileHint: "Saved as CSV, up to 1 MB. Commas, semicolons or tabs; from Excel, Numbers or anything else.",
  fileMissing: "Choose a file",
  fileBig: "The file is bigger than 1 MB. Split it, and import one part after the other",
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
    { sheet: "Pitches", columns: "title, line, host, kind", means: "Only the title is needed." },
    {
      sheet: "Ballots",
      columns: "person, pitch, rating",
      means:
        "4 or 5 of 5 is a raised hand; a column called tick will do instead. People get a place and no mail.",
    },
  ],
  found: "What it would do",
  nothing: "Nothing: everything in it is here already, or no row could be read.",
  rooms: { one: "# room", other: "# rooms" },
  slots: { one: "# slot", other: "# slots" },
  breaks: { one: "# break", other: "# breaks" },
  pitches: { one: "# pitch", other: "# pitches" },
  placements: { one: "# session placed on the draft grid", other: "# sessions placed on the draft grid" },
  people: { one: "# person, with a place", other: "# people, each with a place" },
  hands: { one: "# raised hand", other: "# raised hands" },
  capacity: (from: string, to: string) =>
    `Places go from ${from} up to ${to}, so that everybody fits. That is written in the camp’s book.`,
  seats: (seats: string) =>
    `The file does not say how many seats every room has. Those get ${seats}; change them in the settings.`,
  problems: { one: "# row is left out", other: "# rows are left out" },
  problemsHint: "Mend them in your spreadsheet and choose it again, or import the rest now.",
  problemsOnly: "Mend them in your spreadsheet and choose it again.",
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
  organisersOnly: {
    title: "Importing is for organisers",
    body: "Ask one of them to bring the spreadsheet, or to make you an organiser on the Crew page.",
  },
  toGrid: "Look at the grid",
  toPitches: "Look at the pitches",
  columns,
  /** Told of one row. */
  problem: (problem: Problem) => problems[problem.code](problem),
  note: (note: Note) => notes[note.code](note),
  /** What people and sessions are called whom a file knows by a key. */
  called: {
    person: (key: string) => `Person ${key}`,
    session: (key: string) => `Session ${key}`,
  },
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
      "npm run import -- --event NAME FILE.csv [--ballots FILE.csv] [--zone Europe/London] [--day 2026-07-14] [--place TEXT] [--partly]",
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
