import { bigint, boolean, index, integer, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { madeAt } from "#db/schema/columns.ts";
import { event } from "#db/schema/event.ts";
import { pitch } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";

/** "I'd come": one per person and pitch. Taken down, the row stays and says so. */
export const hand = pgTable(
  "hand",
  {
    pitchId: uuid()
      .notNull()
      .references(() => pitch.id, { onDelete: "cascade" }),
    registrationId: uuid()
      .notNull()
      .references(() => registration.id, { onDelete: "cascade" }),
    up: boolean().notNull(),
    castAt: madeAt(),
  },
  (table) => [
    primaryKey({ columns: [table.pitchId, table.registrationId] }),
    index("hand_by_registration").on(table.registrationId),
  ],
);

/** The counted hands, with the version that last changed them. */
export const tally = pgTable(
  "tally",
  {
    pitchId: uuid()
      .primaryKey()
      .references(() => pitch.id, { onDelete: "cascade" }),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    hands: integer().notNull(),
    version: bigint({ mode: "number" }).notNull(),
  },
  (table) => [index("tally_newer_than").on(table.eventId, table.version)],
);
