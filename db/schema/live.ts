import { bigint, pgTable, uuid } from "drizzle-orm/pg-core";
import { event } from "#db/schema/event.ts";
import { VERSIONED, type VersionedPart } from "#domain/live.ts";

const version = () => bigint({ mode: "number" }).notNull().default(1);

type Versions = { [Name in VersionedPart as `${Name}Version`]: ReturnType<typeof version> };
const versions = Object.fromEntries(VERSIONED.map((name) => [`${name}Version`, version()])) as Versions;

/** The version of what screens show, and the one that last changed each part. Locked last and briefly. */
export const liveVersion = pgTable("live_version", {
  eventId: uuid()
    .primaryKey()
    .references(() => event.id, { onDelete: "cascade" }),
  version: version(),
  /** Raised by every change of the planner's problem, except hands. */
  problemVersion: version(),
  ...versions,
});
