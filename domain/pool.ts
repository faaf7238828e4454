/** Pools: places kept for some and limits for some, so that the room is a fair mix. */
import { fold } from "#domain/search.ts";

/** Places kept for its people, and the most of them that are let in; null for no limit. */
export type Pool = { floor: number; ceiling: number | null };

export const NO_POOL: Pool = { floor: 0, ceiling: null };

export type Pools = {
  /** By sector. A sector that is not among them has none. */
  sectors: ReadonlyMap<string, Pool>;
  firstTimers: Pool;
  /** The most people of one organisation; null for no limit. */
  organisationLimit: number | null;
  /** From when on unused places are open to all, in milliseconds since 1970; null where they never are. */
  mergesAt: number | null;
};

/** What of somebody pools go by. `organisation` in compared form, empty where they named none. */
export type Kind = { sectorId: string; firstTime: boolean; organisation: string };

/** An organisation in compared form: case, accents, apostrophes, hyphens and spaces make no difference. */
export function organisationOf(typed: string): string {
  return fold(typed)
    .replace(/[\s\p{P}]+/gu, " ")
    .trim();
}

/** Of which kind somebody is. */
export function kindOf(person: { sectorId: string; firstTime: boolean; organisation: string }): Kind {
  const { sectorId, firstTime, organisation } = person;
  return { sectorId, firstTime, organisation: organisationOf(organisation) };
}

/** People of one kind: how many hold a place, wait, are ready for one, and have a turn that is still to come. */
export type Group = Kind & { holding: number; waiting: number; ready: number; inTurn: number };

/** Whether anything is kept or limited. */
export function limits({ sectors, firstTimers, organisationLimit }: Omit<Pools, "mergesAt">): boolean {
  const all = [...sectors.values(), firstTimers];
  return organisationLimit !== null || all.some(({ floor, ceiling }) => floor > 0 || ceiling !== null);
}

/** The pools that hold at an instant; null where none do, or they have merged. */
export function poolsAt(pools: Pools | null, now: number): Pools | null {
  if (!pools || !limits(pools)) return null;
  return pools.mergesAt !== null && pools.mergesAt <= now ? null : pools;
}

/** When the pools merge, if that is still to come; in milliseconds since 1970. */
export function nextMergeAt(pools: Pools | null, now: number): number | null {
  return poolsAt(pools, now)?.mergesAt ?? null;
}

/** How many places are kept, for all pools together. */
export function keptPlaces({ sectors, firstTimers }: Pick<Pools, "sectors" | "firstTimers">): number {
  return [...sectors.values(), firstTimers].reduce((sum, { floor }) => sum + floor, 0);
}

/** How many of a pool's people hold a place beyond the most that are let in: by a hand, a list or a transfer. */
export function beyondCeiling({ ceiling }: Pick<Pool, "ceiling">, taken: number): number {
  return ceiling === null ? 0 : Math.max(0, taken - ceiling);
}

/** Whether a place is for somebody, and which pool says so where it is not. */
export type Verdict = "kept_for_sector" | "kept_for_first_timers" | "open" | Closed;
export type Closed = "sector_full" | "first_timers_full" | "organisation_full" | "all_kept";

/** Among whom somebody's turn is decided, by what they would take. */
export function decidedAmong(verdict: Verdict): "sector" | "first_timers" | "organisation" | "all" {
  switch (verdict) {
    case "kept_for_sector":
    case "sector_full":
      return "sector";
    case "kept_for_first_timers":
    case "first_timers_full":
      return "first_timers";
    case "organisation_full":
      return "organisation";
    default:
      return "all";
  }
}

/** How many places are given out by now, and how many will be in the end. */
type Given = { open: number; planned: number };

/** Places as pools divide them. What is taken is counted on. */
export type Room = {
  /** What somebody of a kind would take. Whether any place is free at all is not asked. */
  verdict: (kind: Kind) => Verdict;
  fits: (kind: Kind) => boolean;
  /** @param people how many of a kind take one; without it one */
  take: (kind: Kind, people?: number) => void;
};

const CLOSED: ReadonlySet<Verdict> = new Set<Closed>([
  "sector_full",
  "first_timers_full",
  "organisation_full",
  "all_kept",
]);

/** Whether a limit keeps somebody out, also of places that are free for others. */
export function isLimited(verdict: Verdict): boolean {
  return isClosed(verdict) && verdict !== "all_kept";
}

/** Whether a verdict lets nobody in. */
export function isClosed(verdict: Verdict): verdict is Closed {
  return CLOSED.has(verdict);
}

