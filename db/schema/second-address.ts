import { sql } from "drizzle-orm";
import { check, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { fits, instant } from "#db/schema/columns.ts";
import { registration } from "#db/schema/registration.ts";

/** Where mail about somebody's own place goes as well, once its reader has said yes; at most one of each. */
export const secondAddress = pgTable(
  "second_address",
  {
    registrationId: uuid()
      .primaryKey()
      .references(() => registration.id, { onDelete: "cascade" }),
    /** Compared form: trimmed, lower case. */
    email: text().notNull(),
    /** SHA-256 of the token in the mail that asks its reader, hex; null until that mail is made. */
    tokenHash: text(),
    askedAt: instant().notNull(),
    /** Until when its reader can say yes. */
    lapsesAt: instant().notNull(),
    provenAt: instant(),
    /** Mail to it came back. */
    bouncedAt: instant(),
    /** Its reader called a mail of ours spam. */
    complainedAt: instant(),
  },
  (table) => [
    unique("second_address_token_is_taken").on(table.tokenHash),
    index("second_address_by_address").on(table.email),
    index("second_address_by_end").on(table.lapsesAt).where(sql`proven_at is null`),
    check("second_address_email_fits", fits(table.email, "email")),
  ],
);
