/** How a demo camp gives out its places: releases around now, and pools. */
import type { Pool } from "#domain/pool.ts";
import type { Way } from "#domain/release.ts";
import { instantAt, laterDay, localAt } from "#domain/time/local.ts";

/** Days are counted from now. */
export type DemoRelease = {
  way: Way;
  places: number;
  opens: { days: number; time: string };
  /** For a draw. */
  closes?: { days: number; time: string };
  source?: string;
};

export type DemoWays = {
  releases: readonly DemoRelease[];
  /** By the place of a sector in SECTORS; one that is not among them keeps nothing. */
  sectors: Readonly<Record<number, Pool>>;
  firstTimers: Pool;
  organisationLimit: number;
  /** So many days before the camp the pools merge. */
  mergeDays: number;
};

/** The instant of a time of day so many days from now, in milliseconds since 1970. */
export function daysFrom(now: number, { days, time }: { days: number; time: string }, zone: string): number {
  return instantAt(laterDay(localAt(now, zone).day, days), time, zone);
}
