import type { Page } from "#domain/paging.ts";
import type { PersonInLine } from "#domain/registration.ts";

/** A page of people, and how many are on all its pages. */
export type PeoplePage = Page<PersonInLine> & { found: number };

/** What a search among the people of a camp has found so far. */
export type Found = {
  /** What was looked for; empty where nothing was. */
  search: string;
  list: PeoplePage | null;
  refusal: { what: string; next: string } | null;
};

export const NOT_SEARCHED: Found = { search: "", list: null, refusal: null };

export type FindPeople = (before: Found, form: FormData) => Promise<Found>;
