/** Finding somebody at the door by the beginning of a name. */
import type { Guest } from "#domain/door/guest.ts";
import { finder, fold, searchText } from "#domain/search.ts";

/** So many are shown: with more, one more letter is quicker. */
export const MOST_FOUND = 8;

export type Known = { guest: Guest; text: string; first: string };

/** Makes a list ready to be searched at each keystroke. */
export function searchable(guests: Iterable<Guest>): Known[] {
  return [...guests].map((guest) => ({
    guest,
    text: searchText([guest.name]),
    first: fold(guest.name),
  }));
}

/** Those found, whose name begins so before those in whom it is somewhere, and who may come in before who may not. */
export function findGuests(known: readonly Known[], typed: string): { found: Guest[]; more: number } {
  if (typed.trim() === "") return { found: [], more: 0 };
  const matches = finder(typed);
  const beginning = fold(typed.trim());
  const weight = ({ guest, first, text }: Known) =>
    (guest.out ? 4 : 0) + (first.startsWith(beginning) ? 0 : ` ${text}`.includes(` ${beginning}`) ? 1 : 2);
  const all = known
    .filter(({ text }) => matches(text))
    .sort((a, b) => weight(a) - weight(b) || (a.first < b.first ? -1 : 1));
  return {
    found: all.slice(0, MOST_FOUND).map(({ guest }) => guest),
    more: Math.max(0, all.length - MOST_FOUND),
  };
}
