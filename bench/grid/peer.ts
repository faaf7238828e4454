/**
 * The method other camps use, ported plainly to have something to compare with: hill climbing that rotates the
 * contents of a cell through two or more slots, scores the whole grid again each time, and keeps what is not worse.
 * A person who wants N sessions gets 2k / (N (k + 1)) for a slot that holds k of them.
 */
import type { Instance } from "#bench/grid/instance.ts";
import { type Random, random, shuffle } from "#domain/agenda/random.ts";

/** cells[slot * rooms + room] is a session, or -1. */
export type Cells = Int32Array;

/** How many wanted sessions each person has in each slot decides everything; both scores are counted from it. */
export function scores(instance: Instance, cells: Cells): { own: number; served: number } {
  const { T, R, A, S, votes } = instance;
  const slotOf = new Int32Array(S).fill(-1);
  cells.forEach((session, cell) => {
    if (session >= 0) slotOf[session] = Math.floor(cell / R);
  });
  const inSlot = new Int32Array(T);
  let own = 0;
  let served = 0;
  for (let a = 0; a < A; a++) {
    const wanted = votes[a]!;
    inSlot.fill(0);
    for (const s of wanted) if (slotOf[s]! >= 0) inSlot[slotOf[s]!]!++;
    for (const k of inSlot) {
      if (k === 0) continue;
      served++;
      own += (2 * k) / (wanted.length * (k + 1));
    }
  }
  return { own, served };
}

/** Takes one random cell from each of two or more slots and passes their contents round. */
function rotate(cells: Cells, T: number, R: number, dice: Random): () => void {
  const length = 2 + dice.below(Math.max(1, Math.min(3, T - 1)));
  const slots = new Set<number>();
  while (slots.size < Math.min(length, T)) slots.add(dice.below(T));
  const ring = [...slots].map((t) => t * R + dice.below(R));
  const before = ring.map((cell) => cells[cell]!);
  ring.forEach((cell, i) => {
    cells[cell] = before[(i + 1) % ring.length]!;
  });
  return () => {
    ring.forEach((cell, i) => {
      cells[cell] = before[i]!;
    });
  };
}

/** @param goOn asked before each move, for instance until as much CPU is used as we used */
export function peer(instance: Instance, seed: number, goOn: () => boolean): { own: number; served: number } {
  const { S, T, R } = instance;
  const dice = random(seed);
  const cells = new Int32Array(T * R).fill(-1);
  const order = shuffle(
    Array.from({ length: S }, (_, s) => s),
    dice,
  );
  order.slice(0, T * R).forEach((s, i) => {
    cells[(i % T) * R + Math.floor(i / T)] = s;
  });
  let now = scores(instance, cells);
  while (goOn()) {
    const undo = rotate(cells, T, R, dice);
    const then = scores(instance, cells);
    if (then.own >= now.own) now = then;
    else undo();
  }
  return now;
}
