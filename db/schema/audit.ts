import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { id, madeAt } from "#db/schema/columns.ts";
import { event } from "#db/schema/event.ts";
import type { Act } from "#domain/history.ts";

export const ACTORS = ["camper", "crew", "clock", "system"] as const;

/** Who did what to whom, why and when. One row for every change; never updated. */
export const audit = pgTable(
  "audit",
  {
    id: id(),
    eventId: uuid().references(() => event.id, { onDelete: "cascade" }),
    at: madeAt(),
    actor: text().$type<(typeof ACTORS)[number]>().notNull(),
    /** A person or a registration; null for the clock and the system. */
    actorId: uuid(),
    act: text().$type<Act>().notNull(),
    subjectId: uuid(),
    from: text(),
    to: text(),
    reason: text().notNull().default(""),
    detail: jsonb(),
  },
  (table) => [
    index("audit_by_event").on(table.eventId, table.at),
    index("audit_by_subject").on(table.subjectId, table.at),
  ],
);
