/** What one more room or one more slot would bring. Proposed to people, never done by itself. */

import type { Problem } from "#domain/agenda/problem.ts";
import { solving } from "#domain/agenda/solve.ts";
import { reckon } from "#domain/agenda/terms.ts";

export type Gain = { readonly served: number; readonly unseated: number; readonly leftOut: number };

type Found = Omit<Gain, "leftOut"> & { readonly placed: number };

const gainOf = (now: Found, then: Found): Gain => ({
  served: then.served - now.served,
  unseated: then.unseated - now.unseated,
  leftOut: now.placed - then.placed,
});

function* outcome(problem: Problem, seed: number, iterations: number): Generator<void, Found, void> {
  const grid = yield* solving(problem, seed, iterations);
  yield;
  const { served, unseated } = reckon(problem, grid).measures;
  yield;
  return { served, unseated, placed: grid.length };
}

/**
 * Three solves, with pauses: of the camp as it is, with one more room like the middle one, and with one more slot at
 * the end of the last day.
 */
export function* oneMore(
  problem: Problem,
  seed: number,
  iterations: number,
): Generator<void, Record<"room" | "slot", Gain | null>, void> {
  const now = yield* outcome(problem, seed, iterations);
  const bySize = [...problem.rooms].sort((a, b) => a.capacity - b.capacity);
  const middle = bySize[Math.floor(bySize.length / 2)];
  const last = problem.slots.at(-1);
  const room = middle && { ...problem, rooms: [...problem.rooms, { ...middle, id: "one-more", closed: [] }] };
  const slot = last && {
    ...problem,
    slots: [...problem.slots, { id: "one-more", day: last.day, break: false, over: false }],
  };
  return {
    room: room ? gainOf(now, yield* outcome(room, seed, iterations)) : null,
    slot: slot ? gainOf(now, yield* outcome(slot, seed, iterations)) : null,
  };
}
