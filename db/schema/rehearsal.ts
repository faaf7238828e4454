import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { id, instant, madeAt, oneOf, within } from "#db/schema/columns.ts";
import { event } from "#db/schema/event.ts";
import { person } from "#db/schema/person.ts";
import { type Line, PARTS, type Part, STATES, type State, UNDER_WAY } from "#domain/rehearsal.ts";

/** Written out: with values the index of it is not known again. */
export const underWay = (state: AnyPgColumn) =>
  sql`${state} in (${sql.raw(UNDER_WAY.map((it) => `'${it}'`).join(", "))})`;

/** A rehearsal of a camp: what a worker is doing, and what came of it. The copy it runs against names the camp in `event`. */
export const rehearsal = pgTable(
  "rehearsal",
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    askedAt: madeAt(),
    /** Who runs the copy with the made-up crew; null once it is over: a result is of nobody. */
    askedBy: uuid().references(() => person.id, { onDelete: "set null" }),
    state: text().$type<State>().notNull().default("asked"),
    /** The worker's claim. */
    claim: uuid(),
    /** When that worker was last heard of. */
    beatAt: instant(),
    /** Somebody pressed Stop: the worker ends at its next word. */
    stopping: boolean().notNull().default(false),
    /** Made-up people. */
    people: integer().notNull(),
    part: text().$type<Part>(),
    lines: jsonb().$type<Line[]>().notNull().default([]),
    endedAt: instant(),
  },
  (table) => [
    index("rehearsal_of_a_camp").on(table.eventId, table.askedAt),
    // Two at once would measure each other.
    uniqueIndex("rehearsal_one_at_a_time").on(sql`(true)`).where(underWay(table.state)),
    check("rehearsal_state_is_known", oneOf(table.state, STATES)),
    check("rehearsal_part_is_known", oneOf(table.part, PARTS)),
    check("rehearsal_people_are_few", within(table.people, "rehearsed")),
  ],
);
