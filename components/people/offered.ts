import type { Answered } from "#components/desk/said.tsx";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("people");

/**
 * How many were offered a place, or why nobody was.
 * @param numbers offers made; places free and people waiting afterwards; 1 if it was an hour at which places are
 *   offered, else 0; people who can be reached
 */
export function offeredAnswer([
  offers = 0,
  free = 0,
  waiting = 0,
  awake = 1,
  ready = 0,
]: readonly number[]): Answered {
  if (offers > 0) return { title: words.offered(offers) };
  const { title, full, nobody, asleep, unready, kept } = words.nothing;
  const why =
    free === 0 ? full : waiting === 0 ? nobody : !awake ? asleep : ready > 0 ? kept : unready(waiting);
  return { tone: "wait", title, next: why };
}
