import { boolean, check, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { named, oneOf } from "#db/schema/columns.ts";
import { device } from "#db/schema/device.ts";
import { event } from "#db/schema/event.ts";
import {
  FEEDBACK_ANSWERS,
  FEEDBACK_QUESTIONS,
  type FeedbackAnswer,
  type FeedbackQuestion,
} from "#domain/feedback.ts";

/** A camp of which anybody has said how it was, and how many did. */
export const feedback = pgTable("feedback", {
  eventId: uuid()
    .primaryKey()
    .references(() => event.id, { onDelete: "cascade" }),
  people: integer().notNull().default(0),
});

/** How many gave an answer. All rows of a camp are written with each, so that none says by itself which was the last. */
export const feedbackCount = pgTable(
  "feedback_count",
  {
    eventId: uuid()
      .notNull()
      .references(() => feedback.eventId, { onDelete: "cascade" }),
    question: text().$type<FeedbackQuestion>().notNull(),
    answer: text().$type<FeedbackAnswer>().notNull(),
    people: integer().notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.eventId, table.question, table.answer] }),
    check("feedback_count_question_is_known", oneOf(table.question, FEEDBACK_QUESTIONS)),
    check("feedback_count_answer_is_known", oneOf(table.answer, FEEDBACK_ANSWERS)),
  ],
);

/** In somebody's words: nobody's, and of no time. */
export const feedbackComment = pgTable(
  "feedback_comment",
  {
    id: uuid().primaryKey(),
    eventId: uuid()
      .notNull()
      .references(() => feedback.eventId, { onDelete: "cascade" }),
    words: text().notNull(),
    /** Whether they allowed everybody to read it, and whether the crew took it out of sight. */
    open: boolean().notNull(),
    hidden: boolean().notNull().default(false),
  },
  (table) => [
    index("feedback_comment_of_event").on(table.eventId, table.id),
    check("feedback_comment_words_fit", named(table.words, "feedback")),
  ],
);

/** That a phone has said something, and not what. */
export const feedbackGiven = pgTable(
  "feedback_given",
  {
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    deviceId: uuid()
      .notNull()
      .references(() => device.id, { onDelete: "cascade" }),
  },
  (table) => [
    primaryKey({ columns: [table.eventId, table.deviceId] }),
    index("feedback_given_of_device").on(table.deviceId),
  ],
);
