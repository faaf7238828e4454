import { getTableColumns, sql } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Transaction } from "#db/transaction.ts";

/** Enough for a round trip to be worth it, and few enough for whoever waits to be told often. */
const ROWS_AT_ONCE = 1_000;

/**
 * In as many statements as it takes, each with its rows in one value: a value for each cell would be numbered and
 * checked one by one, and takes many times as long while a camp is locked.
 *
 * @param rows which all have the same columns, none of them `jsonb`
 * @param ifThere `"ignore"` skips rows that break a unique key
 * @param onWritten hears of each statement how many rows it had
 */
export async function insertAll<T extends PgTable>(
  tx: Transaction,
  table: T,
  rows: readonly T["$inferInsert"][],
  ifThere: "fail" | "ignore" = "fail",
  onWritten: (rows: number) => void = () => {},
): Promise<void> {
  const columns = Object.entries(getTableColumns(table)).filter(
    ([key, { defaultFn }]) => defaultFn || (rows[0] && Object.hasOwn(rows[0], key)),
  );
  const names = sql.join(
    columns.map(([key]) => sql.identifier(toSnakeCase(key))),
    sql`, `,
  );
  const ifTaken = ifThere === "ignore" ? sql`on conflict do nothing` : sql``;
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const some = rows.slice(at, at + ROWS_AT_ONCE);
    const written = some.map((row) =>
      Object.fromEntries(
        columns.map(([key, column]) => {
          const value = (row as Record<string, unknown>)[key] ?? column.defaultFn?.() ?? null;
          return [toSnakeCase(key), value];
        }),
      ),
    );
    await tx.execute(sql`
      insert into ${table} (${names})
      select ${names} from json_populate_recordset(null::${table}, ${JSON.stringify(written)}::text::json) ${ifTaken}`);
    onWritten(some.length);
  }
}
