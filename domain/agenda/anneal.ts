/**
 * The search: exchanges of two cells of different slots, now and then a compound move, accepted by the rule of
 * simulated annealing. Leaves the state at the best grid it met.
 */
import { cellsOf, chain, longMove, rotation } from "#domain/agenda/compound.ts";
import { cooler, floorFor, STEPS } from "#domain/agenda/cooling.ts";
import type { Model } from "#domain/agenda/model.ts";
import { finish } from "#domain/agenda/pauses.ts";
import { pricerOf, REFUSED } from "#domain/agenda/price.ts";
import type { Random } from "#domain/agenda/random.ts";
import { shift } from "#domain/agenda/shift.ts";
import { cloneState, copyState, type State } from "#domain/agenda/state.ts";

/** One move in so many is compound. */
const COMPOUND = 64;
/** Moves between two pauses. */
const STEPS_A_TURN = 128;

export function anneal(state: State, heat: number, iterations: number, dice: Random): number {
  return finish(annealing(state, heat, iterations, dice));
}

/**
 * Anneals with pauses, so that a server can do other things between.
 *
 * @param heat the first temperature, in points; the last is a tenth of it
 * @param iterations moves tried
 * @returns points won over the state it began with, never negative
 */
export function* annealing(
  state: State,
  heat: number,
  iterations: number,
  dice: Random,
): Generator<void, number, void> {
  const { model, begin, size, members, width } = state;
  const T = model.slots;
  const movable = unitsThatMove(model);
  if (movable.length === 0 || T === 0) return 0;
  const cells = cellsOf(state);
  const pricer = pricerOf(state);
  const best = cloneState(state);
  const perStep = Math.max(1, Math.floor(iterations / STEPS));
  let won = 0;
  let most = 0;
  let warmth = heat;
  let saved = true;

  const accept = (delta: number) => {
    if (delta === REFUSED) return;
    // The best grid is copied out only when the search is about to leave it.
    if (delta < 0 && !saved) {
      copyState(state, best);
      saved = true;
    }
  };

  for (let i = 1; i <= iterations; i++) {
    const s = movable[dice.below(movable.length)]!;
    const floor = floorFor(warmth, dice.bits());
    if (model.length[s] === 2 || dice.below(COMPOUND) === 0) {
      const steps =
        model.length[s] === 2
          ? longMove(state, s, cells, dice)
          : dice.below(2) === 0
            ? rotation(state, s, cells, dice)
            : chain(state, s, cells, dice);
      if (steps.length > 0) {
        // A compound move is made before its price is known, so the best grid is saved first.
        accept(-1);
        const delta = shift(state, steps, floor);
        if (delta !== REFUSED) won += delta;
      }
    } else {
      const t = begin[s]!;
      let u = dice.below(size[T]! > 0 ? T : T - 1);
      if (u >= t) u++;
      if (u <= T) {
        const cell = dice.below(u === T ? size[T]! : Math.max(1, cells[u]!));
        const w = cell < size[u]! ? members[u * width + cell]! : -1;
        if (w < 0 ? u < T : model.length[w] === 1) {
          const delta = pricer.swap(s, w, u, floor);
          if (delta !== REFUSED) {
            accept(delta);
            pricer.apply(s, w, u);
            won += delta;
          }
        }
      }
    }
    if (won > most) {
      most = won;
      saved = false;
    }
    if (i % perStep === 0) warmth = cooler(warmth);
    if (i % STEPS_A_TURN === 0) yield;
  }
  if (won < most) copyState(best, state);
  return most;
}

/** Units a search may move: all but those held to a slot where they already stand, and the impossible. */
export function unitsThatMove(model: Model): number[] {
  const units: number[] = [];
  for (let u = 0; u < model.units; u++) {
    if (model.pins.impossible[u]) continue;
    if (model.pins.slot[u]! < 0 || model.length[u] === 2) units.push(u);
  }
  return units;
}
