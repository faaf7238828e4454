import { placeOf } from "#components/event/place.ts";
import type { Counted } from "#components/heads/counter.tsx";
import type { Counting } from "#db/heads.ts";
import type { EventView } from "#domain/event.ts";
import type { HeadCount } from "#domain/heads.ts";
import { mayOf, type Viewer } from "#domain/viewer.ts";
import { number } from "#messages/counts.ts";
import { time } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";

const words = wordsOf("heads");

/** As whom somebody counts: whoever runs the day in every room, else a host in their own session; null for nobody. */
export function countingAs({ crew, attendee }: Pick<Viewer, "crew" | "attendee">): Counting | null {
  const may = mayOf(crew, "runPitches");
  if (may) return { crew: may };
  return attendee && { host: attendee };
}

/** What is known of a room's heads, in words. */
export function countedWords(
  known: Pick<HeadCount, "heads" | "at"> | null,
  expected: number | null,
  event: EventView,
): Counted {
  const n = (heads: number) => number(heads, readerLocale());
  if (known)
    return {
      ...{ heads: known.heads, refusal: null },
      said: words.counted(n(known.heads), time(known.at, placeOf(event))),
    };
  return {
    heads: null,
    said: expected === null ? words.unknown : words.expected(n(expected)),
    refusal: null,
  };
}
