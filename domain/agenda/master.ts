/** The set-partitioning programme: choose a column for every slot so that every piece is somewhere once. */
import type { Column } from "#domain/agenda/columns.ts";
import type { Pieces } from "#domain/agenda/pieces.ts";
import type { Grid } from "#domain/agenda/problem.ts";
import type { Certificate } from "#domain/agenda/solution.ts";

export type Row = { readonly lower: number; readonly upper: number };

/** A variable from 0 to 1 (or more, when several like slots may hold the same), and its entries by row. */
export type Variable = {
  readonly cost: number;
  readonly upper: number;
  readonly rows: readonly number[];
  readonly values: readonly number[];
};

export type LinearProgram = {
  add(variables: readonly Variable[]): void;
  /** Maximises. @returns the objective and what one more unit of each row's right side would bring */
  solve(): { readonly objective: number; readonly duals: Float64Array };
  dispose(): void;
};

/** A solver of linear programmes, for instance HiGHS. */
export type Solver = {
  linear(rows: readonly Row[]): LinearProgram;
};

export type Effort = {
  readonly solver: Solver;
  /** False ends the work with the bound reached so far. */
  readonly goOn: () => boolean;
  readonly onBound?: (certificate: Certificate) => void;
  /** More good grids, whose slots make good first columns. */
  readonly hints?: readonly Grid[];
};

/** Row numbers: one per unit, one per kind of slot, then hands, then both halves of long sessions. */
export type Layout = {
  readonly rows: readonly Row[];
  readonly kindRow: (kind: number) => number;
  readonly kinds: number;
  /** The row that keeps the hands left out down, or -1 when nothing is left out. */
  readonly handsRow: number;
  readonly hands: Int32Array;
  /** Rows of long sessions whose first half may be in a slot of this kind. */
  readonly joints: readonly (readonly number[])[];
  variable(column: Column): Variable;
  /** Variables too dear to use, so that the programme has a solution before there are enough columns. */
  readonly escapes: readonly Variable[];
};

/** @param handsLeft hands the grid to beat leaves out; no other grid may leave out more */
export function layout(cut: Pieces, handsLeft: number): Layout {
  const { model, pieces, kinds } = cut;
  const U = model.units;
  const hands = Int32Array.from({ length: U }, (_, u) => Math.max(1, model.fans[model.session[u]!]!.length));
  const rows: Row[] = [];
  for (let u = 0; u < U; u++) rows.push({ lower: handsLeft === 0 ? 1 : 0, upper: 1 });
  for (const { slots } of kinds) rows.push({ lower: slots.length, upper: slots.length });
  let handsRow = -1;
  if (handsLeft > 0) {
    const all = hands.reduce((sum, n) => sum + n, 0);
    handsRow = rows.push({ lower: all - handsLeft, upper: all }) - 1;
  }
  // A first half in one slot calls for the second half in the next: their difference is nought.
  const joint = new Map<string, number>();
  const joints = kinds.map(() => [] as number[]);
  for (const [i, { unit, half }] of pieces.entries()) {
    if (half !== 0 || model.length[unit] !== 2) continue;
    for (const [kind, { slots, candidates }] of kinds.entries()) {
      if (!candidates.includes(i)) continue;
      const row = rows.push({ lower: 0, upper: 0 }) - 1;
      joint.set(`${unit}:${slots[0]}`, row);
      joints[kind]!.push(row);
    }
  }
  const dear = model.problem.weights.served * model.people;
  return {
    rows,
    kindRow: (kind) => U + kind,
    kinds: kinds.length,
    handsRow,
    hands,
    joints,
    escapes: rows.flatMap(({ upper }, row) =>
      [1, -1].map((sign) => ({ cost: -dear, upper: Math.max(1, upper), rows: [row], values: [sign] })),
    ),
    variable({ kind, pieces: list, value }) {
      const at = [U + kind];
      const values = [1];
      const slot = kinds[kind]!.slots[0]!;
      let weight = 0;
      for (const piece of list) {
        const { unit, half } = pieces[piece]!;
        if (half === 0) {
          at.push(unit);
          values.push(1);
          weight += hands[unit]!;
        }
        const row = model.length[unit] === 2 ? joint.get(`${unit}:${slot - half}`) : undefined;
        if (row !== undefined) {
          at.push(row);
          values.push(half === 0 ? 1 : -1);
        }
      }
      if (handsRow >= 0 && weight > 0) {
        at.push(handsRow);
        values.push(weight);
      }
      return { cost: value, upper: kinds[kind]!.slots.length, rows: at, values };
    },
  };
}

/** What a row is worth to a bound: whole fine points, and never of a sign that would make it no bound. */
export function roundDual({ lower, upper }: Row, dual: number, fine: number): number {
  const whole = Math.round(dual * fine);
  if (lower === upper) return whole;
  return lower === 0 ? Math.max(0, whole) : Math.min(0, whole);
}
