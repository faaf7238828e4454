import { bigint, pgTable, uuid } from "drizzle-orm/pg-core";
import { event } from "#db/schema/event.ts";

/**
 * The version of what screens show, one row per camp, and the version that last changed each part.
 * Writers take this row last and shortly: it orders what everybody sees.
 */
export const liveVersion = pgTable("live_version", {
  eventId: uuid()
    .primaryKey()
    .references(() => event.id, { onDelete: "cascade" }),
  version: bigint({ mode: "number" }).notNull().default(1),
  eventVersion: bigint({ mode: "number" }).notNull().default(1),
  pitchesVersion: bigint({ mode: "number" }).notNull().default(1),
  gridVersion: bigint({ mode: "number" }).notNull().default(1),
  /** The draft grid, for desks only. */
  draftVersion: bigint({ mode: "number" }).notNull().default(1),
  /** People and the line, for desks only. */
  peopleVersion: bigint({ mode: "number" }).notNull().default(1),
});
