/** A column: what one slot could hold, and what that is worth. The certificate chooses among columns. */
import { FORBIDDEN } from "#domain/agenda/matching.ts";
import type { Pieces } from "#domain/agenda/pieces.ts";
import { roomPricer } from "#domain/agenda/rooms.ts";

export type Column = {
  readonly kind: number;
  readonly pieces: readonly number[];
  /** Points: served less seats. */
  readonly value: number;
};

export type Valuer = (kind: number, pieces: readonly number[]) => number | null;

/** @returns a function giving a column's points, or null when the rooms of that slot cannot hold it */
export function valuer({ model, pieces, kinds }: Pieces): Valuer {
  const pricer = roomPricer(model);
  const held = new Int32Array(model.units).fill(-1);
  const there = new Uint8Array(model.people);
  const { served } = model.problem.weights;
  return (kind, list) => {
    const units = list.map((piece) => pieces[piece]!.unit);
    const loss = pricer.price(kinds[kind]!.slots[0]!, units, units.length, held);
    if (loss >= FORBIDDEN) return null;
    let people = 0;
    for (const piece of list)
      for (const person of pieces[piece]!.fans)
        if (there[person] === 0) {
          there[person] = 1;
          people++;
        }
    for (const piece of list) for (const person of pieces[piece]!.fans) there[person] = 0;
    return served * people - loss;
  };
}

/** Columns without doubles. */
export type Pool = { readonly columns: Column[]; add(column: Column): boolean };

export function pool(): Pool {
  const seen = new Set<string>();
  const columns: Column[] = [];
  return {
    columns,
    add(column) {
      const key = `${column.kind}:${column.pieces.join(",")}`;
      if (seen.has(key)) return false;
      seen.add(key);
      columns.push(column);
      return true;
    },
  };
}
