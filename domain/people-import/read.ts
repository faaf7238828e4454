/** A list of people, row by row: whom it brings to a camp, and why it does not bring the others. */
import { emailAddress } from "#domain/email-address.ts";
import { type Row, readTable } from "#domain/import/table.ts";
import { same } from "#domain/import/text.ts";
import { LONGEST, MOST } from "#domain/limits.ts";
import { type ChosenColumns, meaningsOf, type PeopleColumn } from "#domain/people-import/columns.ts";
import type { Status } from "#domain/registration.ts";

/** Why nothing of a file can be read. */
export type FileTrouble = "quote_open" | "nothing" | "too_many_rows" | "no_email" | "no_name";

/** Why a row brings nobody. */
export type RowTrouble =
  | "name_missing"
  | "name_long"
  | "email_missing"
  | "email_wrong"
  | "organisation_long"
  | "twice"
  | "there"
  | "was_there"
  | "cancelled"
  | "over_rows";

/** `value` is what stood there, or the row it repeats; the header is row 1. */
export type LeftRow = { row: number; why: RowTrouble; value: string };

export type Brought = {
  row: number;
  name: string;
  /** In compared form. */
  email: string;
  organisation: string;
  /** Null where the file says none, or one that the camp has not. */
  sectorId: string | null;
  firstTime: boolean;
  /** Only where the file says so: nobody agreed to it by not being asked. */
  photos: boolean;
};

/** What of a camp decides. `people`: whether somebody with an address is in it now, by address in compared form. */
export type CampOfPeople = {
  people: ReadonlyMap<string, boolean>;
  sectors: readonly { id: string; name: string }[];
};

export type ReadPeople = {
  columns: { at: number; name: string; sample: string; means: PeopleColumn | null }[];
  rows: number;
  people: Brought[];
  left: LeftRow[];
  /** Sectors of people who are brought and that the camp has not, each once. */
  unknownSectors: string[];
  trouble: FileTrouble | null;
  /** The line of the file that the trouble begins on, where it is one row's. */
  troubleLine: number;
};

/** Reads a list's text beside the camp. Nothing is thrown for what somebody wrote. */
export function readPeople(text: string, chosen: ChosenColumns, camp: CampOfPeople): ReadPeople {
  const nothing = { columns: [], rows: 0, people: [], left: [], unknownSectors: [], troubleLine: 1 };
  const table = readTable(text);
  if ("code" in table) return { ...nothing, trouble: troubleOf(table.code), troubleLine: table.row };
  const { header } = table;
  // A first row with an address in it is somebody, and names no columns.
  const bare = header.cells.some((cell) => emailAddress(plainCell(cell)) !== null);
  const rows = bare ? [header, ...table.rows] : table.rows;
  const names = bare ? header.cells.map(() => "") : header.cells;
  const means = meaningsOf(names, chosen);
  const columns = names.map((name, at) => {
    const sample = rows.find(({ cells }) => (cells[at] ?? "") !== "")?.cells[at] ?? "";
    return { at, name, sample, means: means[at]! };
  });
  const seen = { ...nothing, columns, rows: rows.length };
  if (!means.includes("email") && !means.includes("buyer")) return { ...seen, trouble: "no_email" };
  if (!means.includes("name") && !means.includes("first") && !means.includes("last"))
    return { ...seen, trouble: "no_name" };
  return { ...seen, ...sorted(rows, means, camp), trouble: null };
}

function troubleOf(code: string): FileTrouble {
  return code === "quote_open" || code === "too_many_rows" ? code : "nothing";
}

function sorted(
  rows: readonly Row[],
  means: readonly (PeopleColumn | null)[],
  camp: CampOfPeople,
): Pick<ReadPeople, "people" | "left" | "unknownSectors"> {
  const people: Brought[] = [];
  const left: LeftRow[] = [];
  const unknown = new Map<string, string>();
  const sectors = new Map(camp.sectors.map(({ id, name }) => [same(name), id]));
  const first = new Map<string, number>();
  for (const row of rows) {
    const cell = (column: PeopleColumn) => plainCell(row.cells[means.indexOf(column)] ?? "");
    const read = personOf(cell);
    const why = "why" in read ? read : whyNot(read, { people, first, camp });
    if (why) left.push({ row: row.number, ...why });
    if (why || "why" in read) continue;
    first.set(read.email, row.number);
    const sector = cell("sector");
    const sectorId = sectors.get(same(sector)) ?? null;
    if (sectorId === null && sector !== "" && !unknown.has(same(sector))) unknown.set(same(sector), sector);
    people.push({ row: row.number, ...read, sectorId });
  }
  return { people, left, unknownSectors: [...unknown.values()] };
}

type Why = Pick<LeftRow, "why" | "value">;
type Person = Omit<Brought, "row" | "sectorId">;

function personOf(cell: (column: PeopleColumn) => string): Person | Why {
  const name = cell("name") || `${cell("first")} ${cell("last")}`.trim();
  const typed = cell("email") || cell("buyer");
  const organisation = cell("organisation");
  if (isCancelled(cell("status"))) return { why: "cancelled", value: cell("status") };
  if (name === "") return { why: "name_missing", value: "" };
  if (name.length > LONGEST.personName) return { why: "name_long", value: name };
  if (typed === "") return { why: "email_missing", value: name };
  const email = emailAddress(typed);
  if (email === null) return { why: "email_wrong", value: typed };
  if (organisation.length > LONGEST.organisation) return { why: "organisation_long", value: organisation };
  const [firstTime, photos] = [isYes(cell("firstTime")), isYes(cell("photos"))];
  return { name, email, organisation, firstTime, photos };
}

function whyNot(
  { email }: Person,
  { people, first, camp }: { people: readonly Brought[]; first: Map<string, number>; camp: CampOfPeople },
): Why | null {
  const before = first.get(email);
  if (before !== undefined) return { why: "twice", value: String(before) };
  const known = camp.people.get(email);
  if (known !== undefined) return { why: known ? "there" : "was_there", value: email };
  return people.length >= MOST.imported ? { why: "over_rows", value: "" } : null;
}

/** Without the apostrophe by which a list is kept from being a formula (domain/csv.ts). */
const plainCell = (text: string) => (/^'\s*[=+\-@＝＋－＠﹦﹢﹣﹫−]/u.test(text) ? text.slice(1) : text);

const YES = ["yes", "y", "true", "1", "x", "✓", "ja", "oui"];
const isYes = (text: string) => YES.includes(text.toLowerCase());

/** What the lists say of whoever does not come, our own among them. */
const OUT = [
  ...["cancelled", "canceled", "refunded", "deleted", "void", "voided", "not attending"],
  ...(["declined", "expired", "left", "released", "removed", "transferred"] satisfies Status[]),
  // As our own list says the same.
  ...["said no thanks", "offer ended", "left the line", "gave it back", "taken off", "handed on"],
];
const isCancelled = (text: string) => OUT.includes(text.toLowerCase());
