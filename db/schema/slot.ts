import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { fits, id, instant, inYears, oneOf } from "#db/schema/columns.ts";
import { day } from "#db/schema/day.ts";
import { event } from "#db/schema/event.ts";
import { SLOT_KINDS, type SlotKind } from "#domain/slot.ts";

export const slot = pgTable(
  "slot",
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    /** The day on which it starts; it may run past midnight. */
    dayId: uuid()
      .notNull()
      .references(() => day.id, { onDelete: "cascade" }),
    kind: text().$type<SlotKind>().notNull(),
    title: text().notNull().default(""),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
  },
  (table) => [
    index("slot_by_day").on(table.dayId),
    index("slot_by_time").on(table.eventId, table.startsAt),
    check("slot_kind_is_known", oneOf(table.kind, SLOT_KINDS)),
    check("slot_title_fits", fits(table.title, "slotTitle")),
    check("slot_is_of_our_time", sql`${inYears(table.startsAt)} and ${inYears(table.endsAt)}`),
    check("slot_ends_after_it_starts", sql`${table.endsAt} > ${table.startsAt}`),
  ],
);
