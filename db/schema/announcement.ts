import { check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant, madeAt, named } from "#db/schema/columns.ts";
import { event } from "#db/schema/event.ts";
import { person } from "#db/schema/person.ts";

/** One sentence from the desk to every phone and the wall. */
export const announcement = pgTable(
  "announcement",
  {
    /** Minted with its form, so that sending twice says it once. */
    id: uuid().primaryKey(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    text: text().notNull(),
    /** Null once that person is deleted. */
    personId: uuid().references(() => person.id, { onDelete: "set null" }),
    saidAt: madeAt(),
    takenBackAt: instant(),
  },
  (table) => [
    index("announcement_by_event").on(table.eventId, table.saidAt),
    index("announcement_by_person").on(table.personId),
    check("announcement_fits", named(table.text, "announcement")),
  ],
);
