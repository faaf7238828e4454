/** The list in parts: the line first, because that is where things happen. */
import { holdsPlace, isLive, type PersonInLine } from "#domain/registration.ts";

export const GROUPS = ["line", "places", "gone", "all"] as const;
export type Group = (typeof GROUPS)[number];

/** Which part somebody is in. */
function groupOf({ status }: PersonInLine): Group {
  if (!isLive(status)) return "gone";
  return holdsPlace(status) && status !== "offered" ? "places" : "line";
}

/** The people of a part, in the order they came. */
export function inGroup(people: readonly PersonInLine[], group: Group): PersonInLine[] {
  return people.filter((person) => group === "all" || groupOf(person) === group);
}

/** Those whose name, organisation, sector or address has every word of the search in it. */
export function matching(people: readonly PersonInLine[], search: string): PersonInLine[] {
  const wanted = plain(search).split(/\s+/).filter(Boolean);
  return people.filter(({ name, organisation, sector, email }) => {
    const text = plain(`${name} ${organisation} ${sector} ${email}`);
    return wanted.every((word) => text.includes(word));
  });
}

/** Without accents and in lower case, so that "sian" finds Siân. */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
