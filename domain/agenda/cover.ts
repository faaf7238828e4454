/** A slot being filled in the certificate's search: what every piece would still add, kept as pieces come and go. */
import type { Family } from "#domain/agenda/families.ts";
import type { Pieces } from "#domain/agenda/pieces.ts";
import { FINE } from "#domain/agenda/relax.ts";

export type Cover = {
  readonly chosen: readonly number[];
  /** Per piece, fine points: people it would newly serve, less its price. */
  readonly fresh: Float64Array;
  /** Bits of the people nobody chosen serves yet. */
  readonly free: Int32Array;
  /** Above 0 for pieces that may not join those chosen. */
  readonly barred: Int32Array;
  /** How many of those chosen each person wants. */
  readonly covered: Int32Array;
  take(piece: number): void;
  giveBack(): void;
  drop(piece: number): void;
};

export function coverOf(
  cut: Pieces,
  { candidates }: Pick<Family, "candidates">,
  prices: Float64Array,
): Cover {
  const { pieces, foes, model } = cut;
  const worth = model.problem.weights.served * FINE;
  const wanting = Array.from({ length: model.people }, () => [] as number[]);
  for (const piece of candidates) for (const person of pieces[piece]!.fans) wanting[person]!.push(piece);
  const wants = wanting.map((list) => Int32Array.from(list));
  const fans = pieces.map((piece) => piece.fans);
  const fresh = new Float64Array(pieces.length);
  const barred = new Int32Array(pieces.length);
  const covered = new Int32Array(model.people);
  const chosen: number[] = [];
  const free = new Int32Array(model.words).fill(-1);
  for (const piece of candidates) fresh[piece] = fans[piece]!.length * worth - prices[piece]!;

  function serve(person: number, sign: number): void {
    free[person >>> 5] = free[person >>> 5]! ^ (1 << (person & 31));
    const others = wants[person]!;
    for (let i = 0; i < others.length; i++) fresh[others[i]!]! -= sign * worth;
  }

  function take(piece: number): void {
    chosen.push(piece);
    const enemies = foes[piece]!;
    for (let i = 0; i < enemies.length; i++) barred[enemies[i]!]!++;
    const list = fans[piece]!;
    for (let f = 0; f < list.length; f++) if (covered[list[f]!]!++ === 0) serve(list[f]!, 1);
  }

  function release(piece: number): void {
    const enemies = foes[piece]!;
    for (let i = 0; i < enemies.length; i++) barred[enemies[i]!]!--;
    const list = fans[piece]!;
    for (let f = 0; f < list.length; f++) if (--covered[list[f]!]! === 0) serve(list[f]!, -1);
  }

  return {
    chosen,
    fresh,
    barred,
    covered,
    free,
    take,
    giveBack() {
      release(chosen.pop()!);
    },
    drop(piece) {
      chosen.splice(chosen.indexOf(piece), 1);
      release(piece);
    },
  };
}
