/** Dates and instants as Postgres writes them. Whatever a row holds, reading it gives a date that pages can show. */

/** Where an instant lies that no date can hold, and a day that is none. */
const FIRST = Date.parse("0001-01-01T00:00:00Z");
const LAST = Date.UTC(9999, 11, 31);
const NO_DAY = "2000-01-01";

const STAMP =
  /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)(?:\.(\d+))?([+-])(\d\d)(?::?(\d\d))?(?::?(\d\d))?$/;

/**
 * The instant of a `timestamptz` in ISO style. Not left to `Date`, which takes the year 0099 for 1999, the year
 * 0026 for a day of the month, and gives nothing at all for `infinity`, years before Christ and after 9999.
 */
export function storedInstant(text: string): Date {
  const found = STAMP.exec(text);
  if (!found) return new Date(/^-|BC$/.test(text) ? FIRST : LAST);
  const [, year, month, day, hour, minute, second, fraction = "", sign, ...offset] = found;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  date.setUTCHours(Number(hour), Number(minute), Number(second), Number(fraction.padEnd(3, "0").slice(0, 3)));
  const [hours = 0, minutes = 0, seconds = 0] = offset.map((part) => Number(part ?? 0));
  const ahead = (hours * 3600 + minutes * 60 + seconds) * 1000;
  return new Date(date.getTime() - (sign === "-" ? -ahead : ahead));
}

/** A `date` as `YYYY-MM-DD`; what no calendar of ours can read is the first day of 2000. */
export function storedDay(text: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(text) ? text : NO_DAY;
}
