/** Which comes first in `7/4/2026`, the day or the month: decided for a whole file, never cell by cell. */
import { dateOf, daysBetween, laterDay, weekdayOf } from "#domain/time/local.ts";

export type DateOrder = "day" | "month";

/** What decided: the organiser, a number over 12, the camp's own day, days that lie together, or the zone's habit. */
export type OrderReason = "told" | "over_12" | "camp_day" | "together" | "zone";

/** The order dates are read in, why, and one of them as it stands in the file. */
export type ReadOrder = { order: DateOrder; reason: OrderReason; example: string };

const SLASHED = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?=$|[T ,])/;

/** Days of a camp lie within so many days of each other. */
const TOGETHER_DAYS = 14;

/** Zones of the countries that write the month first: the United States and its islands. */
const MONTH_FIRST =
  /^(US\/|America\/(New_York|Detroit|Chicago|Denver|Phoenix|Los_Angeles|Anchorage|Juneau|Sitka|Nome|Adak|Yakutat|Metlakatla|Menominee|Boise|Puerto_Rico|Indiana\/|Kentucky\/|North_Dakota\/)|Pacific\/(Honolulu|Guam))/;

/**
 * Decides the order of day and month from every cell that has a date; null when none could be read both ways.
 *
 * @param day the camp's own, `YYYY-MM-DD`
 * @param told what the organiser said, which always counts
 */
export function orderOfDates(
  cells: readonly string[],
  { zone, day }: { zone: string; day: string },
  told: DateOrder | null,
): ReadOrder | null {
  const found = cells.flatMap((cell) => SLASHED.exec(cell) ?? []);
  const dates = cells.filter((cell) => SLASHED.test(cell));
  const example = dates[0]?.split(/[T ,]/)[0];
  if (!example || found.length === 0) return null;
  if (told) return { order: told, reason: "told", example };
  const pairs = dates.map((cell) => SLASHED.exec(cell)!.slice(1, 3).map(Number));
  const dayOver = pairs.filter(([first]) => first! > 12).length;
  const monthOver = pairs.filter(([, second]) => second! > 12).length;
  if (dayOver !== monthOver)
    return { order: dayOver > monthOver ? "day" : "month", reason: "over_12", example };
  const days = { day: daysIn(dates, "day"), month: daysIn(dates, "month") };
  const only = (fits: (days: readonly string[]) => boolean) =>
    fits(days.day) === fits(days.month) ? null : fits(days.day) ? "day" : "month";
  const camp = only((some) => some.includes(day));
  if (camp) return { order: camp, reason: "camp_day", example };
  const together = only(lieTogether);
  if (together) return { order: together, reason: "together", example };
  return { order: MONTH_FIRST.test(zone) ? "month" : "day", reason: "zone", example };
}

function daysIn(dates: readonly string[], order: DateOrder): string[] {
  return [...new Set(dates)].flatMap((cell) => readDay(cell.split(/[T ,]/)[0]!, order) ?? []);
}

function lieTogether(days: readonly string[]): boolean {
  const [first, last] = [days.toSorted()[0], days.toSorted().at(-1)];
  if (!first || !last) return false;
  return daysBetween(first, last) <= TOGETHER_DAYS;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const WORDED = /^(?:[a-z]+,? )?(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{4}|\d{2})$/i;
const AMERICAN = /^(?:[a-z]+,? )?([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i;

/** Excel counts days from here, and has a 29 February 1900. */
const EXCEL_START = "1899-12-30";

/**
 * Reads `2026-07-14`, `14/07/2026`, `14.7.2026`, `14 July 2026`, `July 14, 2026` or `46217`, as Excel counts, as
 * `YYYY-MM-DD`; null when there is no such day.
 */
export function readDay(text: string, order: DateOrder): string | null {
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:T00:00(?::00)?)?$/.exec(text);
  if (iso) return dayOf(iso[1]!, Number(iso[2]), Number(iso[3]));
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/.exec(text);
  if (dotted) return dayOf(dotted[3]!, Number(dotted[2]), Number(dotted[1]));
  const slashed = SLASHED.exec(text);
  if (slashed && slashed[0] === text) {
    const [first, second] = [Number(slashed[1]), Number(slashed[2])];
    return order === "day" ? dayOf(slashed[3]!, second, first) : dayOf(slashed[3]!, first, second);
  }
  if (/^[2-9]\d{4}$/.test(text)) return laterDay(EXCEL_START, Number(text));
  const [, day, name, year] = WORDED.exec(text) ?? shuffled(AMERICAN.exec(text));
  const month = MONTHS.indexOf(name?.slice(0, 3).toLowerCase() ?? "") + 1;
  return day && year && month > 0 ? dayOf(year, month, Number(day)) : null;
}

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** Reads `Thursday`, or its beginning, as the first one on or after a day. @returns null for any other word */
export function readWeekday(text: string, day: string): string | null {
  const weekday = /^[a-z]{3,9}$/i.test(text) ? WEEKDAYS.indexOf(text.slice(0, 3).toLowerCase()) + 1 : 0;
  if (weekday === 0) return null;
  return laterDay(day, (weekday - weekdayOf(day) + 7) % 7);
}

function shuffled(american: RegExpExecArray | null): (string | undefined)[] {
  return american ? [american[0], american[2], american[1], american[3]] : [];
}

/** Two digits are a year of this century; Excel writes them so where its owner has it so. */
function dayOf(year: string, month: number, day: number): string | null {
  return dateOf(Number(year.length === 2 ? `20${year}` : year), month, day);
}
