/** How many to expect, in words: the range, what it goes by and why, and among whom sessions are shared out. */
import type { Expectation } from "#domain/audience.ts";
import type { Crowd } from "#domain/crowd.ts";
import type { Card } from "#domain/draft.ts";
import type { Turnout } from "#domain/turnout.ts";
import { number } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";

const words = wordsOf("audience");

const written = (n: number) => number(n, readerLocale());

/** "8–18". */
export const rangeWords = ({ low, high }: Expectation) => words.range(written(low), written(high));

/** What a number goes by, in a word or two beside it. */
export function byWords({ basis, late }: Expectation, { paper = 0 }: Pick<Card, "paper">): string {
  if (basis !== "hands") return words.by[basis];
  if (late) return words.by.late;
  return paper > 0 ? words.by.paper : words.by.hands;
}

type Of = {
  /** Whether it is known how many hands are up. */
  counted: boolean;
  /** How often its session runs. */
  runs: number;
};

/** The same in whole sentences. */
export function whyWords({ basis, late, follows }: Expectation, card: Card, { counted, runs }: Of): string {
  if (basis === "counted") return words.why.counted;
  if (!counted && basis !== "organiser") return words.why.kept;
  return [
    basis === "organiser" ? words.why.organiser : saidOf(basis, card),
    late && words.why.late,
    runs > 1 && words.why.shared,
    follows && words.why.follows,
  ]
    .filter(Boolean)
    .join(" ");
}

function saidOf(
  basis: "room" | "stars" | "hands",
  { hands, room = 0, paper = 0, stars = 0 }: Pick<Card, "hands" | "room" | "paper" | "stars">,
): string {
  if (basis === "room") return words.why.room(room);
  return basis === "stars" ? words.why.stars(stars, paper) : words.why.hands(hands, paper);
}

/** What the rooms that were counted say of all others; null while none was. */
export function turnoutWords({ rooms, counted, expected }: Turnout): string | null {
  return rooms === 0 ? null : words.turnout(rooms, written(counted), written(expected));
}

/** Among how many people sessions are shared out, and how that is known. */
export const crowdWords = ({ people, places, basis }: Crowd) =>
  words.crowd[basis](written(people), written(places));
