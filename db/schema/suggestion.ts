import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant, madeAt, oneOf } from "#db/schema/columns.ts";
import { event } from "#db/schema/event.ts";
import { person } from "#db/schema/person.ts";
import {
  type Bound,
  SUGGESTION_STATES,
  type SuggestedGrid,
  type SuggestionState,
} from "#domain/suggestion.ts";

/** What the planner was asked and has found: one row per camp, gone as soon as the grid is edited. Its table is `plan`. */
export const suggestion = pgTable(
  "plan",
  {
    eventId: uuid()
      .primaryKey()
      .references(() => event.id, { onDelete: "cascade" }),
    /** Another one each time it is asked. */
    id: uuid().notNull(),
    askedAt: madeAt(),
    askedBy: uuid().references(() => person.id, { onDelete: "set null" }),
    state: text().$type<SuggestionState>().notNull().default("asked"),
    /** The worker's claim. A new one is made each time the suggestion is taken up. */
    claim: uuid(),
    /** When that worker was last heard of. */
    beatAt: instant(),
    tries: integer().notNull().default(0),
    /** Of the problem with its hands, as its worker read it. */
    fingerprint: text(),
    /** The version of the problem, and when the next slot begins, which changes it. */
    problemVersion: bigint({ mode: "number" }),
    goodUntil: instant(),
    best: jsonb().$type<SuggestedGrid>(),
    /** Some of it is in the draft: from then on no better grid takes its place. */
    taken: boolean().notNull().default(false),
    bound: jsonb().$type<Bound>(),
  },
  (table) => [
    check("plan_state", oneOf(table.state, SUGGESTION_STATES)),
    index("plan_to_take").on(table.askedAt).where(sql`state in ('asked', 'thinking')`),
  ],
);
