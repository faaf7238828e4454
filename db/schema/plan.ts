import { bigint, boolean, check, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant, madeAt, oneOf } from "#db/schema/columns.ts";
import { event } from "#db/schema/event.ts";
import { person } from "#db/schema/person.ts";
import { type Bound, PLAN_STATES, type PlanState, type Suggested } from "#domain/plan.ts";

/** What the planner was asked and has found: one row per camp, ignored once the camp's problem has changed. */
export const plan = pgTable(
  "plan",
  {
    eventId: uuid()
      .primaryKey()
      .references(() => event.id, { onDelete: "cascade" }),
    /** Another one each time it is asked. */
    id: uuid().notNull(),
    askedAt: madeAt(),
    askedBy: uuid().references(() => person.id, { onDelete: "set null" }),
    state: text().$type<PlanState>().notNull().default("asked"),
    /** The worker's claim, new each time the plan is taken up. */
    claim: uuid(),
    /** When that worker was last heard of. */
    beatAt: instant(),
    tries: integer().notNull().default(0),
    /** Of the problem with its hands, as its worker read it. */
    fingerprint: text(),
    /** The version of the problem, and when the next slot begins, which changes it. */
    problemVersion: bigint({ mode: "number" }),
    goodUntil: instant(),
    best: jsonb().$type<Suggested>(),
    /** Some of it is in the draft: from then on no better grid replaces it. */
    taken: boolean().notNull().default(false),
    bound: jsonb().$type<Bound>(),
  },
  (table) => [check("plan_state", oneOf(table.state, PLAN_STATES)), index("plan_to_take").on(table.state)],
);
