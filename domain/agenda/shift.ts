/**
 * Moves of several units at once: made, scored, and taken back unless they are worth it. The only way to move long
 * sessions, hosts who block one another, and chains through a full grid.
 */
import { FORBIDDEN } from "#domain/agenda/matching.ts";
import { REFUSED } from "#domain/agenda/price.ts";
import { put, type State, settle } from "#domain/agenda/state.ts";
import { total } from "#domain/agenda/total.ts";

/** A unit, the slot it shall begin in (the pool's number takes it out), and the room a long one keeps. */
export type Step = { readonly unit: number; readonly slot: number; readonly room: number };

/** Does every hard rule but the rooms hold for this unit where it stands? */
export function lawful(state: State, unit: number): boolean {
  const { model, begin } = state;
  const T = model.slots;
  const from = begin[unit]!;
  if (from === T) return model.pins.slot[unit]! < 0;
  if (model.allowed[unit * T + from] === 0) return false;
  const until = from + model.length[unit]!;
  for (const other of model.conflicts[unit]!) {
    const at = begin[other]!;
    if (at < T && at < until && from < at + model.length[other]!) return false;
  }
  return true;
}

function slotsTouched(state: State, steps: readonly Step[]): Set<number> {
  const { model, begin } = state;
  const touched = new Set<number>();
  for (const { unit, slot } of steps)
    for (const from of [begin[unit]!, slot])
      for (let t = from; t < from + model.length[unit]! && t <= model.slots; t++) touched.add(t);
  return touched;
}

/** Makes all the steps if together they bring at least `floor` points; else REFUSED, with the state as it was. */
export function shift(state: State, steps: readonly Step[], floor: number): number {
  const { begin, held } = state;
  const touched = slotsTouched(state, steps);
  const back = steps.map(({ unit }) => ({ unit, slot: begin[unit]!, room: held[unit]! }));
  const before = total(state);
  for (const { unit, slot, room } of steps) put(state, unit, slot, room);
  if (steps.every(({ unit }) => lawful(state, unit)) && settle(state, touched)) {
    const delta = total(state) - before;
    if (delta >= floor) return delta;
  }
  for (const { unit, slot, room } of back) put(state, unit, slot, room);
  if (!settle(state, touched)) throw new Error(`A slot that had rooms has none (${FORBIDDEN})`);
  return REFUSED;
}
