import { boolean, check, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { fits, madeAt, named, oneOf } from "#db/schema/columns.ts";
import { event } from "#db/schema/event.ts";
import { pitch } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import { LINK_KINDS, type LinkKind } from "#domain/round-up.ts";

/** What somebody linked to of a camp. */
export const roundUpLink = pgTable(
  "round_up_link",
  {
    id: uuid().primaryKey(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    url: text().notNull(),
    kind: text().$type<LinkKind>().notNull(),
    title: text().notNull(),
    /** Empty where nobody is named. */
    author: text().notNull(),
    /** The session it is about; null for the camp as a whole. */
    pitchId: uuid().references(() => pitch.id, { onDelete: "cascade" }),
    /** Who brought it, and may take it back; null where the crew did, or once they are forgotten. */
    registrationId: uuid().references(() => registration.id, { onDelete: "set null" }),
    hidden: boolean().notNull().default(false),
    /** Why somebody says that it does not belong, until the crew has decided; empty where nobody does. */
    reported: text().notNull().default(""),
    addedAt: madeAt(),
  },
  (table) => [
    unique("round_up_link_once").on(table.eventId, table.url),
    index("round_up_link_of_pitch").on(table.pitchId),
    index("round_up_link_of_registration").on(table.registrationId),
    check("round_up_link_kind_is_known", oneOf(table.kind, LINK_KINDS)),
    check("round_up_link_url_fits", named(table.url, "linkUrl")),
    check("round_up_link_title_fits", named(table.title, "linkTitle")),
    check("round_up_link_author_fits", fits(table.author, "linkAuthor")),
    check("round_up_link_reported_fits", fits(table.reported, "reason")),
  ],
);
