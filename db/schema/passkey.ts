import { bigint, check, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, instant, madeAt, named } from "#db/schema/columns.ts";
import { person } from "#db/schema/person.ts";

/** A key on a phone, a computer or a stick, by which somebody signs in. We have its public half. */
export const passkey = pgTable(
  "passkey",
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    /** What its owner calls it. */
    name: text().notNull(),
    /** As the key names itself, base64url. */
    credentialId: text().notNull(),
    /** COSE, base64url. */
    publicKey: text().notNull(),
    /** By which the key knows whose it is: random, the same for all of a person, base64url. */
    handle: text().notNull(),
    /** How often the key says it was used; 0 for one that does not count. */
    counter: bigint({ mode: "number" }).notNull(),
    /** How a browser reaches it, parted by commas. */
    transports: text().notNull().default(""),
    createdAt: madeAt(),
    usedAt: instant(),
  },
  (table) => [
    unique("passkey_is_one").on(table.credentialId),
    index("passkey_by_person").on(table.personId),
    check("passkey_name_fits", named(table.name, "passkeyName")),
  ],
);
