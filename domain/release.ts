/** How a camp gives out its places: releases, each at an announced time and in one of three ways. */
import { type Phase, permits } from "#domain/event.ts";
import type { PoolRules } from "#domain/pool.ts";

/**
 * `first_come`: the order in which people press. `batch`: whoever presses within the first minute is ordered by lot at
 * its end, so that nobody need be quick. `draw`: entries for some days, then a draw that anyone can check.
 */
export const WAYS = ["first_come", "batch", "draw"] as const;
export type Way = (typeof WAYS)[number];

/** Instants are milliseconds since 1970. */
export type Release = {
  id: string;
  way: Way;
  opensAt: number;
  /** When the entries of a draw close; null for the other ways. */
  closesAt: number | null;
  /** Whether the entries of a draw are closed, their hash published: nobody is added to them. */
  closed: boolean;
  /** How many places it gives out. */
  places: number;
  /** When those who had entered were put in order; null until then, and always where nobody enters. */
  drawnAt: number | null;
};

/** For so long everybody who presses is alike. */
const FIRST_MINUTE = 60_000;

/** Forms that were sent in time and reach the lock late still count. */
const GRACE = 3_000;

/** The minute or the days in which people enter. Empty for whoever is served as they press. */
export function entriesEnd({ way, opensAt, closesAt }: Release): number {
  if (way === "draw") return closesAt ?? opensAt;
  return way === "batch" ? opensAt + FIRST_MINUTE : opensAt;
}

/** When the clock has something to do for a release; a draw whose entries are closed waits for its public number. */
function dueAt(release: Release): number | null {
  return gathers(release) && !release.closed ? entriesEnd(release) + GRACE : null;
}

/** What the clock has to do for a release now: to close the entries of a draw, or to put those of a batch in order. */
export function isDue(release: Release, now: number): "close" | "order" | null {
  const at = dueAt(release);
  if (at === null || at > now) return null;
  return release.way === "draw" ? "close" : "order";
}

/** Whether a release has opened: from then on it stays as it is. In a draft nobody can have come for it. */
export function hasOpened({ opensAt }: Release, phase: Phase, now: number): boolean {
  return opensAt <= now && permits(phase, "visit");
}

/** Whether people who enter are still to be put in order. */
const gathers = ({ way, drawnAt }: Release) => way !== "first_come" && drawnAt === null;

/** What becomes of somebody who presses at an instant. */
export type Intake =
  /** Nothing has opened yet. */
  | { kind: "soon"; release: Release }
  /** They enter, and are answered when the entries are put in order. */
  | { kind: "entering"; release: Release }
  /** The entries of a draw are closed, and it is not drawn yet. */
  | { kind: "drawing"; release: Release }
  /** They are served as they press: a place, or the line. */
  | { kind: "open" };

/**
 * What becomes of somebody who presses now. A camp without releases is open as long as its phase says so. Whoever comes
 * after the first minute and before its entries are in order enters behind them.
 */
export function intakeAt(releases: readonly Release[], now: number): Intake {
  const open = releases.filter(({ opensAt }) => opensAt <= now);
  if (open.length === 0) {
    const next = nextRelease(releases, now);
    return next ? { kind: "soon", release: next } : { kind: "open" };
  }
  const release = inOrder(open).find(gathers);
  if (!release) return { kind: "open" };
  return { kind: isBeingDrawn(release, now) ? "drawing" : "entering", release };
}

/** Whether a draw waits for its number: what decides it is published, and stays as it is. */
export function isBeingDrawn(release: Release, now: number): boolean {
  return release.way === "draw" && gathers(release) && (release.closed || now >= entriesEnd(release));
}

/** The next release that opens after an instant; null where none will. */
export function nextRelease(releases: readonly Release[], now: number): Release | null {
  return inOrder(releases).find(({ opensAt }) => opensAt > now) ?? null;
}

/** Places a camp has, how many of them are given out so far, and how many will be in the end; the others are kept back. */
export type Places = {
  capacity: number;
  open: number;
  planned: number;
  /** The most that may be held on the day, by the legal number; left out or null where nothing but the places is the limit. */
  most?: number | null;
};

/** How many places are given out at an instant. Those of a draw or a batch are, once its entries are in order. */
export function placesAt(releases: readonly Release[], capacity: number, now: number): Places {
  if (releases.length === 0) return { capacity, open: capacity, planned: capacity };
  const out = releases.filter((release) => release.opensAt <= now && !gathers(release));
  const given = out.reduce((sum, { places }) => sum + places, 0);
  return { capacity, open: Math.min(capacity, given), planned: capacity - keptBack(releases, capacity) };
}

/** How many places are in no release: kept for organisers, hosts, access and the door. */
export function keptBack(releases: readonly Release[], capacity: number): number {
  if (releases.length === 0) return 0;
  return Math.max(0, capacity - releases.reduce((sum, { places }) => sum + places, 0));
}

/** The next instant at which the clock has something to do for the releases, at or after now; null where it has not. */
export function nextReleaseAt(releases: readonly Release[], now: number): number | null {
  const due = releases.flatMap((release) => {
    const at = dueAt(release);
    return [...(release.opensAt > now ? [release.opensAt] : []), ...(at === null ? [] : [Math.max(now, at)])];
  });
  return due.length > 0 ? Math.min(...due) : null;
}

const inOrder = (releases: readonly Release[]) =>
  [...releases].sort((a, b) => a.opensAt - b.opensAt || (a.id < b.id ? -1 : 1));

/** A draw as everybody may know it. Instants are ISO 8601. */
export type DrawView = {
  id: string;
  places: number;
  /** The public number that decides it, in words. */
  source: string;
  opensAt: string;
  closesAt: string;
  /** How many have entered. */
  entries: number;
  /** `listHash` of domain/draw.ts; null until the entries are closed. */
  listHash: string | null;
  /** The pools by which its places are given out; null until the entries are closed, and where there are none. */
  pools: PoolRules | null;
  /** The public number as it was typed; null until the draw is made, and where there were places for everybody. */
  seed: string | null;
  drawnAt: string | null;
};

/**
 * A group that enters a draw, as one of it sees it: whether they let it be divided, and who of the others does not. It is
 * divided only where all do.
 */
export type Together = {
  code: string;
  divides: boolean;
  others: readonly string[];
  keeping: readonly string[];
};

/** Somebody's own entry. */
export type EntryView = {
  id: string;
  /** In the draw, from 1; null until it is made. */
  place: number | null;
  way: Way;
};
