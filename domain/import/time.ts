/** Dates and times as people and spreadsheets write them, on the camp's own clocks. */
import { Temporal } from "temporal-polyfill";

/**
 * Reads a local time: `2026-07-14T10:00`, `14/07/2026 10:00`, or with the day given apart `10:00`, `10.30`, `1.30pm`,
 * `9 am`, `12 noon`. Days before months, as everywhere these camps are.
 *
 * @param day `YYYY-MM-DD`, for times that name none
 * @returns milliseconds since 1970, or null when it is no time
 */
export function readInstant(text: string, day: string, zone: string): number | null {
  const [, date = "", clock = text] =
    /^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.]\d{1,2}[/.]\d{4})[T ,]+(.+)$/.exec(text) ?? [];
  const on = date ? readDay(date) : day;
  const at = readClock(clock.trim());
  if (!on || !at) return null;
  return Temporal.PlainDate.from(on).toZonedDateTime({ timeZone: zone, plainTime: at }).epochMilliseconds;
}

/** Reads `2026-07-14`, `14/07/2026` or `14.7.2026`. @returns `YYYY-MM-DD`, or null when there is no such day */
export function readDay(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text);
  const british = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text);
  const [year, month, day] = iso ? iso.slice(1) : british ? british.slice(1).reverse() : [];
  if (!year) return null;
  try {
    const fields = { year: Number(year), month: Number(month), day: Number(day) };
    return Temporal.PlainDate.from(fields, { overflow: "reject" }).toString();
  } catch {
    return null;
  }
}

function readClock(text: string): string | null {
  const [, hours, minutes = "0", half] =
    /^(\d{1,2})(?:[:.](\d{2}))?(?::\d{2}(?:\.\d+)?)?\s*(am|pm|noon|midnight)?$/i.exec(text) ?? [];
  if (hours === undefined || (!half && !/[:.]/.test(text))) return null;
  const late = /^pm$|^noon$/i.test(half ?? "");
  const hour = half ? (Number(hours) % 12) + (late ? 12 : 0) : Number(hours);
  if (hour > 23 || Number(minutes) > 59 || (half && Number(hours) > 12)) return null;
  return `${String(hour).padStart(2, "0")}:${minutes.padStart(2, "0")}`;
}
