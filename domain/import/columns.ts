/** Which sheet this is and where its columns are, from what its header says. */
import type { Column } from "#domain/import/problem.ts";
import type { Row } from "#domain/import/table.ts";

/** What organisers call things. The first column that fits is taken; what fits nothing is left alone. */
const NAMES: Record<Column, string> = {
  date: "date, day",
  start: "start, starts, start time, starts at, begin, begins, from, time",
  end: "end, ends, end time, ends at, finish, until, to",
  room: "room, location, place, where, venue, space",
  seats: "seats, capacity, room capacity, size",
  kind: "kind, type, format",
  title: "title, session, session title, topic, pitch, name, talk",
  line: "line, one line, description, abstract, summary, about, notes",
  host: "host, hosts, led by, hosted by, pitched by, facilitator, speaker, speakers, who",
  id: "id, session id, pitch id, number, no, ref, reference",
  person: "person, person id, voter, participant, attendee, camper, email, respondent",
  pitch: "pitch, pitch id, session, session id, title, topic, id",
  rating: "rating, score, stars, points",
  tick: "tick, hand, vote, i'd come, interested, would come, ticked",
};

export type SheetKind = "grid" | "pitches" | "ballots";

/**
 * What each kind must have, what else it may, and what tells that it is another. A list of pitches with a start
 * would lose its times, so it is no list.
 */
const SHEETS: readonly { kind: SheetKind; must: Column[]; may: Column[]; never: Column[] }[] = [
  { kind: "ballots", must: ["person", "pitch", "rating"], may: ["tick"], never: [] },
  { kind: "ballots", must: ["person", "pitch", "tick"], may: [], never: [] },
  {
    kind: "grid",
    must: ["start", "end", "title"],
    may: ["date", "room", "seats", "kind", "line", "host", "id"],
    never: [],
  },
  { kind: "pitches", must: ["title"], may: ["line", "host", "kind", "id"], never: ["start", "end"] },
];

export type Sheet = {
  kind: SheetKind;
  has(column: Column): boolean;
  /** The cell of a row in a column; empty where there is none. */
  cell(row: Row, column: Column): string;
};

/** Recognises a sheet by its header, or gives null when no kind fits. */
export function recognise(header: Row): Sheet | null {
  const sheet = SHEETS.find(
    ({ must, never }) =>
      must.every((column) => placesOf(must, header).has(column)) &&
      never.every((column) => !placesOf([column], header).has(column)),
  );
  if (!sheet) return null;
  const places = placesOf([...sheet.must, ...sheet.may], header);
  return {
    kind: sheet.kind,
    has: (column) => places.has(column),
    cell: (row, column) => row.cells[places.get(column) ?? -1] ?? "",
  };
}

/** Where the columns are. No place is two columns; those asked for first choose first. */
function placesOf(columns: readonly Column[], header: Row): Map<Column, number> {
  const places = new Map<Column, number>();
  for (const column of columns) {
    const taken = new Set(places.values());
    const at = header.cells.findIndex((name, index) => !taken.has(index) && isCalled(column, name));
    if (at >= 0) places.set(column, at);
  }
  return places;
}

function isCalled(column: Column, name: string): boolean {
  const plain = name
    .toLowerCase()
    .replace(/[_\-.:]+/g, " ")
    .replace(/’/g, "'")
    .trim();
  return NAMES[column].split(", ").includes(plain);
}
