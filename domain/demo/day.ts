/** The day of a demo camp, told from its third slot, so that it can be laid around any moment. */
import type { SlotKind } from "#domain/slot.ts";
import { hourAt, instantAt, laterDay, localAt, weekdayOf } from "#domain/time/local.ts";

/** Minutes from the beginning of slot 3; half past one on the day these were written for. */
const DAY: readonly { from: number; to: number; kind: SlotKind; title: string }[] = [
  { from: -210, to: -150, kind: "break", title: "Welcome and pitching" },
  { from: -150, to: -105, kind: "session", title: "" },
  { from: -90, to: -45, kind: "session", title: "" },
  { from: -45, to: 0, kind: "break", title: "Lunch and the cake table" },
  { from: 0, to: 45, kind: "session", title: "" },
  { from: 60, to: 105, kind: "session", title: "" },
  { from: 120, to: 165, kind: "session", title: "" },
  { from: 165, to: 195, kind: "break", title: "What we take home" },
];

const DOORS = -255;
const PITCHING = -200;
const MINUTE = 60_000;
/** Where a camp that is still to come is held. */
export const HOME = "Europe/London";

export const MOMENTS = ["weeks_before", "pitching", "third_slot"] as const;
export type Moment = (typeof MOMENTS)[number];

/** Instants are milliseconds since 1970. */
export type DemoDay = {
  zone: string;
  day: string;
  startsAt: number;
  slots: { kind: SlotKind; title: string; startsAt: number; endsAt: number }[];
};

/**
 * Lays the day so that now is its moment: a quarter of an hour into the pitching, or a few minutes into slot 3, or six Fridays
 * before it. A camp that is on is held wherever it is the right time of day, at home when that will do.
 *
 * @param now milliseconds since 1970
 */
export function layDay(moment: Moment, now: number): DemoDay {
  const third = thirdSlot(moment, now);
  const zone = moment === "weeks_before" ? HOME : zoneOfEarlyAfternoon(third);
  const slots = DAY.map(({ from, to, kind, title }) => ({
    kind,
    title,
    startsAt: third + from * MINUTE,
    endsAt: third + to * MINUTE,
  }));
  const startsAt = third + DOORS * MINUTE;
  return { zone, day: localAt(startsAt, zone).day, startsAt, slots };
}

/**
 * Whether a day no longer shows its moment: slot 3 is not on, the pitching is over, the camp is under three weeks off.
 *
 * @param startsAt when its doors open, milliseconds since 1970
 */
export function isStale(moment: Moment, startsAt: number, now: number): boolean {
  const third = startsAt - DOORS * MINUTE;
  const minutes = (now - third) / MINUTE;
  if (moment === "weeks_before") return minutes > -21 * 24 * 60;
  if (moment === "pitching") return minutes < -210 || minutes >= -150;
  return minutes < 0 || minutes >= 45;
}

/** Whether a day that was on is over, or an announced one has begun. */
export function isOver(startsAt: number, now: number): boolean {
  return now >= startsAt + (195 - DOORS) * MINUTE;
}

function thirdSlot(moment: Moment, now: number): number {
  if (moment === "weeks_before") {
    const today = localAt(now, HOME).day;
    const friday = laterDay(today, 6 * 7 + ((12 - weekdayOf(today)) % 7));
    return instantAt(friday, "13:30", HOME);
  }
  const fiveMinutes = 5 * MINUTE;
  const begun = Math.floor((now - fiveMinutes) / fiveMinutes) * fiveMinutes;
  return moment === "pitching" ? begun - PITCHING * MINUTE : begun;
}

/** Home when slot 3 falls between eleven and three there, else a whole-hour zone where it begins after one. */
function zoneOfEarlyAfternoon(third: number): string {
  const hour = hourAt(third, HOME);
  if (hour >= 11 && hour < 15) return HOME;
  const utc = hourAt(third, "UTC");
  const ahead = ((13 - utc + 11 + 24) % 24) - 11;
  // The names of these zones count westwards (RFC 9557 and POSIX before it).
  return ahead === 0 ? "UTC" : `Etc/GMT${ahead > 0 ? "-" : "+"}${Math.abs(ahead)}`;
}
