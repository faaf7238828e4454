/** The first grid: what people pinned, then session by session where it brings most, the hard ones first. */
import { cellsOf } from "#domain/agenda/compound.ts";
import type { Model } from "#domain/agenda/model.ts";
import { pricerOf, REFUSED } from "#domain/agenda/price.ts";
import type { Grid } from "#domain/agenda/problem.ts";
import type { Random } from "#domain/agenda/random.ts";
import { shift } from "#domain/agenda/shift.ts";
import { emptyState, type State } from "#domain/agenda/state.ts";

/** Inserts one by one, into an empty grid or beside what can be kept of an earlier one; the rest stays in the pool. */
export function greedy(model: Model, dice: Random, keep: Grid = []): State {
  const state = emptyState(model);
  placePinned(state);
  placeKept(state, keep);
  const { slots: T, pins } = model;
  const cells = cellsOf(state);
  const pricer = pricerOf(state);
  const toss = Array.from({ length: model.units }, () => dice.bits());
  const order = [...toss.keys()].filter(
    (u) => state.begin[u] === T && pins.slot[u]! < 0 && !pins.impossible[u],
  );
  const choices = order.length === 0 ? [] : toss.map((_, u) => startsOf(model, u));
  const hands = (u: number) => model.fans[model.session[u]!]!.length;
  order.sort(
    (a, b) =>
      model.length[b]! - model.length[a]! ||
      choices[a]! - choices[b]! ||
      hands(b) - hands(a) ||
      toss[a]! - toss[b]!,
  );
  for (const u of order) {
    if (model.length[u] === 2) {
      placeLong(state, u);
      continue;
    }
    let best = REFUSED;
    let where = -1;
    for (let t = 0; t < T; t++) {
      if (state.size[t]! >= cells[t]!) continue;
      const delta = pricer.swap(u, -1, t, REFUSED);
      if (delta > best) {
        best = delta;
        where = t;
      }
    }
    if (where < 0) continue;
    pricer.swap(u, -1, where, REFUSED);
    pricer.apply(u, -1, where);
  }
  return state;
}

/** Slots a unit may begin in, the fewer the harder; one that needs a special room is harder still. */
function startsOf(model: Model, u: number): number {
  let starts = 0;
  for (let t = 0; t < model.slots; t++) starts += model.allowed[u * model.slots + t]!;
  let rooms = 0;
  for (let r = 0; r < model.rooms; r++) rooms += model.fits[u * model.rooms + r]!;
  return starts * rooms;
}

/** What stands in a slot by a person's hand, running sessions first: `pinsOf` has ordered out the impossible. */
function placePinned(state: State): void {
  const { model } = state;
  const pinned = [...model.pins.slot.keys()].filter(
    (u) => model.pins.slot[u]! >= 0 && !model.pins.impossible[u],
  );
  const exact = (u: number) => (model.pins.room[u]! >= 0 ? 0 : 1);
  pinned.sort((a, b) => exact(a) - exact(b) || model.length[b]! - model.length[a]! || a - b);
  for (const u of pinned) {
    const slot = model.pins.slot[u]!;
    if (model.length[u] === 2) placeLong(state, u);
    else shift(state, [{ unit: u, slot, room: -1 }], REFUSED);
  }
}

function placeKept(state: State, keep: Grid): void {
  const { model } = state;
  for (const it of keep) {
    const unit = model.unitsOf[it.session]?.[it.copy];
    if (unit === undefined || state.begin[unit] !== model.slots || model.pins.impossible[unit]) continue;
    const room = model.length[unit] === 2 ? it.room : -1;
    shift(state, [{ unit, slot: it.slot, room }], REFUSED);
  }
}

function placeLong(state: State, u: number): void {
  const { slots: T, rooms: R, allowed, fits } = state.model;
  let best = REFUSED;
  let where = { unit: u, slot: -1, room: -1 };
  for (let t = 0; t < T; t++) {
    if (allowed[u * T + t] === 0) continue;
    for (let r = 0; r < R; r++) {
      if (fits[u * R + r] === 0) continue;
      const step = { unit: u, slot: t, room: r };
      const delta = shift(state, [step], REFUSED);
      if (delta === REFUSED) continue;
      shift(state, [{ unit: u, slot: T, room: -1 }], REFUSED);
      if (delta > best) {
        best = delta;
        where = step;
      }
    }
  }
  if (where.slot >= 0) shift(state, [where], REFUSED);
}
