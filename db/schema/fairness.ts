import { integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { day, madeAt } from "#db/schema/columns.ts";
import { event } from "#db/schema/event.ts";

/** Who asked for places and got them, in sums and without a name: kept once a camp's people are forgotten. */
export const fairness = pgTable("fairness", {
  eventId: uuid()
    .primaryKey()
    .references(() => event.id, { onDelete: "cascade" }),
  /** The camp's first day, of which it is. */
  day: day().notNull(),
  firstTimeAsked: integer().notNull(),
  firstTimeGot: integer().notNull(),
  othersAsked: integer().notNull(),
  othersGot: integer().notNull(),
  /** First-timers who hosted a pitch, and those with a session on the grid. */
  hostsAsked: integer().notNull(),
  hostsGot: integer().notNull(),
  /** How many wanted anything, and what the worst-off tenth had, in thousandths of what they could have had. */
  wishers: integer().notNull(),
  worst: integer().notNull(),
  madeAt: madeAt(),
});

/** The same of one sector, as it was called then. */
export const fairnessSector = pgTable(
  "fairness_sector",
  {
    eventId: uuid()
      .notNull()
      .references(() => fairness.eventId, { onDelete: "cascade" }),
    position: integer().notNull(),
    name: text().notNull(),
    asked: integer().notNull(),
    got: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.eventId, table.position] })],
);
