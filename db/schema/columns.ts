/** Column shapes that every table shares. */
import { sql } from "drizzle-orm";
import { timestamp, uuid } from "drizzle-orm/pg-core";

/** A UUIDv7 minted by whoever creates the row. */
export const id = () => uuid().primaryKey();

/** An instant, as a Date in code. */
export const instant = () => timestamp({ withTimezone: true, mode: "date" });

/** When a row was made. Filled in by this process and not by the database, so that there is one clock to compare by. */
export const madeAt = () =>
  instant()
    .notNull()
    .$defaultFn(() => new Date());

/** A check that a text column holds one of a domain's words; calmer to change than a Postgres enum. */
export function oneOf(column: unknown, words: readonly string[]) {
  const list = sql.raw(words.map((word) => `'${word}'`).join(", "));
  return sql`${column} in (${list})`;
}
