import { pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { event } from "#db/schema/event.ts";

/** Whoever found the line full, each once: a fingerprint of their browser or their form, and nothing about anybody. */
export const turnedAway = pgTable(
  "turned_away",
  {
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    mark: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.eventId, table.mark] })],
);
