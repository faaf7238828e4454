import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "#db/schema/columns.ts";
import { device } from "#db/schema/device.ts";
import { person } from "#db/schema/person.ts";

/** What a key is asked to sign: once, soon, and by the browser that asked. */
export const passkeyChallenge = pgTable(
  "passkey_challenge",
  {
    /** SHA-256, hex. */
    hash: text().primaryKey(),
    deviceId: uuid()
      .notNull()
      .references(() => device.id, { onDelete: "cascade" }),
    /** Who adds a passkey, and the handle it is to have; null where one is used. */
    personId: uuid().references(() => person.id, { onDelete: "cascade" }),
    handle: text(),
    expiresAt: instant().notNull(),
  },
  (table) => [
    index("passkey_challenge_by_device").on(table.deviceId),
    index("passkey_challenge_by_end").on(table.expiresAt),
    check("passkey_challenge_is_for_one_thing", sql`(${table.personId} is null) = (${table.handle} is null)`),
  ],
);
