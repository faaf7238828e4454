/** Column shapes that every table shares. */
import { sql } from "drizzle-orm";
import { timestamp, uuid } from "drizzle-orm/pg-core";

/** A UUIDv7 minted by whoever creates the row. */
export const id = () => uuid().primaryKey();

/** An instant, as a Date in code. */
export const instant = () => timestamp({ withTimezone: true, mode: "date" });

/** An instant that the database fills in when nothing is given. */
export const madeAt = () => instant().notNull().default(sql`now()`);

/** A check that a text column holds one of a domain's words; calmer to change than a Postgres enum. */
export function oneOf(column: unknown, words: readonly string[]) {
  const list = sql.raw(words.map((word) => `'${word}'`).join(", "));
  return sql`${column} in (${list})`;
}
