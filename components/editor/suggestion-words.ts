/** What a suggestion says of itself: how good it is, how far from the best, and what it goes by. */
import type { Card } from "#domain/draft.ts";
import {
  isThinking,
  type SecondGrid,
  type SuggestedGrid,
  type SuggestedRepeat,
  type Suggestion,
  verdictOf,
} from "#domain/suggestion.ts";
import { count, list } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { each, written } from "./words.ts";

const words = wordsOf("suggestion");

/** Whether hands were counted in the room or on paper: they size rooms, and nobody knows whose they are. */
export function isCountedByHand(cards: Iterable<Pick<Card, "room" | "paper">>): boolean {
  return [...cards].some(({ room = 0, paper = 0 }) => room + paper > 0);
}

/** "Everyone gets 4.41 of the 4.8 sessions they want". */
export function headline({ served, wishes, people }: SuggestedGrid): string {
  if (wishes === 0) return words.nobody;
  const [got, could] = [each(served, people), each(wishes, people)];
  return got === could ? words.shareSame(could) : words.share(got, could);
}

/** What a second grid would take and bring beyond the first. */
export function secondWords({ moves, served }: SecondGrid): string {
  const [more, met] = [
    count(moves, words.second.moves, readerLocale()),
    count(served, words.second.wishes, readerLocale()),
  ];
  return words.second.words(more, met);
}

/** "12 people want it, can’t come as it is, … That includes 3 people who host …" */
export function repeatWords({
  people,
  hosting,
  seats,
}: Pick<SuggestedRepeat, "people" | "hosting" | "seats">) {
  const { serves, hosts, seated } = words.repeats;
  return [
    people > 0 && count(people, serves, readerLocale()),
    hosting > 0 && (hosting === people ? hosts.all : count(hosting, hosts.some, readerLocale())),
    seats > 0 && count(seats, seated, readerLocale()),
  ]
    .filter(Boolean)
    .join(" ");
}

type What = {
  byHand: boolean;
  /** Whether the draft is the suggestion. */
  placed?: boolean;
};

/** How good it is, how far from the best, and what it goes by where that is not all that is known. */
export function sentence(suggestion: Suggestion, { byHand, placed = false }: What): string {
  const { best, state, taken } = suggestion;
  if (!best) return "";
  const wished = best.wishes > 0;
  const verdict = wished ? verdictOf(suggestion) : null;
  return [
    wished ? words.wishes(written(best.served), written(best.wishes)) : words.noHands,
    byHand && (wished ? count(best.people, words.goesBy, readerLocale()) : words.byHand),
    wished && best.unseated > 0 && count(best.unseated, words.unseated, readerLocale()),
    verdict?.kind === "best" && words.best,
    verdict?.kind === "within" && count(verdict.more, words.within, readerLocale()),
    verdict?.kind === "open" && words.open,
    wished && isThinking(state) && verdict?.kind !== "best" && (taken ? words.proving : words.looking),
    placed && words.same,
  ]
    .filter(Boolean)
    .join(" ");
}

/** Why it has no place, in a sentence of its own. */
export function because(rule: keyof typeof words.rules, titles: readonly string[]): string {
  const why = words.rules[rule];
  const whole = titles.length > 0 ? words.change.because(why, list(titles.slice(0, 3), readerLocale())) : why;
  return `${whole.charAt(0).toUpperCase()}${whole.slice(1)}.`;
}
