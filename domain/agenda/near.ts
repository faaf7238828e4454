/** The columns near the best of their kind, found in one search for all kinds of a family. */
import type { Valuer } from "#domain/agenda/columns.ts";
import type { Family } from "#domain/agenda/families.ts";
import type { Pieces } from "#domain/agenda/pieces.ts";
import { type Found, price } from "#domain/agenda/pricing.ts";

export type Near = {
  /** Every column that stays at most `margin` fine points below the best of its kind. */
  readonly columns: readonly Found[];
  readonly margin: number;
  /** False when it was told to stop: there may be better columns then, and others. */
  readonly done: boolean;
};

/**
 * @param tops by kind: the profit of the best column known (fine points), and afterwards of the best there is
 * @param margin fine points wished for; made nought when that would be more columns than `most`
 */
export function nearColumns(
  cut: Pieces,
  family: Family,
  prices: Float64Array,
  weight: Float64Array,
  value: Valuer,
  tops: Float64Array,
  margin: number,
  most: number,
  goOn: () => boolean,
): Near {
  const floors = tops.slice();
  let columns: Found[] = [];
  let wide = margin;
  const lower = (kind: number) => {
    // A margin of nought still lets the best known column be found again.
    floors[kind] = tops[kind]! - wide - 1;
  };
  for (const kind of family.kinds) lower(kind);
  const done = price(cut, family, prices, weight, value, {
    floors,
    goOn,
    found(column) {
      columns.push(column);
      if (column.profit > tops[column.kind]!) tops[column.kind] = column.profit;
      if (columns.length > most && wide > 0) {
        columns = columns.filter(({ kind, profit }) => profit >= tops[kind]! - wide);
        if (columns.length > most / 2) wide = 0;
        for (const kind of family.kinds) lower(kind);
      } else lower(column.kind);
    },
  });
  return {
    columns: columns.filter(({ kind, profit }) => profit >= tops[kind]! - wide),
    margin: wide,
    done,
  };
}
