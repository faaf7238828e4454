import { check, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, oneOf, within } from "#db/schema/columns.ts";
import { event } from "#db/schema/event.ts";
import { pitch } from "#db/schema/pitch.ts";
import { COUNTED_BY, type CountedBy } from "#domain/heads.ts";

/** How many were last counted in the room of a run. Nobody is named in it: who counted is in the audit log. */
export const headCount = pgTable(
  "head_count",
  {
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    pitchId: uuid()
      .notNull()
      .references(() => pitch.id, { onDelete: "cascade" }),
    copy: integer().notNull().default(0),
    heads: integer().notNull(),
    countedAt: instant().notNull(),
    countedBy: text().$type<CountedBy>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.pitchId, table.copy] }),
    index("head_count_by_event").on(table.eventId),
    check("head_count_in_range", within(table.heads, "counted")),
    check("head_count_by_is_known", oneOf(table.countedBy, COUNTED_BY)),
  ],
);
