import { sql } from "drizzle-orm";
import { check, integer, pgTable, unique, uuid } from "drizzle-orm/pg-core";
import { id, within } from "#db/schema/columns.ts";
import { event, sector } from "#db/schema/event.ts";

/** Places kept for some, and a limit for them: see domain/pool.ts. One without a sector is that of first-timers. */
export const pool = pgTable(
  "pool",
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    sectorId: uuid().references(() => sector.id, { onDelete: "cascade" }),
    floor: integer().notNull().default(0),
    ceiling: integer(),
  },
  (table) => [
    unique("pool_one_per_sector").on(table.eventId, table.sectorId).nullsNotDistinct(),
    check("pool_floor_is_sane", within(table.floor, "pool")),
    check("pool_ceiling_is_sane", within(table.ceiling, "pool")),
    check("pool_keeps_no_more_than_it_lets_in", sql`${table.floor} <= ${table.ceiling}`),
  ],
);
