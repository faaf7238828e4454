import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { fits, instant, madeAt, named, oneOf } from "#db/schema/columns.ts";
import { event } from "#db/schema/event.ts";
import { person } from "#db/schema/person.ts";
import { CALL_ENDS, type CallEnd } from "#domain/help-call.ts";

/** "More hands at the door", from one of the crew to all of them. */
export const helpCall = pgTable(
  "help_call",
  {
    /** Minted with its form, so that sending twice calls once. */
    id: uuid().primaryKey(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    /** Null once that person is deleted. */
    personId: uuid().references(() => person.id, { onDelete: "set null" }),
    what: text().notNull(),
    place: text().notNull().default(""),
    calledAt: madeAt(),
    /** When it ends by itself. */
    endsAt: instant().notNull(),
    endedAt: instant(),
    ended: text().$type<CallEnd>(),
  },
  (table) => [
    index("help_call_by_event").on(table.eventId, table.calledAt),
    index("help_call_by_person").on(table.personId),
    index("help_call_due").on(table.endsAt).where(sql`${table.endedAt} is null`),
    check("help_call_is_said", named(table.what, "helpCall")),
    check("help_call_place_fits", fits(table.place, "rotaPlace")),
    check("help_call_ends_somehow", sql`${table.ended} is null or ${oneOf(table.ended, CALL_ENDS)}`),
    check("help_call_has_ended", sql`(${table.endedAt} is null) = (${table.ended} is null)`),
  ],
);

/** Who said that they are coming. */
export const helpComing = pgTable(
  "help_coming",
  {
    callId: uuid()
      .notNull()
      .references(() => helpCall.id, { onDelete: "cascade" }),
    personId: uuid()
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    createdAt: madeAt(),
  },
  (table) => [
    primaryKey({ columns: [table.callId, table.personId] }),
    index("help_coming_by_person").on(table.personId),
  ],
);
