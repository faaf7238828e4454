/** Random small camps with everything in them, and a checker of the hard rules that shares nothing with ours. */

import type { LinearProgram, Solver } from "#domain/agenda/master.ts";
import { type Grid, PLAIN, type Problem, type Session, WEIGHTS } from "#domain/agenda/problem.ts";
import { random } from "#domain/agenda/random.ts";

/** Slots, rooms and sessions with nothing special, and who wants what. */
export function plain(slots: number, seats: readonly number[], sessions: number, wants: number[][]): Problem {
  return {
    slots: Array.from({ length: slots }, (_, t) => ({ id: `t${t}`, day: 0, break: false, over: false })),
    rooms: seats.map((capacity, r) => ({
      id: `r${r}`,
      capacity,
      features: [],
      stepFree: true,
      closed: [],
    })),
    sessions: Array.from({ length: sessions }, (_, s) => ({ ...PLAIN, id: `s${s}` })),
    wants,
    away: wants.map(() => []),
    here: null,
    published: [],
    weights: { ...WEIGHTS, empty: 0, fairness: 0, topic: 0, backToBack: 0 },
  };
}

export function withSession(problem: Problem, s: number, change: Partial<Session>): Problem {
  return { ...problem, sessions: problem.sessions.map((it, i) => (i === s ? { ...it, ...change } : it)) };
}

/** Served alone. */
export const servedOnly = (problem: Problem): Problem => ({
  ...problem,
  weights: { ...problem.weights, seats: 0, empty: 0, fairness: 0, topic: 0, backToBack: 0, wish: 0 },
});

/** A camp from a seed: several days, breaks, closed rooms, needs, hosts, pins, long sessions, repeats, a past. */
export function anyCamp(seed: number): Problem {
  const dice = random(seed);
  const one = (chance: number) => dice.below(chance) === 0;
  const some = (limit: number, chance: number) =>
    Array.from({ length: limit }, (_, i) => i).filter(() => one(chance));
  const T = 2 + dice.below(5);
  const R = 1 + dice.below(4);
  const S = 1 + dice.below(T * R + 3);
  const people = 5 + dice.below(40);
  const firstDay = 1 + dice.below(T);
  const problem: Problem = {
    slots: Array.from({ length: T }, (_, t) => ({
      id: `t${t}`,
      day: t < firstDay ? 0 : 1,
      break: one(9),
      over: one(12),
    })),
    rooms: Array.from({ length: R }, (_, r) => ({
      id: `r${r}`,
      capacity: 3 + dice.below(people),
      features: one(2) ? ["screen"] : [],
      stepFree: !one(3),
      closed: some(T, 10),
    })),
    sessions: Array.from({ length: S }, (_, s) => ({
      id: `s${s}`,
      hosts: Array.from({ length: dice.below(3) }, () => dice.below(people)),
      needs: one(4) ? ["screen"] : [],
      stepFree: one(6),
      length: one(7) ? 2 : 1,
      forbidden: some(T, 8),
      wished: some(T, 6),
      pin: { slot: one(8) ? dice.below(T) : null, room: one(10) ? dice.below(R) : null },
      copies: one(9) ? 2 : 1,
      topic: one(3) ? null : `k${dice.below(4)}`,
      audience: one(5) ? [1 + dice.below(5), 4 + dice.below(20)] : null,
      stars: dice.below(12),
    })),
    wants: Array.from({ length: people }, () => some(S, 4)),
    away: Array.from({ length: people }, () => some(T, 15)),
    here: one(3) ? Array.from({ length: people }, () => !one(4)) : null,
    published: [],
    weights: WEIGHTS,
  };
  if (one(2)) return problem;
  const published = problem.sessions.flatMap((it, session) =>
    one(3)
      ? []
      : [{ session, copy: 0, slot: dice.below(T - it.length + 1), room: dice.below(R), fixed: one(5) }],
  );
  return { ...problem, published };
}

/** Was this copy put where it is by a person, or by the day having begun? */
export function held(problem: Problem, session: number, copy: number): boolean {
  const { pin } = problem.sessions[session]!;
  const fixed = problem.published.some((it) => it.fixed && it.session === session && it.copy === copy);
  return fixed || (copy === 0 && (pin.slot !== null || pin.room !== null));
}

/** What a solution may never do; rules a held placement breaks by itself are a person's choice. */
export function breaches(problem: Problem, grid: Grid): string[] {
  const found: string[] = [];
  const cells = new Map<string, number>();
  const copies = new Set<string>();
  for (const it of grid) {
    const session = problem.sessions[it.session]!;
    const name = `${it.session}.${it.copy}`;
    if (copies.has(name)) found.push(`${name} twice`);
    copies.add(name);
    const spans = session.length === 2 ? [it.slot, it.slot + 1] : [it.slot];
    const free = !held(problem, it.session, it.copy);
    const room = problem.rooms[it.room];
    for (const t of spans) {
      const slot = problem.slots[t];
      if (slot === undefined || slot.day !== problem.slots[it.slot]!.day) found.push(`${name} past the day`);
      const cell = `${t}/${it.room}`;
      if (cells.has(cell)) found.push(`${name} on top of ${cells.get(cell)}`);
      cells.set(cell, it.session);
      if (free && (slot?.break || slot?.over)) found.push(`${name} in a break`);
      if (free && session.forbidden.includes(t)) found.push(`${name} in a forbidden slot`);
      if (free && session.hosts.some((host) => problem.away[host]!.includes(t)))
        found.push(`${name} host away`);
      if (free && room?.closed.includes(t)) found.push(`${name} in a closed room`);
      for (const other of grid) {
        if (other === it || (!free && held(problem, other.session, other.copy))) continue;
        const long = problem.sessions[other.session]!.length === 2;
        if (other.slot !== t && !(long && other.slot + 1 === t)) continue;
        if (other.session === it.session) found.push(`${name} beside its repeat`);
        if (problem.sessions[other.session]!.hosts.some((host) => session.hosts.includes(host)))
          found.push(`${name} host in two places`);
      }
    }
    if (free && session.stepFree && !room?.stepFree) found.push(`${name} not step-free`);
    if (free && !session.needs.every((need) => room?.features.includes(need)))
      found.push(`${name} lacks a feature`);
  }
  for (const it of problem.published) {
    const now = grid.find((at) => at.session === it.session && at.copy === it.copy);
    if (it.fixed && now && (now.slot !== it.slot || now.room !== it.room))
      found.push(`${it.session} was running`);
  }
  return found;
}

/** All ways to give every session a slot, at most `rooms` each: for camps small enough to try them all. */
export function everySchedule(
  slots: number,
  rooms: number,
  sessions: number,
  visit: (slotOf: number[]) => void,
): void {
  const slotOf: number[] = [];
  const used = new Array<number>(slots).fill(0);
  const next = () => {
    if (slotOf.length === sessions) return visit(slotOf);
    for (let t = 0; t < slots; t++) {
      if (used[t] === rooms) continue;
      used[t]!++;
      slotOf.push(t);
      next();
      slotOf.pop();
      used[t]!--;
    }
  };
  next();
}

/** A solver that refuses to be asked. */
export const noSolver: Solver = {
  linear(): LinearProgram {
    throw new Error("Nobody should have asked");
  },
};
