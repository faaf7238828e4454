import { boolean, check, index, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { madeAt, within } from "#db/schema/columns.ts";
import { pitch } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";

/** "I go here", or not, as its owner last said of one run of a session: theirs alone. Of all else their hands speak. */
export const star = pgTable(
  "star",
  {
    pitchId: uuid()
      .notNull()
      .references(() => pitch.id, { onDelete: "cascade" }),
    registrationId: uuid()
      .notNull()
      .references(() => registration.id, { onDelete: "cascade" }),
    copy: smallint().notNull(),
    starred: boolean().notNull(),
    castAt: madeAt(),
  },
  (table) => [
    primaryKey({ columns: [table.pitchId, table.registrationId, table.copy] }),
    index("star_by_registration").on(table.registrationId),
    check("star_copy_in_range", within(table.copy, "copy")),
  ],
);

/** Where a calendar follows somebody's day: one address at a time, of which we keep the hash. */
export const dayAddress = pgTable("day_address", {
  registrationId: uuid()
    .primaryKey()
    .references(() => registration.id, { onDelete: "cascade" }),
  /** SHA-256, hex. */
  tokenHash: text().notNull().unique("day_address_token"),
  createdAt: madeAt(),
});
