/**
 * What of the list of people is shown, and in which order, as an address says it, so that whoever comes back from
 * somebody finds the list as they left it. What was searched for is in no address.
 */
import { isId } from "#domain/id.ts";
import { pageNumber } from "#domain/paging.ts";
import { GROUPS, type Group } from "#domain/people.ts";

export const SORTS = ["turn", "name", "time", "organisation"] as const;
export type Sort = (typeof SORTS)[number];

/** What people on the list can have in common beyond their part of it. */
export const TRAITS = ["first", "unproven", "bounced", "paused"] as const;
export type Trait = (typeof TRAITS)[number];

/**
 * @property sector the id of one, or null for all
 * @property traits only those who have all of them
 * @property page counted from 1
 */
export type PeopleView = {
  group: Group;
  sector: string | null;
  traits: readonly Trait[];
  sort: Sort;
  page: number;
};

/** The list as it is opened. */
export const USUAL_VIEW: PeopleView = { group: "line", sector: null, traits: [], sort: "turn", page: 1 };

/** What an address asks for; of what could be nothing of ours, the usual. */
export function viewIn(asked: Readonly<Record<string, unknown>>): PeopleView {
  const traits = [asked.only].flat();
  const { sector } = asked;
  return {
    group: GROUPS.find((name) => name === asked.show) ?? USUAL_VIEW.group,
    sector: typeof sector === "string" && isId(sector) ? sector : null,
    traits: TRAITS.filter((trait) => traits.includes(trait)),
    sort: SORTS.find((name) => name === asked.sort) ?? USUAL_VIEW.sort,
    page: pageNumber(asked.page),
  };
}

/** The same of what another page keeps of the list's address. @param kept as `viewText` writes it, or anything */
export function keptView(kept: unknown): PeopleView {
  const asked = new URLSearchParams(typeof kept === "string" ? kept : "");
  return viewIn({ ...Object.fromEntries(asked), only: asked.getAll("only") });
}

/** As an address says it, without the question mark; empty for the usual. */
export function viewText({ group, sector, traits, sort, page }: PeopleView): string {
  const said = new URLSearchParams();
  if (group !== USUAL_VIEW.group) said.set("show", group);
  if (sector) said.set("sector", sector);
  for (const trait of traits) said.append("only", trait);
  if (sort !== USUAL_VIEW.sort) said.set("sort", sort);
  if (page > 1) said.set("page", String(page));
  return said.toString();
}

/** An address with the view in it. @param path without a query */
export function viewAt(path: string, view: PeopleView): string {
  const text = viewText(view);
  return text ? `${path}?${text}` : path;
}

/** Whether a view leaves anybody of its part out. */
export function isNarrowed({ sector, traits }: PeopleView): boolean {
  return sector !== null || traits.length > 0;
}

/**
 * The address of somebody's page, from which one comes back to the list.
 * @param kept how it is seen, as `viewText` writes it @param page of what happened to them
 */
export function personAt(base: string, id: string, kept: string, page = 1): string {
  const query = new URLSearchParams({ ...(kept && { list: kept }), ...(page > 1 && { page: String(page) }) });
  return query.size > 0 ? `${base}/${id}?${query}` : `${base}/${id}`;
}
