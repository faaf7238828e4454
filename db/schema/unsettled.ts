import { index, pgTable, uuid } from "drizzle-orm/pg-core";
import { instant } from "#db/schema/columns.ts";

/**
 * When the places of a camp are to be seen to. Triggers on everything that decides them add a row that is due at once
 * (`-infinity`), so that no command can forget to; the clock adds the one that comes next by itself. Several rows may be
 * of one camp, and none refers to it, so that adding one waits for nobody who has locked the camp.
 */
export const unsettled = pgTable(
  "unsettled",
  {
    eventId: uuid().notNull(),
    dueAt: instant().notNull(),
  },
  (table) => [index("unsettled_due").on(table.dueAt), index("unsettled_by_event").on(table.eventId)],
);
