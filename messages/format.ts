/**
 * How times and dates are written. Everything takes its locale, and every instant its zone:
 * nothing here asks the machine where or when it is. Instants come in as `Date` or ISO 8601 strings.
 */
import { type Locale, list } from "#messages/counts.ts";

/** Where and in which language something is read. `zone` is an IANA name such as "Europe/London". */
export type Place = { locale: Locale; zone: string };

type Instant = Date | string;

// Making a formatter costs about a hundred times what using one does, and a grid formats hundreds of times.
const kept = new Map<string, Intl.DateTimeFormat>();

function formatter({ locale, zone }: Place, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${JSON.stringify(options)}`;
  const found = kept.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
  kept.set(key, found);
  return found;
}

const at = (instant: Instant) => (typeof instant === "string" ? new Date(instant) : instant);

/**
 * A time of day: "9am", "1.30pm", "12 noon", "12 midnight" in English (the style of GOV.UK); elsewhere what
 * `Intl` writes. @throws RangeError when the instant is not a date or the zone is unknown.
 */
export function time(instant: Instant, place: Place): string {
  if (!place.locale.startsWith("en")) {
    return formatter(place, { hour: "numeric", minute: "2-digit" }).format(at(instant));
  }
  const [hour, minute] = clock(instant, place);
  if (minute === 0 && hour % 12 === 0) return hour === 12 ? "12 noon" : "12 midnight";
  const minutes = minute === 0 ? "" : `.${String(minute).padStart(2, "0")}`;
  return `${hour % 12 || 12}${minutes}${hour < 12 ? "am" : "pm"}`;
}

/** Hours 0 to 23 and minutes, as the wall clock in that zone shows them. */
function clock(instant: Instant, { zone }: Place): [hour: number, minute: number] {
  const parts = formatter(
    { locale: "en-GB", zone },
    { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  );
  const [hour = 0, minute = 0] = parts.format(at(instant)).split(":").map(Number);
  return [hour, minute];
}

/** The big clock on the wall: "1.53", "12.00". Twelve hours, because nobody in the room doubts which half it is. */
export function wallClock(instant: Instant, place: Place): string {
  const [hour, minute] = clock(instant, place);
  return `${hour % 12 || 12}.${String(minute).padStart(2, "0")}`;
}

/** From and until: "1.30pm to 2.15pm" in English, with a dash elsewhere. */
export function timeRange(from: Instant, until: Instant, place: Place): string {
  return [time(from, place), time(until, place)].join(place.locale.startsWith("en") ? " to " : " – ");
}

/** A date without its year: "14 July". */
export function day(instant: Instant, place: Place): string {
  return formatter(place, { day: "numeric", month: "long" }).format(at(instant));
}

/** A date with the day of the week: "Friday 14 July". */
export function weekday(instant: Instant, place: Place): string {
  // British English puts a comma after the weekday in some versions of the Unicode data and not in others.
  return formatter(place, { weekday: "long", day: "numeric", month: "long" })
    .format(at(instant))
    .replace(",", "");
}

/** A date that must be read years later: "14 July 2026". */
export function fullDay(instant: Instant, place: Place): string {
  return formatter(place, { day: "numeric", month: "long", year: "numeric" }).format(at(instant));
}

/** A day among others of one grid: with its year where they are not all of one. */
export function weekdayAmong(instant: Instant, all: readonly Instant[], place: Place): string {
  const years = new Set(all.map((each) => formatter(place, { year: "numeric" }).format(at(each))));
  return years.size > 1 ? longDay(instant, place) : weekday(instant, place);
}

/** A date to compare with another: "Friday 14 July 2026". */
export function longDay(instant: Instant, place: Place): string {
  return formatter(place, { weekday: "long", day: "numeric", month: "long", year: "numeric" })
    .format(at(instant))
    .replace(",", "");
}

/**
 * A time as it is said at another: with its day where that is not the same.
 *
 * @param now milliseconds since 1970
 */
export function timeAway(instant: Instant, now: number, place: Place): string {
  const same = fullDay(instant, place) === fullDay(new Date(now), place);
  return same ? time(instant, place) : `${time(instant, place)} on ${weekday(instant, place)}`;
}

/** A date as short as it can be told from every other of a camp: "Sat 14 Jul". */
export function shortDay(instant: Instant, place: Place): string {
  return formatter(place, { weekday: "short", day: "numeric", month: "short" })
    .format(at(instant))
    .replace(",", "");
}

/** A time of a camp: with its day where the camp has several, "10am on Sat 14 Jul". */
export function timeOn(instant: Instant, several: boolean, place: Place): string {
  return several ? `${time(instant, place)} on ${shortDay(instant, place)}` : time(instant, place);
}

/** From and until, with the day of the beginning where the camp has several: "Sat 14 Jul, 10am to 11am". */
export function rangeOn(from: Instant, until: Instant, several: boolean, place: Place): string {
  const range = timeRange(from, until, place);
  return several ? `${shortDay(from, place)}, ${range}` : range;
}

/** From and until with the day in full, then that of the end where it is another: "Tuesday 14 July, 11pm to 2am, Wednesday 15 July". */
export function nightRange(from: Instant, until: Instant, place: Place): string {
  const [begins, ends] = [weekday(from, place), weekday(until, place)];
  return `${begins}, ${timeRange(from, until, place)}${begins === ends ? "" : `, ${ends}`}`;
}

/** The dates of a camp, each named in full: "Friday 13 July and Saturday 14 July". */
export function dates(instants: readonly Instant[], place: Place): string {
  return list(
    instants.map((instant) => weekday(instant, place)),
    place.locale,
  );
}

/** The dates from one to another: "14 to 15 July" in English, with a dash elsewhere. */
export function dayRange(from: Instant, until: Instant, year: boolean, place: Place): string {
  const options = { day: "numeric", month: "long", ...(year && { year: "numeric" as const }) } as const;
  // What stands around the dash differs from one version of the Unicode data to the next.
  const dash = place.locale.startsWith("en") ? " to " : " – ";
  return formatter(place, options)
    .formatRange(at(from), at(until))
    .replace(/\s*–\s*/u, dash);
}

/** When doors open: once for all days where it is the same, else day by day. */
export function doors(instants: readonly Instant[], place: Place): string {
  const times = new Set(instants.map((instant) => time(instant, place)));
  if (times.size === 1) return [...times][0]!;
  return list(
    instants.map((instant) => timeOn(instant, true, place)),
    place.locale,
  );
}
