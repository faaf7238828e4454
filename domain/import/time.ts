/** Times as people and spreadsheets write them, on the camp's own clocks. */
import { type DateOrder, readDay } from "#domain/import/dates.ts";
import { inRange } from "#domain/limits.ts";
import { shownAt } from "#domain/time/local.ts";

/**
 * An instant in milliseconds since 1970, and whether the clocks show it twice that night; or why it is none: the text
 * is no time, its year is none a camp can have, or the clocks skip it.
 */
export type ReadInstant =
  | { at: number; repeated: boolean; dated: boolean }
  | { wrong: "no_time" | "no_day" | "clocks_skip" };

const DATED =
  /^(\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|(?:[a-z]+,? )?\d{1,2}(?:st|nd|rd|th)?[ -][a-z]{3,9}\.?,?[ -]\d{4}|(?:[a-z]+,? )?[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})(?:T|,? (?:at )?)(.+)$/i;

/** Days as Excel counts them, the time being the fraction. */
const SERIAL = /^([2-9]\d{4})\.(\d+)$/;
const FRACTION = /^0?\.\d+$/;

/** A quarter of a day, or 25 minutes past midnight; `0.75` can only be the one. */
const EITHER = /^0?\.[0-5]\d$/;

/** Said with another hour than that of midnight. */
const CLOCK = /^0?[1-9]\d?[:.]\d{2}|^00?:\d{2}|[ap]\.?m\.?$|noon$|midnight$/i;

/**
 * How `0.25` is read: as spreadsheets write a time into a file, or as people do; and whether anything else in the file
 * says so, or nothing does.
 */
export type TimeStyle = { fractions: boolean; sure: boolean };

/** Decided for a whole file, never cell by cell. @param cells every one that has a time */
export function styleOfTimes(cells: readonly string[]): TimeStyle {
  const fractions = cells.some((cell) => FRACTION.test(cell) && !EITHER.test(cell));
  return { fractions, sure: !fractions && cells.some((cell) => CLOCK.test(cell)) };
}

/** Whether a time was read as it is only because of a guess. */
export function isGuessed(text: string, style: TimeStyle): boolean {
  return EITHER.test(text) && !style.sure;
}

/**
 * Reads a local time: `2026-07-14T10:00`, `7/14/2026 10:00 AM`, `46217.4375`, or with the day given apart `10:00`,
 * `10.30`, `1.30pm`, `9 am`, `12 noon`, `24:00`. A time with its own offset (`…T10:00Z`) is that instant.
 *
 * @param day `YYYY-MM-DD`, for times that name none
 * @param fractions whether `0.25` is a quarter of a day
 */
export function readInstant(
  text: string,
  day: string,
  zone: string,
  { order, fractions }: { order: DateOrder; fractions: boolean },
): ReadInstant {
  const exact = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.test(text);
  if (exact) return absolute(text);
  const serial = SERIAL.exec(text);
  const [, date = "", clock = text] = serial ?? DATED.exec(text) ?? [];
  const on = date ? readDay(date, order) : day;
  const minutes = serial ? ofDay(Number(`0.${serial[2]}`)) : readClock(clock.trim(), fractions);
  if (minutes === null) return { wrong: "no_time" };
  if (!on || !inRange(Number(on.slice(0, 4)), "years")) return { wrong: "no_day" };
  const shown = shownAt(on, minutes, zone);
  return shown ? { ...shown, dated: date !== "" } : { wrong: "clocks_skip" };
}

function absolute(text: string): ReadInstant {
  const at = Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, "$1:$2"));
  return Number.isNaN(at) ? { wrong: "no_time" } : { at, repeated: false, dated: true };
}

/** Minutes since midnight, up to 1440; null where a text is no time of day. */
export function readClock(text: string, fractions = false): number | null {
  if (FRACTION.test(text) && (fractions || !EITHER.test(text))) return ofDay(Number(text));
  if (/^(12 )?noon$/i.test(text)) return 12 * 60;
  if (/^(12 )?midnight$/i.test(text)) return 0;
  const [, hours, minutes = "0", half] =
    /^(\d{1,2})(?:[:.](\d{2}))?(?::\d{2}(?:\.\d+)?)?\s*([ap]\.?m\.?)?$/i.exec(text) ?? [];
  if (hours === undefined || (!half && !/[:.]/.test(text))) return null;
  const late = /^p/i.test(half ?? "");
  const hour = half ? (Number(hours) % 12) + (late ? 12 : 0) : Number(hours);
  if (Number(minutes) > 59 || (half && (Number(hours) > 12 || Number(hours) === 0))) return null;
  const all = hour * 60 + Number(minutes);
  return all > 24 * 60 ? null : all;
}

/** A fraction of a day in whole minutes; Excel rounds its own. */
function ofDay(fraction: number): number {
  return Math.round(fraction * 24 * 60);
}

/**
 * Takes one cell with a start and an end apart: `11am-noon`, `10:00 – 10:45`, `1.30-2.15pm`. A half of the day that
 * is said once is said of both, as far as the first then lies before the second.
 */
export function splitSpan(text: string): [start: string, end: string] | null {
  const parts = text.split(/\s*(?:[-–—]|\bto\b|\buntil\b)\s*/i);
  const [start = "", end = ""] = parts;
  if (parts.length !== 2 || start === "" || end === "") return null;
  const half = /[ap]\.?m\.?$/i.exec(end)?.[0];
  if (!half || /[ap]\.?m\.?$|noon|midnight/i.test(start)) return [start, end];
  const [from, to] = [readClock(`${start}${half}`), readClock(end)];
  if (from === null || to === null) return [start, end];
  return from < to
    ? [`${start}${half}`, end]
    : [`${start}${half[0]!.toLowerCase() === "p" ? "am" : "pm"}`, end];
}
