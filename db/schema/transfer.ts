import { sql } from "drizzle-orm";
import { check, index, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { fits, id, instant, locale, oneOf } from "#db/schema/columns.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { TRANSFER_ENDS, type TransferEnd } from "#domain/registration/transfer.ts";

/** A place on its way to somebody by name. Once it has ended, nothing is kept of whom it named. */
export const transfer = pgTable(
  "transfer",
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    giverId: uuid()
      .notNull()
      .references(() => registration.id, { onDelete: "cascade" }),
    name: text().notNull(),
    /** Compared form: trimmed, lower case. */
    email: text().notNull(),
    /** That of the giver: nobody knows yet which is the new person's. */
    locale: locale(),
    /** SHA-256 of the token in the mail to the new person, hex; null until that mail is made. */
    tokenHash: text(),
    createdAt: instant().notNull(),
    endedAt: instant(),
    end: text().$type<TransferEnd>(),
  },
  (table) => [
    uniqueIndex("transfer_one_open_per_giver").on(table.giverId).where(sql`ended_at is null`),
    index("transfer_open_by_event").on(table.eventId).where(sql`ended_at is null`),
    index("transfer_by_giver").on(table.giverId),
    unique("transfer_token_is_taken").on(table.tokenHash),
    check("transfer_name_fits", fits(table.name, "personName")),
    check("transfer_email_fits", fits(table.email, "email")),
    check("transfer_end_is_known", oneOf(table.end, TRANSFER_ENDS)),
    check("transfer_ends_once", sql`(${table.endedAt} is null) = (${table.end} is null)`),
    check(
      "transfer_forgets_whom_it_named",
      sql`(${table.endedAt} is null) = (${table.name} <> '' and ${table.email} <> '')`,
    ),
  ],
);

export type TransferRow = typeof transfer.$inferSelect;
