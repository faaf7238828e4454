import { integer, pgTable, uuid } from "drizzle-orm/pg-core";
import { day, madeAt } from "#db/schema/columns.ts";
import { event } from "#db/schema/event.ts";

/** Who came to a camp, in sums and without a name: kept for the forecast of the next once its people are forgotten. */
export const turnout = pgTable("turnout", {
  eventId: uuid()
    .primaryKey()
    .references(() => event.id, { onDelete: "cascade" }),
  /** The camp's first day, of which it is. */
  day: day().notNull(),
  /** How many had a place when the doors opened, and how many of these came. */
  places: integer().notNull(),
  came: integer().notNull(),
  /** Places that were passed on, people who were let in without having registered, and those who were called and came. */
  passedOn: integer().notNull(),
  walkIns: integer().notNull(),
  called: integer().notNull(),
  /** How many came in by each quarter of an hour after the doors, the first first. */
  arrivals: integer().array().notNull(),
  madeAt: madeAt(),
});
