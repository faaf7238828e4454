import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { fits, id, instant, madeAt } from "#db/schema/columns.ts";
import { event } from "#db/schema/event.ts";
import { pitch } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";

/** "Will you host it with me", or instead of me: until somebody says yes on their own phone they are named to nobody else. */
export const hostAsked = pgTable(
  "host_asked",
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    pitchId: uuid()
      .notNull()
      .references(() => pitch.id, { onDelete: "cascade" }),
    /** As it was typed; empty where the code of a badge was. */
    name: text().notNull().default(""),
    /** The same as names are compared. Whoever goes by it reads the question. */
    nameKey: text().notNull().default(""),
    /** Whose badge has the code. */
    registrationId: uuid().references(() => registration.id, { onDelete: "cascade" }),
    instead: boolean().notNull().default(false),
    askedAt: madeAt(),
    declinedAt: instant(),
  },
  (table) => [
    index("host_asked_by_pitch").on(table.pitchId),
    index("host_asked_by_name").on(table.eventId, table.nameKey),
    index("host_asked_by_registration").on(table.registrationId),
    uniqueIndex("host_asked_one_instead")
      .on(table.pitchId)
      .where(sql`${table.instead} and ${table.declinedAt} is null`),
    check("host_asked_name_fits", fits(table.name, "personName")),
    check("host_asked_of_somebody", sql`(${table.name} = '') = (${table.registrationId} is not null)`),
  ],
);
