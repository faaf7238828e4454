import { check, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { fits, id, madeAt } from "#db/schema/columns.ts";
import { event } from "#db/schema/event.ts";
import { person } from "#db/schema/person.ts";
import { room } from "#db/schema/room.ts";
import { slot } from "#db/schema/slot.ts";

/** A room in which nothing can happen, in one slot or in all. It goes with its room and its slot. */
export const roomOff = pgTable(
  "room_off",
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    roomId: uuid()
      .notNull()
      .references(() => room.id, { onDelete: "cascade" }),
    /** Null for every slot. */
    slotId: uuid().references(() => slot.id, { onDelete: "cascade" }),
    note: text().notNull().default(""),
    byId: uuid().references(() => person.id, { onDelete: "set null" }),
    at: madeAt(),
  },
  (table) => [
    unique("room_off_once").on(table.roomId, table.slotId).nullsNotDistinct(),
    index("room_off_by_event").on(table.eventId),
    check("room_off_note_fits", fits(table.note, "roomNote")),
  ],
);
