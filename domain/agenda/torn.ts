/** Who is torn: the pairs running side by side that most people want both of, and what one camper misses. */
import type { Grid, Problem } from "#domain/agenda/problem.ts";
import { covers, fansOfSession } from "#domain/agenda/terms.ts";

export type TornPair = {
  readonly slot: number;
  readonly sessions: readonly [number, number];
  readonly people: number;
};

/** The pairs that tear most people, most first. */
export function tornPairs(problem: Problem, grid: Grid, limit: number): TornPair[] {
  const fans = problem.sessions.map((_, s) => fansOfSession(problem, s));
  const pairs: TornPair[] = [];
  problem.slots.forEach((_, slot) => {
    const here = [...new Set(grid.filter((it) => covers(problem, it, slot)).map((it) => it.session))];
    here.sort((a, b) => a - b);
    here.forEach((a, i) => {
      for (const b of here.slice(i + 1)) {
        const people = [...fans[a]!].filter((person) => fans[b]!.has(person)).length;
        if (people > 0) pairs.push({ slot, sessions: [a, b], people });
      }
    });
  });
  return pairs
    .sort((x, y) => y.people - x.people || x.slot - y.slot || x.sessions[0] - y.sessions[0])
    .slice(0, limit);
}

export type Missed = {
  readonly session: number;
  /** side-by-side: at the same time as the others named. hosting: they host one of those. left-out: not in the grid. */
  readonly why: "side-by-side" | "hosting" | "left-out";
  readonly slot: number | null;
  readonly beside: readonly number[];
};

/** What one person misses: sessions never offered alone among those they want, each listed for its first slot. */
export function missed(problem: Problem, grid: Grid, person: number): Missed[] {
  const wanted = problem.sessions.map((_, s) => s).filter((s) => fansOfSession(problem, s).has(person));
  return wanted.flatMap((session): Missed[] => {
    const runs = grid.filter((it) => it.session === session);
    if (runs.length === 0) return [{ session, why: "left-out", slot: null, beside: [] }];
    const clashes = runs.map((run) => ({
      slot: run.slot,
      beside: wanted.filter(
        (other) =>
          other !== session &&
          grid.some((it) => it.session === other && overlap(problem, it.slot, other, run.slot, session)),
      ),
    }));
    if (clashes.some(({ beside }) => beside.length === 0)) return [];
    const hosting = clashes[0]!.beside.some((other) => problem.sessions[other]!.hosts.includes(person));
    const own = problem.sessions[session]!.hosts.includes(person);
    if (own) return [];
    return [{ session, why: hosting ? "hosting" : "side-by-side", ...clashes[0]! }];
  });
}

function overlap(problem: Problem, slotA: number, a: number, slotB: number, b: number): boolean {
  return slotA < slotB + problem.sessions[b]!.length && slotB < slotA + problem.sessions[a]!.length;
}
