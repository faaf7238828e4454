import { instantAt } from "#domain/time/local.ts";
import type { WriteUpView } from "#domain/write-up.ts";
import { day, type Place } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("writeUp");

type About = Pick<WriteUpView, "of" | "title">;

/** What a write-up is of: the title of a session, or a day as the camp's calendar says it. */
export function nameOf({ of, title }: About, place: Place): string {
  if (of.pitchId !== null) return title ?? words.untitled;
  return day(new Date(instantAt(of.day, "12:00", place.zone)), place);
}
