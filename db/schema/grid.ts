import { boolean, foreignKey, index, pgTable, unique, uuid } from "drizzle-orm/pg-core";
import { event } from "#db/schema/event.ts";
import { pitch } from "#db/schema/pitch.ts";
import { room } from "#db/schema/room.ts";
import { slot } from "#db/schema/slot.ts";

export const placement = pgTable(
  "placement",
  {
    pitchId: uuid().primaryKey(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    slotId: uuid().notNull(),
    roomId: uuid().notNull(),
    pinned: boolean().notNull().default(false),
  },
  (table) => [
    unique("placement_one_per_cell").on(table.slotId, table.roomId),
    index("placement_by_event").on(table.eventId),
    foreignKey({
      name: "placement_of_a_pitch",
      columns: [table.pitchId],
      foreignColumns: [pitch.id],
    }).onDelete("cascade"),
    foreignKey({ name: "placement_in_a_slot", columns: [table.slotId], foreignColumns: [slot.id] }).onDelete(
      "cascade",
    ),
    foreignKey({ name: "placement_in_a_room", columns: [table.roomId], foreignColumns: [room.id] }).onDelete(
      "cascade",
    ),
  ],
);
