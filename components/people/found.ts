import type { Page } from "#domain/paging.ts";
import type { PersonInLine } from "#domain/registration.ts";

/** What a search among the people of a camp has found so far. */
export type Found = {
  /** What was looked for; empty where nothing was. */
  search: string;
  list: (Page<PersonInLine> & { found: number }) | null;
  refusal: { what: string; next: string } | null;
};

export const NOT_SEARCHED: Found = { search: "", list: null, refusal: null };

export type FindPeople = (before: Found, form: FormData) => Promise<Found>;
