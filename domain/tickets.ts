/** What anybody may know of a camp's tickets before they register. */
import type { PoolsView } from "#domain/pool.ts";
import type { Way } from "#domain/release.ts";

/** A release as everybody may know it. Instants are ISO 8601. */
export type ReleaseView = {
  id: string;
  way: Way;
  places: number;
  opensAt: string;
  /** The public number that decides a draw, in words; empty for the other ways. */
  source: string;
  /** Until when people enter; the same as `opensAt` where nobody does. */
  closesAt: string;
};

export type TicketsView = {
  capacity: number;
  /** Of these, how many are given out so far. */
  out: number;
  over: boolean;
  /**
   * What somebody who registers now would get: a place, one as soon as they prove their address, a turn, or an entry in
   * `release`; or nothing, because none is open yet, its draw is still to be made, or the line is closed.
   */
  next: "place" | "proof" | "line" | "closed_line" | "entry" | "soon" | "drawing";
  /** The release that is to open first, or whose entries are collected or drawn; else null. */
  release: ReleaseView | null;
  /** The next to open after that. */
  coming: ReleaseView | null;
  /** How many have entered. */
  entered: number;
  free: number;
  /** Null where a camp has no pools. */
  pools: PoolsView | null;
  waiting: number;
  /** Places that have gone to people in the line so far. */
  moved: number;
  /** When this was so, ISO 8601. */
  at: string;
};
