import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { fits, id, instant, madeAt, oneOf } from "#db/schema/columns.ts";
import { event, sector } from "#db/schema/event.ts";
import { person } from "#db/schema/person.ts";
import { MAIL_GROUPS, type MailGroup } from "#domain/group-mail.ts";

/** A mail to many: while it is written, the camp's one draft; once sent, never changed. */
export const groupMail = pgTable(
  "group_mail",
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    group: text().$type<MailGroup>().notNull(),
    sectorId: uuid().references(() => sector.id, { onDelete: "set null" }),
    subject: text().notNull(),
    body: text().notNull(),
    createdAt: madeAt(),
    sentAt: instant(),
    sentBy: uuid().references(() => person.id, { onDelete: "set null" }),
    /** How many were in the group then, and of these how many did not get it. */
    everybody: integer().notNull().default(0),
    bounced: integer().notNull().default(0),
    unwilling: integer().notNull().default(0),
  },
  (table) => [
    uniqueIndex("group_mail_one_draft").on(table.eventId).where(sql`sent_at is null`),
    index("group_mail_by_event").on(table.eventId, table.sentAt, table.id),
    check("group_mail_group_is_known", oneOf(table.group, MAIL_GROUPS)),
    check("group_mail_subject_fits", fits(table.subject, "mailSubject")),
    check("group_mail_body_fits", fits(table.body, "mailBody")),
  ],
);

/** An address that wants no mail of a camp but what is about its own place. */
export const unwilling = pgTable(
  "unwilling",
  {
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    /** Compared form. */
    email: text().notNull(),
    /** They said so themselves, or called a mail of ours spam where they read it. */
    why: text().$type<"asked" | "complained">().notNull(),
    since: madeAt(),
  },
  (table) => [
    primaryKey({ columns: [table.eventId, table.email] }),
    check("unwilling_why_is_known", oneOf(table.why, ["asked", "complained"])),
    check("unwilling_email_fits", fits(table.email, "email")),
  ],
);

/** The address in a mail by which its reader says that they want no more of its kind. */
export const unsubscribeLink = pgTable(
  "unsubscribe_link",
  {
    /** SHA-256 of the token, hex. */
    tokenHash: text().primaryKey(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    email: text().notNull(),
    expiresAt: instant().notNull(),
  },
  (table) => [index("unsubscribe_link_by_end").on(table.expiresAt)],
);
