/** Sets of people as bits in 32-bit words, so that a move is priced by counting bits. */

/** Words that hold `size` bits. */
export const wordsFor = (size: number): number => (size + 31) >>> 5;

/** Number of ones in a 32-bit word (Warren, Hacker's Delight, 2002). */
export function popcount(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

export function setBit(bits: Int32Array, offset: number, index: number): void {
  const at = offset + (index >>> 5);
  bits[at] = bits[at]! | (1 << (index & 31));
}
