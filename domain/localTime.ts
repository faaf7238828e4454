/** A camp's day as people write it: local dates and times of the camp's own zone, and the instants they are. */
import { Temporal } from "temporal-polyfill";
import type { SlotKind } from "#domain/slot.ts";

/** A row of the day as an organiser types it: `YYYY-MM-DD` and `HH:MM`, on the camp's own clocks. */
export type LocalSlot = { kind: SlotKind; title: string; day: string; starts: string; ends: string };

/** Whether this runtime knows an IANA zone by that name. */
export function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

/**
 * The instant of a local date and time. In the hour that summer time skips it is an hour later, and in
 * the one it repeats the first (RFC 5545's rule, Temporal's "compatible").
 *
 * @returns milliseconds since 1970
 * @throws RangeError when the date, the time or the zone does not exist
 */
export function instantAt(day: string, time: string, zone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;
}

/** The local date and time of an instant. @param instant milliseconds since 1970 */
export function localAt(instant: number, zone: string): { day: string; time: string } {
  const at = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  return { day: at.toPlainDate().toString(), time: at.toPlainTime().toString({ smallestUnit: "minute" }) };
}

/** Calendar days from one date to another; negative when it lies before. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "days" }).days;
}

/** The same local day moved along when a camp's first day moves. */
export function movedDay(day: string, from: string, to: string): string {
  return Temporal.PlainDate.from(day)
    .add({ days: daysBetween(from, to) })
    .toString();
}

const SESSION_MINUTES = 45;
const GAP_MINUTES = 15;

/** An ordinary day: welcome and pitching, two sessions, lunch, three sessions, and how it was. */
const ORDINARY: { kind: SlotKind; title: string; minutes: number; gap: number }[] = [
  { kind: "break", title: "Welcome and pitching", minutes: 75, gap: 15 },
  { kind: "session", title: "", minutes: SESSION_MINUTES, gap: GAP_MINUTES },
  { kind: "session", title: "", minutes: SESSION_MINUTES, gap: 0 },
  { kind: "break", title: "Lunch", minutes: 60, gap: 0 },
  { kind: "session", title: "", minutes: SESSION_MINUTES, gap: GAP_MINUTES },
  { kind: "session", title: "", minutes: SESSION_MINUTES, gap: GAP_MINUTES },
  { kind: "session", title: "", minutes: SESSION_MINUTES, gap: 0 },
  { kind: "break", title: "Goodbye and cake", minutes: 30, gap: 0 },
];

/**
 * A sensible day to start from, half an hour after doors; rows that would run past midnight are left out.
 *
 * @param doors `HH:MM`
 * @param titles what the breaks are called, in their order
 */
export function ordinaryDay(day: string, doors: string, titles: readonly string[] = []): LocalSlot[] {
  const [hours = 0, minutes = 0] = doors.split(":").map(Number);
  let at = hours * 60 + minutes + 30;
  let breaks = 0;
  const rows: LocalSlot[] = [];
  for (const { kind, title, minutes: length, gap } of ORDINARY) {
    if (at + length >= 24 * 60) break;
    const called = kind === "break" ? (titles[breaks++] ?? title) : title;
    rows.push({ kind, title: called, day, starts: clock(at), ends: clock(at + length) });
    at += length + gap;
  }
  return rows;
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** The index of the first row that ends before it starts or overlaps an earlier one, or null when the day is in order. */
export function firstMisfit(rows: readonly LocalSlot[]): number | null {
  for (const [index, row] of rows.entries()) {
    if (row.ends <= row.starts) return index;
    const overlaps = (other: LocalSlot) =>
      other.day === row.day && other.starts < row.ends && row.starts < other.ends;
    if (rows.slice(0, index).some(overlaps)) return index;
  }
  return null;
}

/** A camp's address made from its name: "LocalGov Camp 2026!" becomes "localgov-camp-2026". May be empty. */
export function suggestSlug(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f’']/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");
}
