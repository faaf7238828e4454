import { bigint, pgTable, uuid } from "drizzle-orm/pg-core";
import { event } from "#db/schema/event.ts";
import { VERSIONED, type VersionedPart } from "#domain/live.ts";

const version = () => bigint({ mode: "number" }).notNull().default(1);

type Versions = { [Name in VersionedPart as `${Name}Version`]: ReturnType<typeof version> };
const versions = Object.fromEntries(VERSIONED.map((name) => [`${name}Version`, version()])) as Versions;

/**
 * The version of what screens show, one row per camp, and the version that last changed each part.
 * Writers take this row last and shortly: it orders what everybody sees.
 */
export const liveVersion = pgTable("live_version", {
  eventId: uuid()
    .primaryKey()
    .references(() => event.id, { onDelete: "cascade" }),
  version: version(),
  /** The question a planner would be asked: another one with every change of what it is made of, but for hands. */
  problemVersion: version(),
  ...versions,
});
