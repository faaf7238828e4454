import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { fits, instant, madeAt, oneOf } from "#db/schema/columns.ts";
import { event } from "#db/schema/event.ts";
import { person } from "#db/schema/person.ts";
import { pitch } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import { OUTCOMES, type Outcome, REQUEST_KINDS, type RequestKind } from "#domain/session-request.ts";

/** What is asked of the grid that is out, once, however many ask it. */
export const sessionRequest = pgTable(
  "session_request",
  {
    /** Minted with its form, so that sending twice asks once. */
    id: uuid().primaryKey(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    kind: text().$type<RequestKind>().notNull(),
    pitchId: uuid()
      .notNull()
      .references(() => pitch.id, { onDelete: "cascade" }),
    /** The session that it is to be apart from. */
    otherId: uuid().references(() => pitch.id, { onDelete: "cascade" }),
    askedAt: madeAt(),
    settledAt: instant(),
    /** Null once that person is deleted. */
    settledBy: uuid().references(() => person.id, { onDelete: "set null" }),
    outcome: text().$type<Outcome>(),
    /** The crew's, for whoever asked. */
    words: text().notNull().default(""),
  },
  (table) => [
    uniqueIndex("session_request_one_open")
      .on(table.pitchId, table.kind, sql`coalesce(${table.otherId}, ${table.pitchId})`)
      .where(sql`${table.settledAt} is null`),
    index("session_request_by_event").on(table.eventId),
    index("session_request_by_pitch").on(table.pitchId),
    index("session_request_by_other").on(table.otherId),
    index("session_request_by_settler").on(table.settledBy),
    check("session_request_kind_is_known", oneOf(table.kind, REQUEST_KINDS)),
    check("session_request_outcome_is_known", oneOf(table.outcome, OUTCOMES)),
    check("session_request_of_two_is_apart", sql`(${table.otherId} is not null) = (${table.kind} = 'apart')`),
    check(
      "session_request_settled_has_an_outcome",
      sql`(${table.settledAt} is null) = (${table.outcome} is null)`,
    ),
    check("session_request_words_fit", fits(table.words, "reason")),
  ],
);

/** Who asks it, and why. Nobody is told but the crew. */
export const sessionRequestAsker = pgTable(
  "session_request_asker",
  {
    requestId: uuid()
      .notNull()
      .references(() => sessionRequest.id, { onDelete: "cascade" }),
    registrationId: uuid()
      .notNull()
      .references(() => registration.id, { onDelete: "cascade" }),
    reason: text().notNull().default(""),
    askedAt: madeAt(),
    /** When they put away what the crew said. */
    putAwayAt: instant(),
  },
  (table) => [
    primaryKey({ columns: [table.requestId, table.registrationId] }),
    index("session_request_asker_by_registration").on(table.registrationId),
    check("session_request_asker_reason_fits", fits(table.reason, "reason")),
  ],
);
