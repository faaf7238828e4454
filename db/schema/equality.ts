import { sql } from "drizzle-orm";
import { check, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { day, oneOf } from "#db/schema/columns.ts";
import { event } from "#db/schema/event.ts";
import {
  EQUALITY_ANSWERS,
  EQUALITY_QUESTIONS,
  type EqualityAnswer,
  type EqualityQuestion,
} from "#domain/equality.ts";

/** A camp that asks equality questions, which, and how many have answered them. */
export const equality = pgTable("equality", {
  eventId: uuid()
    .primaryKey()
    .references(() => event.id, { onDelete: "cascade" }),
  asked: text().array().$type<EqualityQuestion[]>().notNull(),
  answered: integer().notNull().default(0),
  /** How many of them are in what is shown. */
  shownAnswered: integer().notNull().default(0),
  /** Of the last answer, in UTC; null before any. */
  lastDay: day(),
});

/**
 * How many gave an answer: all there is of it. Every row of a camp is written with every answer (db/equality/counting.ts),
 * so that no row says by itself which answer came last.
 */
export const equalityCount = pgTable(
  "equality_count",
  {
    eventId: uuid()
      .notNull()
      .references(() => equality.eventId, { onDelete: "cascade" }),
    question: text().$type<EqualityQuestion>().notNull(),
    answer: text().$type<EqualityAnswer>().notNull(),
    people: integer().notNull().default(0),
    /** How many it was when it was last shown. */
    shown: integer().notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.eventId, table.question, table.answer] }),
    check("equality_count_question_is_known", oneOf(table.question, EQUALITY_QUESTIONS)),
    check("equality_count_answer_is_known", oneOf(table.answer, EQUALITY_ANSWERS)),
    check("equality_count_shows_what_was", sql`${table.shown} between 0 and ${table.people}`),
  ],
);
