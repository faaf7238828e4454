import { type SQL, sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { id, instant, isTag, locale, madeAt } from "#db/schema/columns.ts";
import { event } from "#db/schema/event.ts";
import { groupMail } from "#db/schema/group-mail.ts";
import { registration } from "#db/schema/registration.ts";

/** Mail to somebody who may know nothing of us, because another typed their address; written out, so that its index is known again. */
export const toStrangers = (kind: AnyPgColumn): SQL =>
  sql`${kind} in ('transfer_offered', 'transfer_ended', 'second_asked')`;

export const outbox = pgTable(
  "outbox",
  {
    /** Also the Message-ID, so that a second send is recognised. */
    id: id(),
    eventId: uuid().references(() => event.id, { onDelete: "cascade" }),
    /** The mail to a group that it is one of. */
    groupMailId: uuid().references(() => groupMail.id, { onDelete: "cascade" }),
    /** The registration to whose second address it goes; null for every other mail. */
    secondOf: uuid().references(() => registration.id, { onDelete: "cascade" }),
    kind: text().notNull(),
    /** Of its kind, by domain/mail.ts: 0 is first. */
    urgency: smallint().notNull().default(2),
    /** With the kind it makes a mail that is sent at most once. */
    occasion: text().notNull(),
    recipient: text().notNull(),
    /** The recipient's language. */
    locale: locale(),
    /** Emptied once sent, since they hold tokens; what failed and can be tried again keeps what holds none. */
    facts: jsonb().$type<Record<string, string>>().notNull(),
    createdAt: madeAt(),
    dueAt: madeAt(),
    tries: integer().notNull().default(0),
    sentAt: instant(),
    failedAt: instant(),
    /** Why it or the last try failed: the server's status code or a word, never the address. */
    failure: text(),
  },
  (table) => [
    unique("outbox_once_per_occasion").on(table.kind, table.occasion),
    index("outbox_due").on(table.dueAt).where(sql`sent_at is null and failed_at is null`),
    index("outbox_urgent").on(table.urgency, table.dueAt).where(sql`sent_at is null and failed_at is null`),
    index("outbox_held")
      .on(table.failure)
      .where(sql`sent_at is null and failed_at is null and failure is not null`),
    check("outbox_locale_is_a_tag", isTag(table.locale)),
    index("outbox_by_group_mail").on(table.groupMailId).where(sql`group_mail_id is not null`),
    index("outbox_by_second_address").on(table.secondOf).where(sql`second_of is not null`),
    index("outbox_by_event").on(table.eventId, table.createdAt, table.id),
    index("outbox_failures").on(table.eventId, table.createdAt, table.id).where(sql`failed_at is not null`),
    index("outbox_to_strangers").on(table.createdAt).where(toStrangers(table.kind)),
    index("outbox_by_recipient").on(table.recipient, table.kind),
  ],
);

/** Mail that stays on this installation; the mailbox page shows it. */
export const mailbox = pgTable(
  "mailbox",
  {
    id: id(),
    recipient: text().notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    sentAt: madeAt(),
  },
  (table) => [index("mailbox_by_time").on(table.sentAt)],
);
