import { check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { id, instant, madeAt, named } from "#db/schema/columns.ts";
import { person } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";

/** What the crew notes of somebody, for each other. It goes with the registration. */
export const crewNote = pgTable(
  "crew_note",
  {
    id: id(),
    registrationId: uuid()
      .notNull()
      .references(() => registration.id, { onDelete: "cascade" }),
    /** Null once whoever wrote it has no account any more. */
    writerId: uuid().references(() => person.id, { onDelete: "set null" }),
    words: text().notNull(),
    createdAt: madeAt(),
    /** When its words last became others; null where they never did. */
    changedAt: instant(),
  },
  (table) => [
    index("crew_note_by_registration").on(table.registrationId, table.createdAt),
    index("crew_note_by_writer").on(table.writerId),
    check("crew_note_words_fit", named(table.words, "crewNote")),
  ],
);
