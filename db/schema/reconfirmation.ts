import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { day, instant, oneOf } from "#db/schema/columns.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { COMING, type Coming } from "#domain/registration/reconfirmation.ts";

/** Who was asked whether they still come to a camp on this day, and what they said: a camp that moves asks anew. */
export const reconfirmation = pgTable(
  "reconfirmation",
  {
    registrationId: uuid()
      .notNull()
      .references(() => registration.id, { onDelete: "cascade" }),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    /** The first day of the camp as it was when they were asked. */
    day: day().notNull(),
    askedAt: instant().notNull(),
    /** When the mail said that their place goes back unless they answer; null where it said nothing of the kind. */
    goesBackAt: instant(),
    answer: text().$type<Coming>(),
    answeredAt: instant(),
  },
  (table) => [
    primaryKey({ columns: [table.registrationId, table.day] }),
    index("reconfirmation_going_back")
      .on(table.eventId, table.goesBackAt)
      .where(sql`answer is null and goes_back_at is not null`),
    index("reconfirmation_by_event").on(table.eventId, table.day),
    check("reconfirmation_answer_is_known", oneOf(table.answer, COMING)),
    check(
      "reconfirmation_answers_have_a_time",
      sql`(${table.answer} is null) = (${table.answeredAt} is null)`,
    ),
  ],
);

/** The rounds of a camp that are over: asked, missed, or too late when they were chosen. */
export const reconfirmationRound = pgTable(
  "reconfirmation_round",
  {
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    day: day().notNull(),
    /** So many days before that day. */
    days: integer().notNull(),
    at: instant().notNull(),
    asked: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.eventId, table.day, table.days] })],
);
