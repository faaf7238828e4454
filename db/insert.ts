import { getTableColumns } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Transaction } from "#db/transaction.ts";

/** Postgres numbers the parameters of a statement in sixteen bits. */
const PARAMETERS_MAX = 65_535;

/** Enough for one round trip to be worth it; more only makes the statement's text longer. */
const ROWS_MAX = 2_000;

/** How many rows of a table fit into one statement, whichever of its columns they fill. */
export function rowsAtOnce(table: PgTable): number {
  return Math.min(ROWS_MAX, Math.floor(PARAMETERS_MAX / Object.keys(getTableColumns(table)).length));
}

/** In as many statements as it takes. @param ifThere `"ignore"` skips rows that break a unique key */
export async function insertAll<T extends PgTable>(
  tx: Transaction,
  table: T,
  rows: readonly T["$inferInsert"][],
  ifThere: "fail" | "ignore" = "fail",
): Promise<void> {
  for (const some of slices(rows, rowsAtOnce(table))) {
    const insert = tx.insert(table).values([...some]);
    await (ifThere === "ignore" ? insert.onConflictDoNothing() : insert);
  }
}

/** A list in pieces of at most `size`. */
export function slices<T>(rows: readonly T[], size: number): T[][] {
  const count = Math.ceil(rows.length / size);
  return Array.from({ length: count }, (_, index) => rows.slice(index * size, (index + 1) * size));
}
