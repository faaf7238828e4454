import { index, integer, jsonb, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { instant, madeAt } from "#db/schema/columns.ts";
import { pitch } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import type { Showing } from "#domain/telling.ts";

/** That somebody is told of a session that changed: one of each, and why they are told is kept nowhere. */
export const telling = pgTable(
  "telling",
  {
    registrationId: uuid()
      .notNull()
      .references(() => registration.id, { onDelete: "cascade" }),
    pitchId: uuid()
      .notNull()
      .references(() => pitch.id, { onDelete: "cascade" }),
    /** The version of which they were told last. */
    number: integer().notNull(),
    /** When and where it was on as they knew it: what they are told is the difference from that. */
    was: jsonb().$type<readonly Showing[]>().notNull(),
    toldAt: madeAt(),
    /** When it was said to a phone by push, and when they put it away: either way they know it since. */
    pushedAt: instant(),
    putAwayAt: instant(),
  },
  (table) => [
    primaryKey({ columns: [table.registrationId, table.pitchId] }),
    index("telling_by_pitch").on(table.pitchId),
  ],
);
