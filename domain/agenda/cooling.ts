/**
 * How much worse a move may be and still be taken: one that loses d with probability exp(-d / temperature)
 * (Metropolis and others 1953; Kirkpatrick, Gelatt and Vecchi 1983). Only sums, products and quotients, which every
 * machine rounds alike.
 */

const ENTRIES = 4096;

/** Natural logarithm by its area series: Math.log may differ from engine to engine in the last digit. */
export function logarithm(x: number): number {
  let halvings = 0;
  let y = x;
  while (y < 0.75) {
    y *= 2;
    halvings++;
  }
  const z = (y - 1) / (y + 1);
  let power = z;
  let sum = 0;
  for (let n = 1; n < 60; n += 2) {
    sum += power / n;
    power *= z * z;
  }
  return 2 * sum - halvings * Math.LN2;
}

/** throws[i] is -1000 ln of the middle of the i-th of 4096 equal parts of (0, 1). */
export const THROWS = Int32Array.from({ length: ENTRIES }, (_, i) =>
  Math.round(-1000 * logarithm((i + 0.5) / ENTRIES)),
);

/** Cooling goes in a hundred steps; after all of them a tenth of the heat is left. */
export const STEPS = 100;
const PER_STEP = 0.9772372209558107;

/** The floor for the next move: minus the heat (points) times a throw, rounded down to whole points. */
export const floorFor = (heat: number, bits: number): number =>
  -Math.floor((heat * THROWS[bits >>> 20]!) / 1000);

export const cooler = (heat: number): number => heat * PER_STEP;
