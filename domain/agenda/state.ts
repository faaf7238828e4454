/** A grid while it is being searched: who is where, and per slot two bit sets over people. */
import { type FairnessTable, fairnessTable } from "#domain/agenda/fairness.ts";
import { FORBIDDEN } from "#domain/agenda/matching.ts";
import type { Model } from "#domain/agenda/model.ts";
import { type RoomPricer, roomPricer } from "#domain/agenda/rooms.ts";

export type State = {
  readonly model: Model;
  readonly pricer: RoomPricer;
  /** The slot each unit begins in; the pool (number model.slots) for one left out. */
  readonly begin: Int32Array;
  /** The room a long unit keeps, or -1. */
  readonly held: Int32Array;
  /** members[slot * width + i] for i below size[slot]; the pool has a row too. */
  readonly members: Int32Array;
  readonly width: number;
  readonly size: Int32Array;
  /** any: at least one wanted unit there. one: exactly one. The pool serves everybody, so nothing is gained there. */
  readonly any: Int32Array;
  readonly one: Int32Array;
  readonly roomLoss: Float64Array;
  readonly served: Int32Array;
  /** Points of `served` over everybody, served and fairness, kept as it changes. Boxed to be shared. */
  readonly people: Float64Array;
  readonly fair: FairnessTable;
  readonly topics: Int32Array;
};

/** Every unit in the pool. */
export function emptyState(model: Model): State {
  const { slots: T, units: U, words } = model;
  const width = Math.max(1, U);
  const any = new Int32Array((T + 1) * words);
  any.fill(-1, T * words);
  const state: State = {
    model,
    pricer: roomPricer(model),
    begin: new Int32Array(U).fill(T),
    held: new Int32Array(U).fill(-1),
    members: new Int32Array((T + 1) * width),
    width,
    size: new Int32Array(T + 1),
    any,
    one: new Int32Array((T + 1) * words),
    roomLoss: new Float64Array(T + 1),
    served: new Int32Array(model.people),
    people: new Float64Array(1),
    fair: fairnessTable(model.problem.weights.fairness, T),
    topics: new Int32Array((T + 1) * Math.max(1, model.topics)),
  };
  for (let u = 0; u < U; u++) state.members[T * width + state.size[T]!++] = u;
  for (let a = 0; a < model.people; a++)
    state.people[0]! -= state.fair.loss[model.could[a]! * state.fair.width]!;
  return state;
}

export const membersOf = (state: State, t: number): Int32Array =>
  state.members.subarray(t * state.width, t * state.width + state.size[t]!);

/** Moves a unit to begin in slot t (the pool's number takes it out). `touch` must follow for every slot it leaves or enters. */
export function put(state: State, unit: number, t: number, room = -1): void {
  const { model, begin, members, width, size, topics } = state;
  const T = model.slots;
  const topic = model.topic[unit]!;
  const from = begin[unit]!;
  for (let at = from, end = from + (from === T ? 1 : model.length[unit]!); at < end; at++) {
    const row = at * width;
    for (let i = 0; i < size[at]!; i++) {
      if (members[row + i] !== unit) continue;
      members[row + i] = members[row + --size[at]!]!;
      break;
    }
    if (topic >= 0) topics[at * model.topics + topic]!--;
  }
  begin[unit] = t;
  state.held[unit] = room;
  for (let at = t, end = t + (t === T ? 1 : model.length[unit]!); at < end; at++) {
    members[at * width + size[at]!++] = unit;
    if (topic >= 0) topics[at * model.topics + topic]!++;
  }
}

/** Rebuilds the two bit sets and the counts of a slot after its members changed. */
export function touch(state: State, t: number): void {
  const { model, any, one, served, members, fair, people } = state;
  if (t >= model.slots) return;
  const { words, wanted, could } = model;
  const row = t * state.width;
  const until = row + state.size[t]!;
  let points = 0;
  for (let w = 0, at = t * words; w < words; w++, at++) {
    let some = 0;
    let single = 0;
    for (let i = row; i < until; i++) {
      const fans = wanted[members[i]! * words + w]!;
      single = (single & ~fans) | (fans & ~some);
      some |= fans;
    }
    for (let change = some ^ any[at]!; change !== 0; change &= change - 1) {
      const bit = 31 - Math.clz32(change & -change);
      const step = (some >>> bit) & 1 ? 1 : -1;
      const person = w * 32 + bit;
      const loss = could[person]! * fair.width + served[person]!;
      points += step * model.problem.weights.served + fair.loss[loss]! - fair.loss[loss + step]!;
      served[person]! += step;
    }
    any[at] = some;
    one[at] = single;
  }
  people[0]! += points;
}

/** Prices the rooms of a slot from what is in it now. */
export function priceRooms(state: State, t: number): number {
  const row = t * state.width;
  return state.pricer.price(t, state.members.subarray(row, row + state.size[t]!), state.size[t]!, state.held);
}

/** Rebuilds all a state keeps about the slots given. False when somebody there finds no room. */
export function settle(state: State, slots: Iterable<number>): boolean {
  let possible = true;
  for (const t of slots) {
    if (t >= state.model.slots) continue;
    touch(state, t);
    state.roomLoss[t] = priceRooms(state, t);
    if (state.roomLoss[t]! >= FORBIDDEN) possible = false;
  }
  return possible;
}

/** Copies one state of a model over another. */
export function copyState(from: State, to: State): void {
  for (const key of ["begin", "held", "members", "size", "any", "one", "served", "topics"] as const)
    to[key].set(from[key]);
  to.roomLoss.set(from.roomLoss);
  to.people.set(from.people);
}

/** A state of the same model, with tables of its own. */
export function cloneState(from: State): State {
  const to = emptyState(from.model);
  copyState(from, to);
  return to;
}
