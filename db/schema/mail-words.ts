import { check, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { isTag, madeAt, named, oneOf } from "#db/schema/columns.ts";
import { event } from "#db/schema/event.ts";
import { LETTERS, type Letter } from "#domain/mail-words.ts";

/** What a camp says in a mail about a place, in one language; ours where there is no row. */
export const mailWords = pgTable(
  "mail_words",
  {
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    letter: text().$type<Letter>().notNull(),
    locale: text().notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    changedAt: madeAt(),
  },
  (table) => [
    primaryKey({ columns: [table.eventId, table.letter, table.locale] }),
    check("mail_words_letter_is_known", oneOf(table.letter, LETTERS)),
    check("mail_words_locale_is_a_tag", isTag(table.locale)),
    check("mail_words_subject_fits", named(table.subject, "mailSubject")),
    check("mail_words_body_fits", named(table.body, "mailBody")),
  ],
);
