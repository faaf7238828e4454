/** The parts of the list: the line first, because it needs the most work. */

import { hasPlace } from "#domain/registration/status.ts";
import { isLive, type PersonInLine } from "#domain/registration.ts";
import { finder, searchText } from "#domain/search.ts";

export const GROUPS = ["line", "places", "bounced", "gone", "all"] as const;
export type Group = (typeof GROUPS)[number];

/** Enough for nearly every camp, and quick to draw. */
export const ROWS = 300;

function groupOf({ status }: PersonInLine): Group {
  if (!isLive(status)) return "gone";
  return hasPlace(status) ? "places" : "line";
}

/** In the order they came. */
export function inGroup(people: readonly PersonInLine[], group: Group): PersonInLine[] {
  if (group === "all") return [...people];
  if (group === "bounced") return people.filter((person) => person.bounced && groupOf(person) !== "gone");
  return people.filter((person) => groupOf(person) === group);
}

/** Kept, because preparing five thousand names at every key would be felt. */
const texts = new WeakMap<PersonInLine, string>();

function textOf(person: PersonInLine): string {
  const { name, organisation, sector, email } = person;
  const text = texts.get(person) ?? searchText([name, organisation, sector, email]);
  texts.set(person, text);
  return text;
}

/** Those in whose name, organisation, sector or address every word of the search occurs. */
export function matching(people: readonly PersonInLine[], search: string): PersonInLine[] {
  const found = finder(search);
  return people.filter((person) => found(textOf(person)));
}
