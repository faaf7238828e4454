/** The cheapest assignment of rows to columns, exactly. */

/** A cost no assignment may contain. */
export const FORBIDDEN = 1e12;

/** Room to work in: a search matches a million times without asking for memory. */
export type Matcher = {
  /** rowOf[column], or -1. */
  readonly rowOf: Int32Array;
  /**
   * Gives every row its own column at the least total cost, by shortest augmenting paths: Kuhn 1955 and
   * Munkres 1957 in the O(n^2 m) form of Jonker and Volgenant 1987.
   *
   * @param cost cost[row * columns + column], whole numbers; FORBIDDEN where they may not meet
   * @returns the total, or FORBIDDEN when some row finds no column; then rowOf is not to be read
   */
  assign(cost: Float64Array, rows: number, columns: number): number;
};

export function matcher(most: number): Matcher {
  const rowPrice = new Float64Array(most + 1);
  const columnPrice = new Float64Array(most + 1);
  const rowAt = new Int32Array(most + 1);
  const cameFrom = new Int32Array(most + 1);
  const shortest = new Float64Array(most + 1);
  const done = new Uint8Array(most + 1);
  const rowOf = new Int32Array(most);

  function assign(cost: Float64Array, rows: number, columns: number): number {
    if (rows > columns) return FORBIDDEN;
    rowPrice.fill(0, 0, rows + 1);
    columnPrice.fill(0, 0, columns + 1);
    rowAt.fill(0, 0, columns + 1);
    // Rows and columns count from 1 here; column 0 stands for "the row being placed".
    for (let row = 1; row <= rows; row++) {
      rowAt[0] = row;
      let at = 0;
      shortest.fill(Number.POSITIVE_INFINITY, 0, columns + 1);
      done.fill(0, 0, columns + 1);
      do {
        done[at] = 1;
        const from = rowAt[at]!;
        let least = Number.POSITIVE_INFINITY;
        let next = 0;
        for (let column = 1; column <= columns; column++) {
          if (done[column]) continue;
          const reduced = cost[(from - 1) * columns + column - 1]! - rowPrice[from]! - columnPrice[column]!;
          if (reduced < shortest[column]!) {
            shortest[column] = reduced;
            cameFrom[column] = at;
          }
          if (shortest[column]! < least) {
            least = shortest[column]!;
            next = column;
          }
        }
        if (least >= FORBIDDEN / 2) return FORBIDDEN;
        for (let column = 0; column <= columns; column++) {
          if (done[column]) {
            rowPrice[rowAt[column]!]! += least;
            columnPrice[column]! -= least;
          } else shortest[column]! -= least;
        }
        at = next;
      } while (rowAt[at] !== 0);
      while (at !== 0) {
        const previous = cameFrom[at]!;
        rowAt[at] = rowAt[previous]!;
        at = previous;
      }
    }
    for (let column = 1; column <= columns; column++) rowOf[column - 1] = rowAt[column]! - 1;
    return 0 - columnPrice[0]!;
  }
  return { rowOf, assign };
}
