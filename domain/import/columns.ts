/** Which sheet this is and where its columns are: from what its header says, or as the organiser says. */
import type { Choices } from "#domain/import/choices.ts";
import { COLUMNS_OF, type Column, GRID_EXTRAS, type SheetKind } from "#domain/import/sheets.ts";
import type { Row } from "#domain/import/table.ts";

/** What organisers call things. The first column that fits is taken; what fits nothing is left alone. */
const NAMES: Record<Column, string> = {
  date: "date, day",
  when: "when, time, times, slot, time slot, timeslot",
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

type Shape = { kind: SheetKind; must: readonly Column[]; may: readonly Column[]; never: readonly Column[] };

/**
 * What each kind must have, what else it may, and what tells that it is another: a list of pitches with a start would
 * lose its times.
 */
const SHAPES: readonly Shape[] = [
  { kind: "ballots", must: ["person", "pitch", "rating"], may: ["tick"], never: [] },
  { kind: "ballots", must: ["person", "pitch", "tick"], may: [], never: [] },
  { kind: "grid", must: ["start", "end", "title"], may: ["date", ...GRID_EXTRAS], never: [] },
  { kind: "grid", must: ["when", "title"], may: ["date", ...GRID_EXTRAS], never: ["end"] },
  { kind: "pitches", must: ["title"], may: ["line", "host", "kind", "id"], never: ["start", "end", "when"] },
];

export type Sheet = {
  kind: SheetKind;
  /** What each column means, in the order of the header; null for one that is left alone. */
  columns: readonly (Column | null)[];
  /** None unless the organiser chose the kind or a column. */
  lacks: readonly Column[];
  has(column: Column): boolean;
  /** Empty where there is none. */
  cell(row: Row, column: Column): string;
};

/**
 * Recognises a sheet by its header: `"people"` for a list of people, which is never taken for pitches; null when no
 * kind fits.
 */
export function recognise(header: Row, { sheet: told, columns }: Choices): Sheet | "people" | null {
  const chosen = new Map(Object.entries(columns).map(([at, column]) => [Number(at), column]));
  const shapes = SHAPES.filter(({ kind }) => told === null || kind === told);
  const fits = shapes.filter(({ must, never }) => {
    const places = placesOf(must, header, chosen);
    return (
      must.every((column) => places.has(column)) &&
      never.every((column) => !placesOf([column], header, chosen).has(column))
    );
  });
  const fit = fits[0];
  if (told === null && chosen.size === 0 && isPeople(header, fit?.kind ?? null)) return "people";
  if (fit) return sheetOf(fit, header, chosen);
  return told === null ? null : sheetOf(shapes[0]!, header, chosen);
}

function sheetOf({ kind, must, may }: Shape, header: Row, chosen: Chosen): Sheet {
  // A column that was pointed at counts, also where this shape has no use for it.
  const pointed = COLUMNS_OF[kind].filter((column) => [...chosen.values()].includes(column));
  const places = placesOf([...new Set([...must, ...pointed, ...may])], header, chosen);
  const byPlace = new Map([...places].map(([column, at]) => [at, column]));
  return {
    kind,
    columns: header.cells.map((_, at) => byPlace.get(at) ?? null),
    lacks: must.filter((column) => !places.has(column)),
    has: (column) => places.has(column),
    cell: (row, column) => row.cells[places.get(column) ?? -1] ?? "",
  };
}

type Chosen = ReadonlyMap<number, Column | "">;

/** Where the columns are. No place is two columns; what was pointed at comes first, then who is asked for first. */
function placesOf(columns: readonly Column[], header: Row, chosen: Chosen): Map<Column, number> {
  const places = new Map<Column, number>();
  for (const [at, column] of chosen) {
    if (column !== "" && columns.includes(column) && !places.has(column)) places.set(column, at);
  }
  for (const column of columns) {
    if (places.has(column)) continue;
    const taken = new Set(places.values());
    const at = header.cells.findIndex(
      (name, index) => !taken.has(index) && !chosen.has(index) && isCalled(column, name),
    );
    if (at >= 0) places.set(column, at);
  }
  return places;
}

function isCalled(column: Column, name: string): boolean {
  return NAMES[column].split(", ").includes(plain(name));
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[_\-.:]+/g, " ")
    .replace(/’/g, "'")
    .replace(/ +/g, " ")
    .trim();
}

const WHO =
  "name, full name, your name, first name, forename, given name, last name, surname, family name, attendee, attendee name, person, participant, camper, member";
const ABOUT_THEM =
  "email, e mail, mail, email address, e mail address, your email, organisation, organization, company, employer, sector, phone, phone number, telephone, mobile, ticket, ticket type, ticket number, order, order number, first time, photos, diet, dietary, dietary requirements, access, access needs, job title, role, pronouns, status, registered, registration date, email confirmed, for the day";
const NO_TITLE = "session, session title, topic, pitch, talk, pitch id, session id";

/**
 * Whether a header is that of a list of people: it names them, and says something that only people have. `name` alone
 * says nothing; `title` beside a surname is Ms or Dr.
 */
function isPeople(header: Row, fit: SheetKind | null): boolean {
  if (fit === "grid" || fit === "ballots") return false;
  const names = header.cells.map(plain);
  const among = (list: string) => names.filter((name) => list.split(", ").includes(name)).length;
  const titled = names.includes("title") && among("last name, surname, family name, first name") === 0;
  if (titled || among(NO_TITLE) > 0) return false;
  const who = among(WHO);
  return (who > 0 && among(ABOUT_THEM) > 0) || who > 1 || (fit === null && among(ABOUT_THEM) > 1);
}
