import { sql } from "drizzle-orm";
import { boolean, check, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { fits, id, named, within } from "#db/schema/columns.ts";
import { event } from "#db/schema/event.ts";
import type { Feature } from "#domain/room.ts";

/** Its letter never changes, and is never given to another. */
export const room = pgTable(
  "room",
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    letter: text().notNull(),
    name: text().notNull(),
    /** As many as a number can be of a place that is unofficial. */
    capacity: integer().notNull(),
    /** A place whose number of seats nobody knows. */
    unofficial: boolean().notNull().default(false),
    features: text().array().$type<Feature[]>().notNull().default(sql`'{}'`),
    /** How to get there; empty where nobody said. */
    directions: text().notNull().default(""),
    /** By which whoever has a place joins from afar; nobody else is told. Empty where there is none. */
    link: text().notNull().default(""),
    position: integer().notNull(),
  },
  (table) => [
    unique("room_name_is_taken").on(table.eventId, table.name),
    unique("room_letter_is_its_own").on(table.eventId, table.letter),
    unique("room_one_per_position").on(table.eventId, table.position),
    check("room_has_seats", within(table.capacity, "seats")),
    check("room_name_fits", named(table.name, "roomName")),
    check("room_link_fits", fits(table.link, "roomLink")),
    check("room_directions_fit", fits(table.directions, "directions")),
  ],
);
