/** Where an import of people stands: choosing, looking, done. It travels with the form, so that no script is needed. */
import type { Page } from "#domain/import/workbook.ts";
import type { ChosenColumns } from "#domain/people-import/columns.ts";
import type { Brought, LeftRow, ReadPeople } from "#domain/people-import/read.ts";
import type { Status } from "#domain/registration.ts";

/** What those get who are brought. */
export const BROUGHT_AS = ["places", "line"] as const;
export type BroughtAs = (typeof BROUGHT_AS)[number];

/** Crew may give a place to somebody who has not proven an address; whoever waits is passed over until they have. */
const STATUS_OF = { places: "confirmed", line: "waiting" } as const satisfies Record<BroughtAs, Status>;

export const statusOf = (as: BroughtAs): Status => STATUS_OF[as];

/** A list with more of them has one mistake many times. */
export const LEFT_SHOWN = 100;
export const PEOPLE_SHOWN = 5;

export type PeopleReport = Pick<
  ReadPeople,
  "columns" | "rows" | "trouble" | "troubleLine" | "unknownSectors"
> & {
  brings: number;
  /** The first of them. */
  people: Pick<Brought, "row" | "name" | "email" | "organisation">[];
  leaves: number;
  /** The first of them. */
  left: LeftRow[];
  /** How many places are free, and in which row the first is whom the camp has none for; null where all fit. */
  over: { free: number; from: number } | null;
};

/** What an organiser is shown. @param free places that nobody holds */
export function reportOf(read: ReadPeople, free: number): PeopleReport {
  const { columns, rows, trouble, troubleLine, unknownSectors, people, left } = read;
  return {
    ...{ columns, rows, trouble, troubleLine, unknownSectors },
    brings: people.length,
    people: people
      .slice(0, PEOPLE_SHOWN)
      .map(({ row, name, email, organisation }) => ({ row, name, email, organisation })),
    leaves: left.length,
    left: left.slice(0, LEFT_SHOWN),
    over: people.length > free ? { free, from: people[free]!.row } : null,
  };
}

export type PeopleImportState = {
  step: "choose" | "look" | "done";
  error: string | null;
  refusal: { what: string; next: string } | null;
  /** The file's pages as text (one, unless it is a workbook), and its name. */
  pages: readonly Page[];
  name: string;
  page: number;
  columns: ChosenColumns;
  report: PeopleReport | null;
  /** What was typed below the preview. */
  as: BroughtAs;
  sectorId: string;
  tell: boolean;
  reason: string;
  errors: Readonly<Record<string, string>>;
  /** What it would do beyond that, and the agreement that is sent back to do it. */
  asks: { points: readonly string[]; agreement: string } | null;
  done: { brought: number; leaves: number } | null;
};

export const FRESH: PeopleImportState = {
  step: "choose",
  error: null,
  refusal: null,
  pages: [],
  name: "",
  page: 0,
  columns: {},
  report: null,
  as: "places",
  sectorId: "",
  tell: true,
  reason: "",
  errors: {},
  asks: null,
  done: null,
};
