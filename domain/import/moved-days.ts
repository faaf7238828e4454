/** The days of a file moved onto those of a camp, so that last year's grid becomes this year's. */
import type { Problem, Tell } from "#domain/import/problem.ts";
import { remembered } from "#domain/import/remember.ts";
import { daysBetween, laterDay, localAt, shownAt } from "#domain/time/local.ts";
import type { Span } from "#domain/time/slot-times.ts";

/** On which days the rows of a file come to stand: those it names, or those of the camp. */
export const DAYS_OF = ["camp", "file"] as const;
export type DaysOf = (typeof DAYS_OF)[number];

/** Each day of the file and the camp's it would be moved to; null where the camp has no more. All `YYYY-MM-DD`. */
export type MovedDays = { as: DaysOf; days: { from: string; to: string | null }[] };

/**
 * The first day of the file onto the first of the camp, and so on. They are moved unless a day of the file is one of
 * the camp's, or the organiser said otherwise.
 *
 * @param from the days of the file, the first one first @param camp the same of the camp; empty before it has any
 * @returns null where moving would change nothing
 */
export function moveDays(
  from: readonly string[],
  camp: readonly string[],
  told: DaysOf | null,
): MovedDays | null {
  const days = from.map((day, index) => ({ from: day, to: camp[index] ?? null }));
  if (camp.length === 0 || days.every(({ from, to }) => from === to)) return null;
  return { as: told ?? (from.some((day) => camp.includes(day)) ? "file" : "camp"), days };
}

/** Where a span comes to stand, or why it cannot. */
export function moverOf(
  { days }: MovedDays,
  zone: string,
): (span: Span, complain: Tell<Problem["code"]>) => Span | null {
  const to = new Map(days.map(({ from, to }) => [from, to]));
  const local = remembered((instant: number) => localAt(instant, zone));
  const shown = remembered((day: string, time: string) => {
    const [hours = 0, minutes = 0] = time.split(":").map(Number);
    return shownAt(day, hours * 60 + minutes, zone)?.at ?? null;
  });
  return ({ startsAt, endsAt }, complain) => {
    const [start, end] = [local(startsAt), local(endsAt)];
    const day = to.get(start.day) ?? null;
    if (day === null) {
      const there = days.filter((one) => one.to !== null).length;
      complain("start", "day_beyond", start.day, String(there));
      return null;
    }
    const from = shown(day, start.time);
    const until = shown(laterDay(day, daysBetween(start.day, end.day)), end.time);
    if (from !== null && until !== null && from < until) return { startsAt: from, endsAt: until };
    complain(from === null ? "start" : "end", "clocks_skip", from === null ? start.time : end.time);
    return null;
  };
}
