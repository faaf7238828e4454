import type { PeopleCounts } from "#domain/registration/places.ts";
import { number } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";

const { places } = wordsOf("desk");

/** A number as it is written, and what it counts. */
export type Figure = { value: string; label: string };

/** Those that count anything. */
export function figuresOf(counted: readonly (readonly [value: number, label: string])[]): Figure[] {
  return counted
    .filter(([value]) => value > 0)
    .map(([value, label]) => ({ value: number(value, readerLocale()), label }));
}

/**
 * Who has a place and what is free, and of the rest what there is; the places add up to those of the camp.
 * @param over whether the camp is over: then who had one, and nothing of what is free or to come
 */
export function placeFigures(counts: PeopleCounts, capacity: number, over: boolean): Figure[] {
  const n = (value: number) => number(value, readerLocale());
  if (over)
    return [
      { value: n(counts.confirmed), label: places.had(capacity) },
      ...figuresOf([[counts.waiting, places.waited]]),
    ];
  return [
    { value: n(counts.confirmed), label: places.have(capacity) },
    { value: n(counts.free), label: places.free },
    ...figuresOf([
      [counts.held, places.held],
      [counts.offered, places.offers(counts.offered)],
      [counts.over, places.over],
      [counts.later, places.later],
      [counts.keptBackLeft, places.keptBackLeft],
      [counts.waiting, places.waiting],
      [counts.paused, places.paused],
      [counts.entered, places.entered],
      [counts.unproven, places.unproven],
    ]),
  ];
}
