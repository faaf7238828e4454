import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { day, fits, id, instant, named, oneOf } from "#db/schema/columns.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { QUESTION_KINDS, type QuestionKind, SEEN_BY, type SeenBy } from "#domain/question.ts";

/** What a camp asks besides. */
export const question = pgTable(
  "question",
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    kind: text().$type<QuestionKind>().notNull(),
    label: text().notNull(),
    choices: text().array().$type<string[]>().notNull().default(sql`'{}'`),
    purpose: text().notNull(),
    seenBy: text().$type<SeenBy>().notNull().default("organisers"),
    keepUntil: day().notNull(),
    required: boolean().notNull().default(false),
    /** When its answers were deleted because their day had come; asked no more from then on. */
    emptiedAt: instant(),
  },
  (table) => [
    index("question_by_event").on(table.eventId, table.position),
    index("question_to_empty").on(table.keepUntil).where(sql`emptied_at is null`),
    check("question_kind_is_known", oneOf(table.kind, QUESTION_KINDS)),
    check("question_seen_by_is_known", oneOf(table.seenBy, SEEN_BY)),
    check("question_label_fits", named(table.label, "questionLabel")),
    check("question_purpose_fits", named(table.purpose, "questionPurpose")),
  ],
);

export const answer = pgTable(
  "answer",
  {
    questionId: uuid()
      .notNull()
      .references(() => question.id, { onDelete: "cascade" }),
    registrationId: uuid()
      .notNull()
      .references(() => registration.id, { onDelete: "cascade" }),
    /** A choice is kept in its words, `yes` or `no` as such. */
    said: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.questionId, table.registrationId] }),
    index("answer_by_registration").on(table.registrationId),
    check("answer_said_fits", fits(table.said, "answer")),
  ],
);
