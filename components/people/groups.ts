/** The list in parts: the line first, because that is where things happen. */
import { isLive, type PersonInLine } from "#domain/registration.ts";
import { finder, searchText } from "#domain/search.ts";
import { hasPlace } from "#domain/status.ts";

export const GROUPS = ["line", "places", "bounced", "gone", "all"] as const;
export type Group = (typeof GROUPS)[number];

/** A page of the list: enough for nearly every camp, and quick to draw. */
export const ROWS = 300;

/** Which part somebody is in. */
function groupOf({ status }: PersonInLine): Group {
  if (!isLive(status)) return "gone";
  return hasPlace(status) ? "places" : "line";
}

/** The people of a part, in the order they came. */
export function inGroup(people: readonly PersonInLine[], group: Group): PersonInLine[] {
  if (group === "all") return [...people];
  if (group === "bounced") return people.filter((person) => person.bounced && groupOf(person) !== "gone");
  return people.filter((person) => groupOf(person) === group);
}

/** Kept while the page shows them: folding five thousand names for every key would be felt. */
const texts = new WeakMap<PersonInLine, string>();

function textOf(person: PersonInLine): string {
  const { name, organisation, sector, email } = person;
  const text = texts.get(person) ?? searchText([name, organisation, sector, email]);
  texts.set(person, text);
  return text;
}

/** Those whose name, organisation, sector or address has every word of the search in it. */
export function matching(people: readonly PersonInLine[], search: string): PersonInLine[] {
  const found = finder(search);
  return people.filter((person) => found(textOf(person)));
}
