/** How many to expect, in words: the range, what it goes by and why, and among whom sessions are shared out. */
import type { Expectation } from "#domain/audience.ts";
import type { Crowd } from "#domain/crowd.ts";
import type { Card } from "#domain/draft.ts";
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

/** The same in whole sentences. @param counted whether it is known how many hands are up */
export function whyWords(
  { basis, late }: Expectation,
  { hands, room = 0, paper = 0, stars = 0 }: Card,
  counted: boolean,
): string {
  if (basis === "organiser") return words.why.organiser;
  if (!counted) return words.why.kept;
  if (basis === "room") return words.why.room(room);
  if (basis === "stars") return words.why.stars(stars, paper);
  const said = words.why.hands(hands, paper);
  return late ? `${said} ${words.why.late}` : said;
}

/** Among how many people sessions are shared out, and how that is known. */
export const crowdWords = ({ people, places, basis }: Crowd) =>
  words.crowd[basis](written(people), written(places));
