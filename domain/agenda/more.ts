/** What one more room, one more slot or one repeat would bring. Proposed to people, never done by itself. */

import type { Grid, Problem } from "#domain/agenda/problem.ts";
import { solving } from "#domain/agenda/solve.ts";
import { covers, fansOfSession, reckon } from "#domain/agenda/terms.ts";
import { broken } from "#domain/agenda/warnings.ts";

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

/** A repeat into an empty cell, and the people it would serve: they want it, miss it, and have nothing else then. */
export type Repeat = {
  readonly session: number;
  readonly slot: number;
  readonly room: number;
  readonly people: number;
};

/** The most useful repeat of one session; null where nobody would come to one, or no cell is free for it. */
export function repeatOf(problem: Problem, grid: Grid, session: number): Repeat | null {
  const { slots, rooms, sessions } = problem;
  const it = sessions[session]!;
  const runs = grid.filter((run) => run.session === session);
  if (runs.length === 0 || it.length === 2) return null;
  const fans = sessions.map((_, each) => fansOfSession(problem, each));
  const busy = slots.map((_, t) => wantedIn(problem, grid, fans, t));
  const missing = [...fans[session]!].filter((a) => runs.every((run) => (busy[run.slot]!.get(a) ?? 0) > 1));
  let best: Repeat | null = null;
  for (let slot = 0; slot < slots.length; slot++) {
    const people = missing.filter((a) => !busy[slot]!.has(a)).length;
    if (people <= (best?.people ?? 0)) continue;
    const room = rooms.findIndex((_, r) => {
      const card = { session, copy: it.copies, slot, room: r };
      return broken(problem, [...grid, card], card).length === 0;
    });
    if (room >= 0) best = { session, slot, room, people };
  }
  return best;
}

/** How many sessions each person wants of those that run in a slot; nobody who wants none. */
function wantedIn(
  problem: Problem,
  grid: Grid,
  fans: readonly Set<number>[],
  t: number,
): Map<number, number> {
  const wanted = new Map<number, number>();
  for (const it of grid)
    if (covers(problem, it, t)) for (const a of fans[it.session]!) wanted.set(a, (wanted.get(a) ?? 0) + 1);
  return wanted;
}
