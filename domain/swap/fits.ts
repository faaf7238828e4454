/** Whether what one can show is what another wants to see. */
import { stemsOf } from "#domain/likeness.ts";
import type { CardSays } from "#domain/swap.ts";

type Words = Pick<CardSays, "way" | "area" | "line">;

/**
 * In the same way, and about the same: the area that is wanted shares a telling word with what is shown, or is anything.
 * @param show a card of kind `show` @param see a card of kind `see`
 */
export function fits(show: Words, see: Words): boolean {
  if (show.way !== see.way) return false;
  const wanted = stemsOf(see.area);
  if (wanted.size === 0) return true;
  const shown = stemsOf(`${show.area} ${show.line}`);
  return [...wanted].some((stem) => shown.has(stem));
}
