/** A camp's day as its organisers write it: rows of local times, and the instants they are. */
import { LONGEST_SLOT_HOURS } from "#domain/limits.ts";
import type { SlotKind } from "#domain/slot.ts";
import { instantAt, isDay, isShown, laterDay, localAt, movedDay } from "#domain/time/local.ts";

/**
 * A row of the day as an organiser types it: `YYYY-MM-DD` and `HH:MM`, on the camp's own clocks. It belongs to
 * the day on which it starts; an end at or before its start is on the next.
 */
export type LocalSlot = { kind: SlotKind; title: string; day: string; starts: string; ends: string };

const HOUR = 3_600_000;

/** Milliseconds since 1970. */
export type Span = { startsAt: number; endsAt: number };

/** Why a row cannot stand: its day or a time is on no clock, its night is too long, or it meets an earlier row. */
export type Misfit = "no_such_day" | "no_such_time" | "too_long" | "overlaps";

type Times = Pick<LocalSlot, "day" | "starts" | "ends">;

const lastDay = ({ day, starts, ends }: Times) => (ends <= starts ? laterDay(day, 1) : day);

/** The instants of a row. @throws RangeError when its date, a time or the zone does not exist */
export function spanOf(row: Times, zone: string): Span {
  return {
    startsAt: instantAt(row.day, row.starts, zone),
    endsAt: instantAt(lastDay(row), row.ends, zone),
  };
}

/** A span as local times. */
export function timesOf({ startsAt, endsAt }: Span, zone: string): Times {
  const starts = localAt(startsAt, zone);
  return { day: starts.day, starts: starts.time, ends: localAt(endsAt, zone).time };
}

/** What is wrong with one row by itself, or null. */
export function misfitOf(row: Times, zone: string): Exclude<Misfit, "overlaps"> | null {
  if (!isDay(row.day) || !isDay(lastDay(row))) return "no_such_day";
  if (!isShown(row.day, row.starts, zone) || !isShown(lastDay(row), row.ends, zone)) return "no_such_time";
  const { startsAt, endsAt } = spanOf(row, zone);
  return row.ends <= row.starts && endsAt - startsAt > LONGEST_SLOT_HOURS * HOUR ? "too_long" : null;
}

/** Times as a form sends them back; `id` says which slot they were shown for. */
type Listed = Times & { id?: string | null };

export type StoredSpans = ReadonlyMap<string, Span>;

/**
 * The stored instants of a row whose times were left as they are shown, or null: in the hour that the clocks show
 * twice, its times alone do not tell.
 */
export function keptSpan(row: Listed, zone: string, stored: StoredSpans): Span | null {
  const span = stored.get(row.id ?? "");
  if (!span) return null;
  const { day, starts, ends } = timesOf(span, zone);
  return row.day === day && row.starts === starts && row.ends === ends ? span : null;
}

/**
 * The first row that cannot stand beside those before it, or null. A row left as it was shown is judged by its stored
 * instants.
 */
export function firstMisfit(
  rows: readonly Listed[],
  zone: string,
  stored: StoredSpans = new Map(),
): { row: number; why: Misfit } | null {
  const before: Span[] = [];
  for (const [row, times] of rows.entries()) {
    const kept = keptSpan(times, zone, stored);
    const why = kept ? null : misfitOf(times, zone);
    if (why) return { row, why };
    const span = kept ?? spanOf(times, zone);
    if (before.some((other) => overlap(other, span))) return { row, why: "overlaps" };
    before.push(span);
  }
  return null;
}

/** Whether two things are at one time. */
export function overlap(a: Span, b: Span): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}

/**
 * A span moved along with its camp's first day, or to another zone: what the clock on the wall says stays.
 *
 * @returns null when the clocks there never show one of its times, or it would leave the years a camp may be in
 */
export function movedSpan(
  span: Span,
  from: { day: string; zone: string },
  to: { day: string; zone: string },
): Span | null {
  const ends = [span.startsAt, span.endsAt].map((instant) => {
    const local = localAt(instant, from.zone);
    const day = movedDay(local.day, from.day, to.day);
    return isDay(day) && isShown(day, local.time, to.zone) ? instantAt(day, local.time, to.zone) : null;
  });
  const [startsAt = null, endsAt = null] = ends;
  if (startsAt === null || endsAt === null) return null;
  // What began in an hour that the clocks showed twice may seem to end before it: then it stays as long as it was.
  return { startsAt, endsAt: endsAt > startsAt ? endsAt : startsAt + span.endsAt - span.startsAt };
}

const SESSION_MINUTES = 45;
const GAP_MINUTES = 15;

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
 * A sensible day to start from, half an hour after doors. Rows that would run past midnight are left out, and so are
 * those at a time that the clocks skip.
 *
 * @param doors `HH:MM`
 * @param titles what the breaks are called, in their order
 */
export function ordinaryDay(
  day: string,
  doors: string,
  zone: string,
  titles: readonly string[] = [],
): LocalSlot[] {
  let at = minutesOf(doors) + 30;
  let breaks = 0;
  const rows: LocalSlot[] = [];
  for (const { kind, title, minutes: length, gap } of ORDINARY) {
    if (at + length >= 24 * 60) break;
    const called = kind === "break" ? (titles[breaks++] ?? title) : title;
    const row = { kind, title: called, day, starts: clockOf(at), ends: clockOf(at + length) };
    if (misfitOf(row, zone) === null) rows.push(row);
    at += length + gap;
  }
  return rows;
}

/** Minutes since midnight of `HH:MM`. */
export function minutesOf(time: string): number {
  const [hours = 0, rest = 0] = time.split(":").map(Number);
  return hours * 60 + rest;
}

/** `HH:MM` of minutes since midnight. */
export function clockOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
