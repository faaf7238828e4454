import type { Answered } from "#components/desk/said.tsx";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("people");

/**
 * How many were offered a place, or why nobody was.
 * @param numbers offers made; places free and people waiting afterwards; 1 if it was an hour at which places are
 *   offered, else 0
 */
export function offeredAnswer([offers = 0, free = 0, waiting = 0, awake = 1]: readonly number[]): Answered {
  if (offers > 0) return { title: words.offered(offers) };
  const { title, full, nobody, asleep, unready } = words.nothing;
  const why = free === 0 ? full : waiting === 0 ? nobody : awake ? unready(waiting) : asleep;
  return { tone: "wait", title, next: why };
}
