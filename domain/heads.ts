/** How many are in a room, counted at its door, and what that says to whoever looks for a seat. */
import { beyondSeats, hasSeats, type RoomView } from "#domain/room.ts";
import type { Run } from "#domain/run.ts";

/** Whoever runs the day, or a host in their own session. A camper says nothing about heads. */
export const COUNTED_BY = ["crew", "host"] as const;
export type CountedBy = (typeof COUNTED_BY)[number];

/** The last count of a run; `key` names the run, `at` is ISO 8601. */
export type HeadCount = { key: string; pitchId: string; heads: number; at: string; by: CountedBy };

/** So many minutes before a run people may be counted already, as they come in. */
const EARLY_MINUTES = 10;

/** Whether heads are counted in a run's room: while it is on, and as people come in. @param now milliseconds since 1970 */
export function isCountable({ startsAt, endsAt }: Pick<Run, "startsAt" | "endsAt">, now: number): boolean {
  return Date.parse(startsAt) - EARLY_MINUTES * 60_000 <= now && now < Date.parse(endsAt);
}

/** What was counted of a run, or null. */
export function countedOf(counts: readonly HeadCount[], { key }: Pick<Run, "key">): number | null {
  return counts.find((count) => count.key === key)?.heads ?? null;
}

/** What is known of how many are in a run's room: what was counted there, and what was expected before. */
export type Known = { counted: number | null; expected: number | null };

/** What it rests on, where anything is known. */
export type HeadsBasis = "counted" | "expected";

export type Space = "full" | "tight" | "plenty";

/** Counted so near to its seats, in tenths, a room is tight: the last seats are hard to find. */
const NEARLY = 9;

/**
 * Whether a room's seats suit the people in it: as they were counted, else as they were expected. Only what was counted
 * says that a room is full. A place without a known number of seats is neither.
 */
export function spaceFor(
  { counted, expected }: Known,
  room: Pick<RoomView, "capacity" | "unofficial">,
): Space | null {
  if (!hasSeats(room)) return null;
  const { capacity } = room;
  if (counted !== null) {
    if (counted >= capacity) return "full";
    if (counted * 10 >= capacity * NEARLY) return "tight";
    return counted * 2 <= capacity ? "plenty" : null;
  }
  if (expected === null) return null;
  if (beyondSeats(expected, capacity) > 0) return "tight";
  return expected * 2 <= capacity ? "plenty" : null;
}

/** What a number of heads rests on, or null where there is none. */
export function headsOf({ counted, expected }: Known): { heads: number; basis: HeadsBasis } | null {
  if (counted !== null) return { heads: counted, basis: "counted" };
  return expected === null ? null : { heads: expected, basis: "expected" };
}
