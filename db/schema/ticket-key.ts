import { sql } from "drizzle-orm";
import { boolean, check, pgTable, text } from "drizzle-orm/pg-core";
import { madeAt } from "#db/schema/columns.ts";

/** The one pair of keys by which a ticket is known without a network (ECDSA, P-256), in base64url. */
export const ticketKey = pgTable(
  "ticket_key",
  {
    only: boolean().primaryKey().default(true),
    /** A point as it is, and PKCS #8. */
    publicKey: text().notNull(),
    privateKey: text().notNull(),
    createdAt: madeAt(),
  },
  (table) => [check("ticket_key_is_one", sql`${table.only}`)],
);
