/** Who has a place, who gets one, and who is next in line. */
import { holdsUnproven } from "#domain/registration/hold.ts";
import type { Status } from "#domain/registration.ts";
import type { Places } from "#domain/release.ts";
import { granted, type Result, refused } from "#domain/result.ts";

/** How many people hold what, counted under the camp's lock. */
export type Counts = {
  confirmed: number;
  held: number;
  offered: number;
  /**
   * Everybody in the line; of these, those who can be offered a place, those with a proven address who have paused, and
   * those whose turn is still to come.
   */
  waiting: number;
  ready: number;
  paused: number;
  inTurn: number;
  /** Places that were held for addresses which never proved themselves. */
  lapsed: number;
  /** In a batch or a draw that is not in order yet. */
  entered: number;
  /** Of those who hold a place, how many were given it by hand from what was kept back. */
  keptBack: number;
};

type Held = Pick<Counts, "confirmed" | "held" | "offered">;

/** Places that somebody holds: the counts of the statuses in HOLDING. */
export function takenPlaces({ confirmed, held, offered }: Held): number {
  return confirmed + held + offered;
}

/**
 * Places given out that nobody holds. Never below zero, even where an organiser went over. What was given by hand out
 * of the places kept back takes none of the others, as long as so many are kept back.
 */
export function freePlaces({ capacity, open }: Places, counts: Held & Pick<Counts, "keptBack">): number {
  const aside = Math.min(counts.keptBack, capacity - open);
  return Math.max(0, open - (takenPlaces(counts) - aside));
}

/** Places that could be offered now: one for each free place and person who is ready for it. */
export function placesToOffer(places: Places, counts: Held & Pick<Counts, "ready" | "keptBack">): number {
  return Math.min(freePlaces(places, counts), counts.ready);
}

/** Somebody who asks to be let in. */
export type Newcomer = {
  /** Their address is proven in the browser they ask from. */
  proven: boolean;
  /** A place held for this address has lapsed before. */
  lapsed: boolean;
};

export type Admitted = "confirmed" | "held" | "waiting";

/**
 * Decides what a newcomer gets. While anybody is in turn, newcomers wait behind them; a place is held for somebody
 * unproven only while few such places lapsed.
 *
 * @param lineLimit the length at which the waiting list is closed, or null for no limit; the unproven do not count
 * @returns refused `line_full` when the list is at its limit
 */
export function admit(
  { places, lineLimit }: { places: Places; lineLimit: number | null },
  counts: Counts,
  newcomer: Newcomer,
): Result<Admitted, "line_full"> {
  const free = freePlaces(places, counts) > 0;
  // The unproven are skipped, also by a newcomer who need not be.
  if (newcomer.proven && free && counts.ready === 0) return granted("confirmed");
  const trusted = holdsUnproven(places.capacity, counts.lapsed) && !newcomer.lapsed;
  if (!newcomer.proven && trusted && free && counts.inTurn === 0) return granted("held");
  if (lineLimit !== null && counts.ready + counts.paused >= lineLimit) return refused("line_full");
  return granted("waiting");
}

/** The counts after somebody was admitted. */
export function withOneMore(counts: Counts, to: Admitted | "entered", { proven, lapsed }: Newcomer): Counts {
  // Whoever proves their address has lapsed no more.
  const after = { ...counts, lapsed: counts.lapsed - (proven && lapsed ? 1 : 0) };
  if (to !== "waiting") return { ...after, [to]: after[to] + 1 };
  return {
    ...after,
    waiting: after.waiting + 1,
    ready: after.ready + (proven ? 1 : 0),
    inTurn: after.inTurn + (lapsed && !proven ? 0 : 1),
  };
}

/** The counts after somebody's address was proven: a held place is theirs, and a turn is one that is served. */
export function withOneProven(
  counts: Counts,
  { status, lapsed }: { status: Status; lapsed: boolean },
): Counts {
  const once = lapsed ? 1 : 0;
  const after = { ...counts, lapsed: counts.lapsed - once };
  if (status === "held") return { ...after, held: counts.held - 1, confirmed: counts.confirmed + 1 };
  if (status === "waiting") return { ...after, ready: counts.ready + 1, inTurn: counts.inTurn + once };
  return after;
}

/** How many are in the camp or in the line whose address is not proven. */
export function countUnproven({ held, waiting, ready, paused }: Counts): number {
  return held + waiting - ready - paused;
}

/** A person in the line, as the next offer sees them. */
export type InLine = { id: string; rank: number; ready: boolean };

/**
 * Who gets the free places: the best ranks among those who can be offered one. The others keep their rank.
 *
 * @param line everybody waiting, in any order
 * @returns ids in the order of the line
 */
export function nextInLine(line: readonly InLine[], free: number): string[] {
  return line
    .filter((person) => person.ready)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, Math.max(0, free))
    .map((person) => person.id);
}

/** The figures at the head of the organisers' list. */
export type PeopleCounts = Counts & {
  free: number;
  unproven: number;
  /** Since when places stand idle while people are ready for them, ISO 8601; null when none do. */
  idleSince: string | null;
};
