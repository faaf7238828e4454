/**
 * The grid cut into what a certificate reasons about: slots of one kind, and pieces that may fill them. A long unit
 * is two halves, and which room it keeps is let go: that only makes the bound higher.
 */
import { compile, type Model } from "#domain/agenda/model.ts";
import type { Problem } from "#domain/agenda/problem.ts";

/** half is 0 for a short unit and the first half of a long one, 1 for the second half. */
export type Piece = { readonly unit: number; readonly half: 0 | 1; readonly fans: Int32Array };

/** Slots that are alike to every piece and room. */
export type Kind = {
  readonly slots: readonly number[];
  readonly candidates: readonly number[];
  readonly most: number;
  readonly least: number;
};

export type Pieces = {
  readonly model: Model;
  readonly pieces: readonly Piece[];
  readonly kinds: readonly Kind[];
  /** foes[piece] may not share a slot with it. */
  readonly foes: readonly Int32Array[];
  readonly hasLong: boolean;
};

/** The same question with only what a certificate speaks of: people served, and people without a seat. */
export function certifiable(problem: Problem): Problem {
  const { served, seats } = problem.weights;
  const none = { empty: 0, fairness: 0, topic: 0, backToBack: 0, moved: 0, movedStar: 0, wish: 0 };
  return { ...problem, weights: { ...problem.weights, ...none, served, seats } };
}

/** @param allPlaced whether the grid to beat leaves nothing out, so that no slot may stay emptier than it must */
export function cut(problem: Problem, allPlaced: boolean): Pieces {
  const model = compile(certifiable(problem));
  const { slots: T, rooms: R, units: U, allowed, open, pins } = model;
  const pieces: Piece[] = [];
  for (let unit = 0; unit < U; unit++)
    for (const half of model.length[unit] === 2 ? ([0, 1] as const) : ([0] as const))
      pieces.push({ unit, half, fans: model.fans[model.session[unit]!]! });
  const mayBe = ({ unit, half }: Piece, t: number) => t >= half && allowed[unit * T + t - half] === 1;
  const hasLong = pieces.some(({ half }) => half === 1);
  const cells = Array.from({ length: T }, (_, t) => {
    let rooms = 0;
    for (let r = 0; r < R; r++) {
      const pinned = pieces.some((piece) => pins.room[piece.unit] === r && mayBe(piece, t));
      if (open[t * R + r] === 1 || pinned) rooms++;
    }
    return rooms;
  });
  const holds = cells.map((rooms, t) => Math.min(rooms, pieces.filter((piece) => mayBe(piece, t)).length));
  const spare = holds.reduce((sum, n) => sum + n, 0) - pieces.length;
  const alike = new Map<string, number[]>();
  for (let t = 0; t < T; t++) {
    const look = [
      pieces.map((piece) => (mayBe(piece, t) ? 1 : 0)).join(""),
      Array.from({ length: R }, (_, r) => open[t * R + r]).join(""),
      hasLong ? t : "",
    ].join("|");
    alike.set(look, [...(alike.get(look) ?? []), t]);
  }
  return {
    model,
    pieces,
    hasLong,
    kinds: [...alike.values()].map((slots) => ({
      slots,
      candidates: pieces.flatMap((piece, i) => (mayBe(piece, slots[0]!) ? [i] : [])),
      most: holds[slots[0]!]!,
      least: allPlaced ? Math.max(0, holds[slots[0]!]! - spare) : 0,
    })),
    foes: pieces.map(({ unit }, i) =>
      Int32Array.from(
        pieces.flatMap((other, j) =>
          j !== i && (other.unit === unit || model.conflicts[unit]!.includes(other.unit)) ? [j] : [],
        ),
      ),
    ),
  };
}
