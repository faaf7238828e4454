import { sql } from "drizzle-orm";
import { customType, text, uuid } from "drizzle-orm/pg-core";
import { LONGEST, type Numbers, RANGES, type Text } from "#domain/limits.ts";
import { storedDay, storedInstant } from "#domain/time/stored.ts";
import { zoneOr } from "#domain/time/zone.ts";
import { env } from "#env.ts";

/** A UUIDv7 minted by whoever creates the row. */
export const id = () => uuid().primaryKey();

/** Always a valid Date in code: one bad row must not break a page. */
export const instant = customType<{ data: Date; driverData: string }>({
  dataType: () => "timestamp with time zone",
  toDriver: (date) => date.toISOString(),
  fromDriver: storedInstant,
});

/** `YYYY-MM-DD`. */
export const day = customType<{ data: string; driverData: string }>({
  dataType: () => "date",
  fromDriver: storedDay,
});

/** Read as UTC where this runtime does not know the name. */
export const zone = customType<{ data: string; driverData: string }>({
  dataType: () => "text",
  fromDriver: zoneOr,
});

/** As BCP 47 has it; the installation's own by default. */
export const locale = () =>
  text()
    .notNull()
    .default("en-GB")
    .$defaultFn(() => env().LANGUAGES[0]!);

/** Which languages there are is not the database's to know. Counted repeats would cost every row twenty times as much. */
export function isTag(column: unknown) {
  return sql`${column} ~ '^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$' and char_length(${column}) <= 35`;
}

/** Filled in by this process and not by the database, so that there is one clock to compare by. */
export const madeAt = () =>
  instant()
    .notNull()
    .$defaultFn(() => new Date());

/** Easier to change than a Postgres enum. */
export function oneOf(column: unknown, words: readonly string[]) {
  const list = sql.raw(words.map((word) => `'${word}'`).join(", "));
  return sql`${column} in (${list})`;
}

/** One of these whole numbers. */
export function anyOf(column: unknown, numbers: readonly number[]) {
  return sql`${column} in (${sql.raw(numbers.join(", "))})`;
}

/** What no screen shows; domain/text.ts makes an empty text of these. */
const UNSEEN =
  "\\s\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0";

/** A check that a text is not longer than domain/limits.ts says. */
export function fits(column: unknown, what: Text) {
  return sql`char_length(${column}) <= ${sql.raw(String(LONGEST[what]))}`;
}

/** Not empty, to the eye, and not too long. */
export function named(column: unknown, what: Text) {
  return sql`${column} ~ ${sql.raw(`'[^${UNSEEN}]'`)} and ${fits(column, what)}`;
}

/** A check that a number is in the range of domain/limits.ts. */
export function within(column: unknown, what: Numbers) {
  const { min, max } = RANGES[what];
  return sql`${column} between ${sql.raw(String(min))} and ${sql.raw(String(max))}`;
}

/** In the years a camp may be in, in any time zone. */
export function inYears(column: unknown) {
  const { min, max } = RANGES.years;
  return sql`${column} between ${sql.raw(`'${min - 1}-12-30Z'`)} and ${sql.raw(`'${max + 1}-01-03Z'`)}`;
}
