/** One person's own day as lines to read, for mail. */
import type { GridView } from "#domain/grid.ts";
import { type Going, myDay, type SlotOfMine, type Whose } from "#domain/my-day.ts";
import { byDay, onSeveralDays } from "#domain/time/date.ts";
import { list } from "#messages/counts.ts";
import { type Place, time, weekday } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("myDay");
const grids = wordsOf("grid");

/**
 * A line for each thing in it and each gap, in order of time, under the name of each day where there are several.
 * @param now milliseconds since 1970
 */
export function dayLines(grid: GridView, whose: Whose, now: number, place: Place): string[] {
  const day = myDay(grid, whose, now);
  const several = onSeveralDays(grid.slots, place.zone);
  return byDay(grid.slots, place.zone).flatMap(({ things }) => {
    const ids = new Set(things.map(({ id }) => id));
    const lines = day.filter(({ slot }) => ids.has(slot.id)).flatMap((slot) => linesOf(slot, place));
    const first = things[0];
    return several && first ? [weekday(first.startsAt, place), ...lines] : lines;
  });
}

function linesOf({ slot, goings, goesOn, free }: SlotOfMine, place: Place): string[] {
  const at = time(slot.startsAt, place);
  if (goings.length + goesOn.length > 0) return goings.map((going) => goingLine(at, going, place));
  if (slot.kind === "break") return [words.line(at, grids.now.break(slot.title))];
  return [words.line(at, free > 0 ? words.free(free) : words.nothing)];
}

function goingLine(at: string, { pitch, room, hosts, besides }: Going, place: Place): string {
  const said = words.going(pitch.title, room.name, hosts ? words.host : "");
  const titles = besides.map(({ title }) => `“${title}”`);
  return words.line(at, besides.length > 0 ? `${said}. ${words.besides(list(titles, place.locale))}` : said);
}