/**
 * The places of a camp, divided. Each holder counts once: in a place kept for their sector, else in one kept for
 * first-timers, else in an open one. Whoever fits two pools is counted where it leaves most room for others: those who
 * have been before take their sector's places first, because no other is kept for them. Somebody fits when nobody need
 * lose a place that is kept for others.
 *
 * While only some places are given out, only so large a part of each pool's is kept.
 *
 * Method: the kept places are a transversal matroid, in which serving by rank leaves as few places unused as any order
 * would (Edmonds 1971; Sönmez and Yenmez, Affirmative Action in India via Vertical, Horizontal, and Overlapping
 * Reservations, Econometrica 90, 2022). Ceilings are limits on top of that.
 *
 * @param pools null for none: everybody fits
 */
export function roomIn(pools: Pools | null, places: Given, groups: readonly Group[]): Room {
  if (!pools) return { verdict: () => "open", fits: () => true, take: () => undefined };
  const kept = (floor: number) => Math.floor((floor * places.open) / Math.max(places.planned, 1));
  const floors = new Map([...pools.sectors].map(([id, { floor }]) => [id, kept(floor)]));
  const forFirst = kept(pools.firstTimers.floor);
  const open = places.open - forFirst - [...floors.values()].reduce((sum, floor) => sum + floor, 0);
  const sectors = new Map<string, { first: number; others: number }>();
  const organisations = new Map<string, number>();
  let first = 0;
  /** Of all sectors together: who finds no place that is kept for their sector. */
  const over = { first: 0, others: 0 };

  const inSector = (id: string) => sectors.get(id) ?? { first: 0, others: 0 };
  const overOf = (id: string, { first, others }: { first: number; others: number }) => {
    const floor = floors.get(id) ?? 0;
    return { first: Math.max(0, first - Math.max(0, floor - others)), others: Math.max(0, others - floor) };
  };
  const withOne = (kind: Kind, more = 1) => {
    const { first, others } = inSector(kind.sectorId);
    return kind.firstTime ? { first: first + more, others } : { first, others: others + more };
  };
  const inOpen = (it: { first: number; others: number }) => it.others + Math.max(0, it.first - forFirst);

  const verdict = (kind: Kind): Verdict => {
    const { ceiling } = pools.sectors.get(kind.sectorId) ?? NO_POOL;
    const now = inSector(kind.sectorId);
    if (ceiling !== null && now.first + now.others >= ceiling) return "sector_full";
    const { ceiling: most } = pools.firstTimers;
    if (kind.firstTime && most !== null && first >= most) return "first_timers_full";
    const limit = pools.organisationLimit;
    const colleagues = kind.organisation === "" ? 0 : (organisations.get(kind.organisation) ?? 0);
    if (limit !== null && colleagues >= limit) return "organisation_full";
    const was = overOf(kind.sectorId, now);
    const then = overOf(kind.sectorId, withOne(kind));
    const after = {
      first: over.first + then.first - was.first,
      others: over.others + then.others - was.others,
    };
    if (inOpen(after) === inOpen(over))
      return kind.firstTime && then.first > was.first ? "kept_for_first_timers" : "kept_for_sector";
    return inOpen(after) <= open ? "open" : "all_kept";
  };

  const add = (kind: Kind, people: number) => {
    const was = overOf(kind.sectorId, inSector(kind.sectorId));
    const now = withOne(kind, people);
    const then = overOf(kind.sectorId, now);
    over.first += then.first - was.first;
    over.others += then.others - was.others;
    sectors.set(kind.sectorId, now);
    if (kind.firstTime) first += people;
    organisations.set(kind.organisation, (organisations.get(kind.organisation) ?? 0) + people);
  };
  for (const group of groups) add(group, group.holding);
  return { verdict, fits: (kind) => !isClosed(verdict(kind)), take: (kind, people = 1) => add(kind, people) };
}

/** What a camp keeps and limits, as everybody may know it. */
export type PoolRules = {
  /** In the order of the camp's list. */
  sectors: readonly (Pool & { name: string })[];
  firstTimers: Pool;
  organisationLimit: number | null;
  /** ISO 8601; null where they never merge. */
  mergesAt: string | null;
};

/** How many of a pool's people hold a place. */
type Taken = { taken: number };

/** The pools of a camp, and how the room is mixed so far. */
export type PoolsView = Omit<PoolRules, "sectors" | "firstTimers"> & {
  sectors: readonly (Pool & Taken & { name: string })[];
  firstTimers: Pool & Taken;
  merged: boolean;
  /** How many hold a place. */
  taken: number;
  /** For whom places are free while everybody else joins the line. */
  keptFor: { sectors: readonly string[]; firstTimers: boolean };
};

/** Whether more of a sector, or more first-timers, hold a place than may. */
export function isBeyond({ sectors, firstTimers }: Pick<PoolsView, "sectors" | "firstTimers">): boolean {
  return [...sectors, firstTimers].some(({ taken, ceiling }) => ceiling !== null && taken > ceiling);
}

/** Whether places are free for some while everybody else joins the line. */
export function isLeftForSome({ keptFor }: Pick<PoolsView, "keptFor">): boolean {
  return keptFor.sectors.length > 0 || keptFor.firstTimers;
}
