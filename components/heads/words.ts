/** What is known of a room's heads, in words. */
import type { HeadCount } from "#domain/heads.ts";
import { number } from "#messages/counts.ts";
import { type Place, time } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";

const words = wordsOf("heads");

export function knownWords(
  known: Pick<HeadCount, "heads" | "at"> | null,
  expected: number | null,
  place: Place,
): string {
  if (known) return words.counted(written(known.heads), time(known.at, place));
  return expected === null ? words.unknown : words.expected(written(expected));
}

export const written = (heads: number): string => number(heads, readerLocale());
