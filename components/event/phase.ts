import type { EventView } from "#domain/event.ts";
import { hasSeveralDays, type Step, stepAt } from "#domain/life.ts";
import { shortDay } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import { placeOf } from "./place.ts";

const words = wordsOf("event");

/** The name of a step, by default the present one; with its day where the camp has several. */
export function phaseOf(event: EventView, { phase, dayId }: Step = stepAt(event)): string {
  const at = hasSeveralDays(event) ? event.days.find(({ id }) => id === dayId) : undefined;
  const name = words.phases[phase];
  return at ? words.phaseOfDay(shortDay(at.startsAt, placeOf(event)), name) : name;
}
