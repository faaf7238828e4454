import { sql } from "drizzle-orm";
import { check, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { day as date, id, instant, inYears, oneOf } from "#db/schema/columns.ts";
import { event } from "#db/schema/event.ts";
import { DAY_PHASES, type DayPhase } from "#domain/event.ts";
import { DAYS } from "#domain/limits.ts";

/** Its phase is written together with the camp's, under the camp's lock: see domain/life.ts. */
export const day = pgTable(
  "day",
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    date: date().notNull(),
    /** When its doors open. */
    startsAt: instant().notNull(),
    phase: text().$type<DayPhase>().notNull().default("doors"),
  },
  (table) => [
    // Checked at the end of a statement, so that two days may swap their dates.
    unique("day_date_is_taken").on(table.eventId, table.date),
    index("day_by_date").on(table.date, table.startsAt, table.eventId),
    check("day_phase_is_known", oneOf(table.phase, DAY_PHASES)),
    check(
      "day_date_is_of_our_time",
      sql`${table.date} between ${sql.raw(`'${DAYS.min}'`)} and ${sql.raw(`'${DAYS.max}'`)}`,
    ),
    check("day_starts_in_our_time", inYears(table.startsAt)),
  ],
);
