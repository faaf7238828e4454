import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { instant, madeAt, named, oneOf, within } from "#db/schema/columns.ts";
import { event } from "#db/schema/event.ts";
import { person } from "#db/schema/person.ts";
import { ORDINARY, type OrdinaryKey } from "#domain/checklist.ts";

/** A tick of what every camp has to do, or something that a crew added. */
export const checklistItem = pgTable(
  "checklist_item",
  {
    /** Minted with its form, so that adding twice adds once. */
    id: uuid().primaryKey(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    /** Null for what the crew added. */
    key: text().$type<OrdinaryKey>(),
    title: text(),
    daysBefore: integer(),
    doneAt: instant(),
    byId: uuid().references(() => person.id, { onDelete: "set null" }),
    madeAt: madeAt(),
  },
  (table) => [
    unique("checklist_item_once").on(table.eventId, table.key),
    index("checklist_item_by_person").on(table.byId),
    check(
      "checklist_item_key",
      oneOf(
        table.key,
        ORDINARY.map(({ key }) => key),
      ),
    ),
    check(
      "checklist_item_either",
      sql`(${table.key} is null) = (${table.title} is not null) and (${table.key} is null) = (${table.daysBefore} is not null)`,
    ),
    check("checklist_item_title", named(table.title, "checklistItem")),
    check("checklist_item_days", within(table.daysBefore, "daysBefore")),
  ],
);
