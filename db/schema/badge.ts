import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "#db/schema/columns.ts";
import { event } from "#db/schema/event.ts";
import { person } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";

/** Whose badge was printed, and what it said. */
export const badgePrint = pgTable(
  "badge_print",
  {
    registrationId: uuid()
      .primaryKey()
      .references(() => registration.id, { onDelete: "cascade" }),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    /** Of what stood on it (`badgeMark`): another one by now, and it is to be printed anew. */
    mark: text().notNull(),
    printedAt: instant().notNull(),
    personId: uuid().references(() => person.id, { onDelete: "set null" }),
  },
  (table) => [
    index("badge_print_by_event").on(table.eventId, table.printedAt),
    check("badge_print_mark_is_one", sql`${table.mark} ~ '^[0-9a-f]{32}$'`),
  ],
);
