import type { GridView } from "#domain/grid.ts";
import { day, type Place } from "#messages/format.ts";

/** Whether the slots of a grid are on more than one day: then a time alone does not say when. */
export function hasDays({ slots }: Pick<GridView, "slots">, place: Place): boolean {
  return new Set(slots.map(({ startsAt }) => day(startsAt, place))).size > 1;
}
