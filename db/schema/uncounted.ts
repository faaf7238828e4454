import { index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { instant } from "#db/schema/columns.ts";

/**
 * Camps in which hands may be left uncounted: by an instance that takes them and may be killed, or by somebody with
 * hands up whose place came or went (a trigger). No row refers to its camp, so that adding one waits for no lock.
 */
export const uncounted = pgTable(
  "uncounted",
  {
    eventId: uuid().notNull(),
    /** The instance, or whatever else once changed what is to be counted. */
    counter: uuid().notNull(),
    /** By the database's clock, as those of the instances differ: from then on whoever it was is silent. */
    lookAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.eventId, table.counter] }),
    index("uncounted_to_look_at").on(table.lookAt),
  ],
);
