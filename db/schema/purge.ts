import { date, integer, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { madeAt } from "#db/schema/columns.ts";
import { event } from "#db/schema/event.ts";

/** What was deleted of a camp on a day because its time had come: sums, and nobody in them. */
export const purge = pgTable(
  "purge",
  {
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    day: date().notNull(),
    at: madeAt(),
    answers: integer().notNull().default(0),
    needs: integer().notNull().default(0),
    applicants: integer().notNull().default(0),
    entries: integer().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.eventId, table.day] })],
);
