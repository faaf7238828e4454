/** The days and slots of a camp, as another camp on another date has them: what the clocks say stays. */
import { movedDays } from "#domain/time/days.ts";
import { movedSpan, overlap, type Span } from "#domain/time/slot-times.ts";

type Day = { id: string; date: string; startsAt: string };

/** Its first day, its doors and its zone; `YYYY-MM-DD` and `HH:MM`. */
export type Shift = { day: string; doors: string; zone: string };

/**
 * @param slots in milliseconds since 1970, in order
 * @returns null when a day would leave the years a camp may be in. `slots` has only those that can be: none at a time
 *   that the clocks there skip, and none that would meet another, from an hour that was shown twice
 */
export function shifted<S extends Span>(
  camp: { days: readonly Day[]; zone: string },
  slots: readonly S[],
  to: Shift,
): { days: { id: string; date: string; startsAt: number }[]; slots: S[] } | null {
  const days = movedDays(camp.days, camp.zone, to);
  if (!days) return null;
  const from = { day: camp.days[0]!.date, zone: camp.zone };
  const kept: S[] = [];
  for (const slot of slots) {
    const span = movedSpan(slot, from, to);
    if (span && !kept.some((other) => overlap(other, span))) kept.push({ ...slot, ...span });
  }
  return { days, slots: kept };
}
