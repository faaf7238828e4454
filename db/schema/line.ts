import { pgTable, uuid } from "drizzle-orm/pg-core";
import { instant } from "#db/schema/columns.ts";
import { event } from "#db/schema/event.ts";
import { person } from "#db/schema/person.ts";
import { pitch } from "#db/schema/pitch.ts";

/** Who is at the front of a camp's line to pitch. Whoever calls or moves somebody locks it first. */
export const lineToPitch = pgTable("line_to_pitch", {
  eventId: uuid()
    .primaryKey()
    .references(() => event.id, { onDelete: "cascade" }),
  /** Since when, the pitch says itself (`saidAt`). Null while nobody is there. */
  front: uuid().references(() => pitch.id, { onDelete: "set null" }),
  /** Who of the crew called or moved somebody last. */
  by: uuid().references(() => person.id, { onDelete: "set null" }),
  at: instant(),
});
