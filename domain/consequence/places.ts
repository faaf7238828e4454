/** What giving out places would do beyond what was asked for. */
import type { Consequence } from "#domain/consequence.ts";
import { type Closed, isClosed, type Kind, keptPlaces, type Pools, type Room } from "#domain/pool.ts";
import { type Inside, mostPlaces } from "#domain/registration/inside.ts";
import { type Beyond, type Held, takenPlaces } from "#domain/registration/places.ts";
import { holdsPlace, type Status } from "#domain/registration.ts";

/** What fewer places would do to those who hold one. */
export function overCapacity(capacity: number, counts: Held): Consequence[] {
  const holding = takenPlaces(counts);
  return holding > capacity ? [{ kind: "over_capacity", holding, capacity }] : [];
}

/** What giving out so few places would do to those that are kept. @param pools those that hold; null for none */
export function keptOverPlaces(pools: Pools | null, places: number): Consequence[] {
  const kept = pools ? keptPlaces(pools) : 0;
  return kept > places ? [{ kind: "kept_over_places", kept, places }] : [];
}

/** What giving somebody a place by hand would do to the number of places. @param status what they have now */
export function overByHand({ capacity, ...inside }: Places, counts: Held, status: Status): Consequence[] {
  // Whoever holds one already makes them no more.
  if (holdsPlace(status)) return [];
  const holding = takenPlaces(counts) + 1;
  const over = holding > capacity ? [{ kind: "over_by_hand" as const, holding, capacity }] : [];
  return [...over, ...overMost(holding, inside)];
}

/** The camp's own number of places, and what may be given out against the legal number. */
type Places = Inside & { capacity: number };

function overMost(holding: number, inside: Inside): Consequence[] {
  const most = mostPlaces(inside);
  if (most === null || inside.insideLimit === null || holding <= most) return [];
  return [{ kind: "over_most", holding, most, inside: inside.insideLimit }];
}

/** What offering places by hand would do to those that are free. @param free of those given out */
export function moreThanFree(
  offers: number,
  free: number,
  { capacity, ...inside }: Places,
  counts: Held,
): Consequence[] {
  if (offers === 0) return [];
  const holding = takenPlaces(counts) + offers;
  const over = offers > free ? [{ kind: "more_than_free" as const, offers, free, holding, capacity }] : [];
  return [...over, ...overMost(holding, inside)];
}

/**
 * What offering places by hand does to the pools: how many are beyond a limit, or take what is kept for others.
 * @param kinds of those offered one, in their order @param free places for them @param room as it is before; they are counted on in it
 */
export function beyondPools(kinds: readonly Kind[], free: number, room: Room): Consequence[] {
  const people = new Map<Closed, number>();
  for (const [index, kind] of kinds.entries()) {
    const why = room.verdict(kind);
    // Beyond the free places there is none that could be kept for others.
    const kept = why === "all_kept" && index >= free;
    if (isClosed(why) && !kept) people.set(why, (people.get(why) ?? 0) + 1);
    room.take(kind);
  }
  return [...people].map(([why, of]) => ({ kind: "beyond_pools", why, people: of }));
}

/** What bringing people with a place each would do to the number of places. */
export function overByList({ capacity, ...inside }: Places, counts: Held, people: number): Consequence[] {
  if (people === 0) return [];
  const holding = takenPlaces(counts) + people;
  const over = holding > capacity ? [{ kind: "over_by_list" as const, people, holding, capacity }] : [];
  return [...over, ...overMost(holding, inside)];
}

/** What giving so many places by hand takes from those that were announced, once none is kept back any more. */
export function fromRelease(people: number, { keptBackLeft, later }: Omit<Beyond, "over">): Consequence[] {
  const taken = Math.min(later, people - keptBackLeft);
  return taken > 0 ? [{ kind: "from_release", people: taken }] : [];
}
