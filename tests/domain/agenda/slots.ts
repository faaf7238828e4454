/** Every column a small camp has, by trying them all, and what each profits at given prices. */
import { valuer } from "#domain/agenda/columns.ts";
import { cut, type Pieces } from "#domain/agenda/pieces.ts";
import { random } from "#domain/agenda/random.ts";
import { FINE } from "#domain/agenda/relax.ts";
import { anyCamp } from "#tests/domain/agenda/camps.ts";

export type Priced = { readonly pieces: readonly number[]; readonly value: number; readonly profit: number };

/** A small random camp cut into pieces, with random prices. */
export function priced(seed: number): { pieces: Pieces; prices: Float64Array } {
  const camp = anyCamp(seed);
  const pieces = cut(
    {
      ...camp,
      sessions: camp.sessions.slice(0, 9),
      published: [],
      wants: camp.wants.map((list) => list.filter((s) => s < 9)),
    },
    false,
  );
  const dice = random(seed);
  const prices = Float64Array.from(pieces.pieces, ({ fans }) => dice.below(1 + fans.length * 1200) * FINE);
  return { pieces, prices };
}

export function everyColumn(pieces: Pieces, kind: number, prices: Float64Array): Priced[] {
  const { candidates, most } = pieces.kinds[kind]!;
  const value = valuer(pieces);
  const columns: Priced[] = [];
  const add = (list: readonly number[], from: number): void => {
    const points = value(kind, list);
    if (points !== null) {
      const profit = points * FINE - list.reduce((sum, piece) => sum + prices[piece]!, 0);
      columns.push({ pieces: list, value: points, profit });
    }
    if (list.length === most) return;
    for (let i = from; i < candidates.length; i++) {
      const piece = candidates[i]!;
      if (list.every((other) => !pieces.foes[piece]!.includes(other))) add([...list, piece], i + 1);
    }
  };
  add([], 0);
  return columns;
}
