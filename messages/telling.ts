import type { Arranged } from "#domain/grid.ts";
import type { Said, Showing } from "#domain/telling.ts";
import { onSeveralDays } from "#domain/time/date.ts";
import { count, list } from "#messages/counts.ts";
import { type Place, rangeOn, timeOn } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("telling");

/** So many sessions are named, of the rest how many. */
const NAMED = 3;

/** "Tea has moved to Studio 2, 2pm. Maps is off. 2 more have changed.", with the day where the camp has several. */
export function toldWords(said: readonly Said[], grid: Pick<Arranged, "slots"> | null, place: Place): string {
  const all = [...(grid?.slots ?? []), ...said.flatMap(({ is }) => is)];
  const several = onSeveralDays(all, place.zone);
  const shown = said.length === NAMED + 1 ? said : said.slice(0, NAMED);
  const more = said.length - shown.length;
  return [
    ...shown.map((one) => sentence(one, several, place)),
    ...(more > 0 ? [count(more, words.more, place.locale)] : []),
  ].join(" ");
}

function sentence({ title, is, news }: Said, several: boolean, place: Place): string {
  if (news === "taken_off" || is.length === 0) return words.taken_off(title);
  const times = ({ startsAt, endsAt }: Showing) => rangeOn(startsAt, endsAt, several, place);
  const where = ({ room, startsAt }: Showing) => words.where(room, timeOn(startsAt, several, place));
  return words[news](title, list(is.map(news === "ends" ? times : where), place.locale));
}
