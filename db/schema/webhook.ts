import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { fits, id, instant, madeAt, oneOf } from "#db/schema/columns.ts";
import { event } from "#db/schema/event.ts";
import { WEBHOOK_KINDS } from "#domain/webhook.ts";

/** A program that is told what changes at a camp. */
export const webhook = pgTable(
  "webhook",
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    url: text().notNull(),
    /** What messages are signed with; shown once. Whoever reads it can pose as us to that program, and do nothing else. */
    secret: text().notNull(),
    createdAt: madeAt(),
    /** Since when no message arrives; null while they do. */
    failingSince: instant(),
    /** When it was told no more, because it failed for days or wanted no more. */
    offAt: instant(),
  },
  (table) => [
    unique("webhook_once_per_address").on(table.eventId, table.url),
    check("webhook_url_fits", fits(table.url, "webhookUrl")),
  ],
);

/** A message to a program: to be sent while it has a time at which it is due, and then the log of it. */
export const webhookDelivery = pgTable(
  "webhook_delivery",
  {
    /** By which a program knows that it has had it before. */
    id: id(),
    webhookId: uuid()
      .notNull()
      .references(() => webhook.id, { onDelete: "cascade" }),
    kind: text({ enum: WEBHOOK_KINDS }).notNull(),
    /** When what it tells happened. */
    at: madeAt(),
    /** Of the grid. */
    version: integer(),
    /** The session, as the log of changes names it. */
    subject: text(),
    fromPhase: text(),
    toPhase: text(),
    /** When it was to be sent, the first time or once more. */
    askedAt: madeAt(),
    /** When it is tried next; null once it has arrived or was given up. */
    dueAt: instant(),
    tries: integer().notNull().default(0),
    triedAt: instant(),
    /** What was answered last: a status, or a code of the fault. Never a word of theirs. */
    why: text(),
    doneAt: instant(),
  },
  (table) => [
    index("webhook_delivery_due").on(table.dueAt, table.id).where(sql`due_at is not null`),
    index("webhook_delivery_by_webhook").on(table.webhookId, table.askedAt),
    check("webhook_delivery_kind_is_known", oneOf(table.kind, WEBHOOK_KINDS)),
  ],
);
