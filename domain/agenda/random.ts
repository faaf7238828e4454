/** Dice from a seed: the same throws on every machine. */

export type Random = {
  /** A whole number from 0 up to and without `limit`, at most 2^31. */
  below(limit: number): number;
  /** 32 random bits, not negative. */
  bits(): number;
};

/** A generator of 128 bits of state, sfc32 (Doty-Humphrey, PractRand, 2010), warmed up from one number. */
export function random(seed: number): Random {
  let a = seed | 0;
  let b = 0x9e3779b9 | 0;
  let c = 0x243f6a88 | 0;
  let counter = 1;
  const bits = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 15; i++) bits();
  // Multiply-shift instead of a remainder: no modulo bias worth a division here (Lemire 2019).
  return { bits, below: (limit) => Math.floor((bits() / 4294967296) * limit) };
}

/** Shuffles in place (Fisher-Yates as in Durstenfeld 1964). */
export function shuffle(items: number[], dice: Random): number[] {
  for (let i = items.length - 1; i > 0; i--) {
    const j = dice.below(i + 1);
    [items[i], items[j]] = [items[j]!, items[i]!];
  }
  return items;
}
