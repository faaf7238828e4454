/** Offering places by hand to people of an organiser's choice, who need not be the next in line. */
import { isLimited, type Kind, type Room } from "#domain/pool.ts";
import { type InLine, nextInLine } from "#domain/registration/places.ts";
import { hasPlace, isOffered, isWaiting } from "#domain/registration/status.ts";
import type { Status } from "#domain/registration.ts";

/** Why somebody cannot be offered a place. */
export const OBSTACLES = ["has_place", "offered", "not_waiting", "bounced", "unproven", "paused"] as const;
export type Obstacle = (typeof OBSTACLES)[number];

type Candidate = { status: Status; verified: boolean; bounced: boolean; paused: boolean };

/** What keeps somebody from being offered a place; null where nothing does. */
export function obstacleTo({ status, verified, bounced, paused }: Candidate): Obstacle | null {
  if (hasPlace(status)) return "has_place";
  if (isOffered(status)) return "offered";
  if (!isWaiting(status)) return "not_waiting";
  if (bounced) return "bounced";
  if (!verified) return "unproven";
  return paused ? "paused" : null;
}

/**
 * Who is passed over when others are chosen: those of a better rank than somebody chosen who are ready for a place too,
 * could have one as pools are now, and get none of those that are left. Where more are offered than are free, whoever no limit
 * keeps out could have one as well.
 *
 * @param line everybody in the line, in any order
 * @param left places that go to the line at once afterwards, by itself
 * @param beyond whether more are offered than are free
 * @param roomNow makes the room as it is before anybody is chosen
 * @returns ids in the order of the line
 */
export function passedOver(
  line: readonly InLine[],
  chosen: ReadonlySet<string>,
  left: number,
  roomNow: () => Room,
  beyond = false,
): string[] {
  const before = roomNow();
  const after = roomNow();
  for (const { id, kind } of line) if (chosen.has(id)) after.take(kind);
  const last = Math.max(...line.filter(({ id }) => chosen.has(id)).map(({ rank }) => rank));
  const others = line.filter(({ id, ready }) => ready && !chosen.has(id));
  const served = new Set(nextInLine(others, left, after));
  const could = (kind: Kind) => before.fits(kind) || (beyond && !isLimited(before.verdict(kind)));
  const passed = others.filter(({ id, rank, kind }) => rank < last && !served.has(id) && could(kind));
  return passed.sort((a, b) => a.rank - b.rank).map(({ id }) => id);
}

/** How offers are counted: those out of the free places, out of those kept back, and beyond all there are. */
export type Share = { free: number; keptBack: number; beyond: number };

/** @param free places that are given out and that nobody holds @param keptBack others that are in no release yet */
export function shareOf(offers: number, free: number, keptBack: number): Share {
  const ofFree = Math.min(offers, free);
  const ofKept = Math.min(offers - ofFree, keptBack);
  return { free: ofFree, keptBack: ofKept, beyond: offers - ofFree - ofKept };
}
