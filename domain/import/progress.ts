/** How far an import is, for whoever waits for it. */

/** How many rows of how many; of none where that is not known yet. */
export type ImportProgress = { step: "reading" | "comparing" | "writing"; done: number; of: number };

export type TellProgress = (progress: ImportProgress) => void;

/** Often enough for a bar to move, and seldom enough to cost nothing. */
const ROWS_AT_ONCE = 250;

/** The rows themselves; tells how many of them have been read, the first time before the first. */
export function* toldOf<T>(rows: readonly T[], tell: TellProgress): Generator<T> {
  for (const [done, row] of rows.entries()) {
    if (done % ROWS_AT_ONCE === 0) tell({ step: "reading", done, of: rows.length });
    yield row;
  }
}
