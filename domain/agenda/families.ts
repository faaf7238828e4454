/**
 * Kinds of slots in which a piece costs the same are searched together: they differ in a few pieces that may not be
 * there, and in their rooms, so one search finds the columns of all of them.
 */
import type { Layout } from "#domain/agenda/master.ts";
import type { Pieces } from "#domain/agenda/pieces.ts";

export type Family = {
  /** Numbers of kinds. */
  readonly kinds: readonly number[];
  /** Pieces that may be in one of them. */
  readonly candidates: readonly number[];
  /** The most and the fewest pieces one of them holds. */
  readonly most: number;
  readonly least: number;
};

/** Kinds are told apart by a bit of a word. */
const MOST_KINDS = 30;

/** A long session costs something else in every slot; without one all kinds are of one family. */
export function familiesOf(cut: Pieces): Family[] {
  const all = [...cut.kinds.keys()];
  if (cut.hasLong || all.length > MOST_KINDS) return all.map((kind) => familyOf(cut, [kind]));
  return [familyOf(cut, all)];
}

export function familyOf(cut: Pieces, kinds: readonly number[]): Family {
  const mine = kinds.map((kind) => cut.kinds[kind]!);
  const candidates = new Set(mine.flatMap((it) => it.candidates));
  return {
    kinds,
    candidates: [...candidates].sort((a, b) => a - b),
    most: Math.max(0, ...mine.map((it) => it.most)),
    least: Math.min(...mine.map((it) => it.least)),
  };
}

/** What each piece costs in slots of a family, fine points, under the prices of the programme's rows. */
export function pricesOf(cut: Pieces, master: Layout, { kinds }: Family, duals: Float64Array): Float64Array {
  const prices = new Float64Array(cut.pieces.length);
  for (const kind of kinds)
    for (const piece of cut.kinds[kind]!.candidates) {
      const { rows, values } = master.variable({ kind, pieces: [piece], value: 0 });
      let sum = 0;
      for (let i = 1; i < rows.length; i++) sum += duals[rows[i]!]! * values[i]!;
      prices[piece] = sum;
    }
  return prices;
}
