/**
 * The price of a whole grid, term by term, counted afresh from the problem: slow, and without a table of the search,
 * so that the two can be held against each other.
 */
import { fairnessLoss } from "#domain/agenda/fairness.ts";
import type { Grid, Placement, Problem } from "#domain/agenda/problem.ts";
import { headShare } from "#domain/agenda/rooms.ts";
import { type Measures, TERM_NAMES, type Terms } from "#domain/agenda/solution.ts";
import { beyondSeats } from "#domain/room.ts";

export type Reckoning = { readonly terms: Terms; readonly score: number; readonly measures: Measures };

/** Who wants a session and counts: hands and hosts, those who are here. */
export function fansOfSession(problem: Problem, session: number): Set<number> {
  const fans = new Set<number>();
  problem.wants.forEach((wants, person) => {
    if (wants.includes(session)) fans.add(person);
  });
  for (const host of problem.sessions[session]!.hosts) fans.add(host);
  if (problem.here !== null) for (const person of fans) if (!problem.here[person]) fans.delete(person);
  return fans;
}

/** Any grid may be reckoned, also one a person made that breaks rules. */
export const reckon = (problem: Problem, grid: Grid): Reckoning => reckoner(problem)(grid);

/** The same for many grids of one problem: who wants what is looked up once. */
export function reckoner(problem: Problem): (grid: Grid) => Reckoning {
  const fans = problem.sessions.map((_, s) => fansOfSession(problem, s));
  const could = couldHaveServed(problem, fans);
  return (grid) => reckonWith(problem, fans, could, grid);
}

function reckonWith(
  problem: Problem,
  fans: readonly Set<number>[],
  could: Int32Array,
  grid: Grid,
): Reckoning {
  const { slots, rooms, sessions, weights } = problem;
  const people = problem.wants.length;
  const served = new Int32Array(people);
  let unseated = 0;
  let bare = 0;
  let pairs = 0;
  for (let t = 0; t < slots.length; t++) {
    const here = grid.filter((it) => covers(problem, it, t));
    const wanted = new Int32Array(people);
    for (const it of here) for (const person of fans[it.session]!) wanted[person]!++;
    for (let a = 0; a < people; a++) if (wanted[a]! > 0) served[a]!++;
    for (const it of here) {
      const { audience, copies } = sessions[it.session]!;
      let demand = 1000 * (audience?.[it.copy] ?? 0);
      if (audience === null)
        for (const person of fans[it.session]!) demand += headShare(wanted[person]!, copies);
      const seats = rooms[it.room]!.capacity * 1000;
      unseated += beyondSeats(demand, seats);
      bare += Math.floor((Math.max(0, seats - 4 * demand) * weights.empty) / 1000);
    }
    here.forEach((a, i) => {
      const topic = sessions[a.session]!.topic;
      if (topic === null) return;
      pairs += here.slice(i + 1).filter((b) => sessions[b.session]!.topic === topic).length;
    });
  }
  let unfair = 0;
  for (let a = 0; a < people; a++) unfair += fairnessLoss(weights.fairness, could[a]!, served[a]!);
  const servedSlots = served.reduce((sum, n) => sum + n, 0);
  const terms: Terms = {
    served: weights.served * servedSlots,
    seats: 0 - weights.seats * unseated,
    empty: 0 - bare,
    fairness: 0 - unfair,
    spread: 0 - weights.topic * pairs - weights.backToBack * backToBack(problem, grid),
    stability: 0 - unrest(problem, grid),
    wishes: weights.wish * grid.filter((it) => sessions[it.session]!.wished.includes(it.slot)).length,
    leftOut: 0 - weights.leftOut * handsLeftOut(problem, grid, fans),
  };
  return {
    terms,
    score: TERM_NAMES.reduce((sum, name) => sum + terms[name], 0),
    measures: {
      served: servedSlots,
      wishes: could.reduce((sum, n) => sum + n, 0),
      unseated,
      worstTenth: worstTenth(served, could),
    },
  };
}

/** Whether a placement takes up slot t. */
export function covers(problem: Problem, it: Placement, t: number): boolean {
  return t >= it.slot && t < it.slot + problem.sessions[it.session]!.length;
}

function couldHaveServed(problem: Problem, fans: readonly Set<number>[]): Int32Array {
  const { slots, sessions, published } = problem;
  const pinned = new Set<number>();
  for (const it of sessions) if (it.pin.slot !== null) pinned.add(it.pin.slot);
  for (const it of published) if (it.fixed) pinned.add(it.slot);
  const usable = slots.filter((slot, t) => (!slot.break && !slot.over) || pinned.has(t)).length;
  const could = new Int32Array(problem.wants.length);
  fans.forEach((set, s) => {
    for (const person of set) could[person]! += sessions[s]!.length * sessions[s]!.copies;
  });
  return could.map((n) => Math.min(n, usable));
}

function backToBack(problem: Problem, grid: Grid): number {
  const { sessions, slots } = problem;
  let pairs = 0;
  for (const a of grid)
    for (const b of grid) {
      if (a.slot + sessions[a.session]!.length !== b.slot || slots[a.slot]!.day !== slots[b.slot]!.day)
        continue;
      if (sessions[a.session]!.hosts.some((host) => sessions[b.session]!.hosts.includes(host))) pairs++;
    }
  return pairs;
}

function unrest(problem: Problem, grid: Grid): number {
  const { weights, sessions } = problem;
  let points = 0;
  for (const was of problem.published) {
    if (was.copy >= sessions[was.session]!.copies) continue;
    const full = weights.moved + weights.movedStar * sessions[was.session]!.stars;
    const now = grid.find((it) => it.session === was.session && it.copy === was.copy);
    if (now === undefined || now.slot !== was.slot) points += full;
    else if (now.room !== was.room) points += Math.floor(full / 10);
  }
  return points;
}

function handsLeftOut(problem: Problem, grid: Grid, fans: readonly Set<number>[]): number {
  let hands = 0;
  problem.sessions.forEach((it, s) => {
    const placed = grid.filter((placement) => placement.session === s).length;
    hands += (it.copies - placed) * Math.max(1, fans[s]!.size);
  });
  return hands;
}

/** Mean share, in thousandths, of the tenth who got least of what they could have had. */
export function worstTenth(served: Int32Array, could: Int32Array): number {
  const shares: number[] = [];
  could.forEach((most, a) => {
    if (most > 0) shares.push(Math.floor((1000 * Math.min(most, served[a]!)) / most));
  });
  shares.sort((a, b) => a - b);
  const worst = shares.slice(0, Math.max(1, Math.floor(shares.length / 10)));
  return worst.length === 0 ? 1000 : Math.floor(worst.reduce((sum, n) => sum + n, 0) / worst.length);
}
