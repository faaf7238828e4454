import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, pgTable, primaryKey, smallint, uuid } from "drizzle-orm/pg-core";
import { anyOf } from "#db/schema/columns.ts";
import { event } from "#db/schema/event.ts";
import { pitch } from "#db/schema/pitch.ts";
import { room } from "#db/schema/room.ts";
import { slot } from "#db/schema/slot.ts";
import { LENGTHS, type Length } from "#domain/cell.ts";

/** A run of a session in its first cell. Which cells it takes is in `taken_cell`, written together with it (`db/placement.ts`). */
export const placement = pgTable(
  "placement",
  {
    pitchId: uuid().notNull(),
    /** 0 for the first run. */
    copy: smallint().notNull().default(0),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    slotId: uuid().notNull(),
    roomId: uuid().notNull(),
    /** Over how many slots; as the pitch says, while it stands in the draft. */
    length: smallint().$type<Length>().notNull().default(1),
    pinned: boolean().notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.pitchId, table.copy] }),
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
    check("placement_copy_is_counted", sql`${table.copy} >= 0`),
    check("placement_length_is_known", anyOf(table.length, LENGTHS)),
  ],
);

/** Every cell that a session stands in, also the second of a long one: no two ever have one in common. */
export const takenCell = pgTable(
  "taken_cell",
  {
    slotId: uuid().notNull(),
    roomId: uuid().notNull(),
    pitchId: uuid().notNull(),
    copy: smallint().notNull(),
  },
  (table) => [
    primaryKey({ name: "placement_one_per_cell", columns: [table.slotId, table.roomId] }),
    index("taken_cell_by_placement").on(table.pitchId, table.copy),
    foreignKey({
      name: "taken_cell_of_a_placement",
      columns: [table.pitchId, table.copy],
      foreignColumns: [placement.pitchId, placement.copy],
    }).onDelete("cascade"),
    foreignKey({ name: "taken_cell_of_a_slot", columns: [table.slotId], foreignColumns: [slot.id] }).onDelete(
      "cascade",
    ),
    foreignKey({ name: "taken_cell_of_a_room", columns: [table.roomId], foreignColumns: [room.id] }).onDelete(
      "cascade",
    ),
  ],
);
