/** How long a session goes on and when else it runs, as it is said beside its title. */
import type { Session } from "#domain/day.ts";
import type { GridView } from "#domain/grid.ts";
import { onSeveralDays } from "#domain/time/date.ts";
import { list } from "#messages/counts.ts";
import { type Place, time, timeOn } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";

const { run: words } = wordsOf("grid");

/** "Until 15:30", "Goes on until 15:30", "Also at 14:00": nothing of a session of one slot that runs once. */
export function runRemarks({ slots }: GridView, { run, goesOn, others }: Session, place: Place): string[] {
  const slot = slots.find(({ id }) => id === run.slotId);
  const until = time(run.endsAt, place);
  const several = onSeveralDays(slots, place.zone);
  const also = others.map(({ startsAt }) => timeOn(startsAt, several, place));
  return [
    ...(goesOn ? [words.goesOn(until)] : slot && slot.endsAt !== run.endsAt ? [words.until(until)] : []),
    ...(also.length > 0 ? [words.also(list(also, place.locale))] : []),
  ];
}
