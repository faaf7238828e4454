import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { fits, id, instant, inYears, madeAt, named, within } from "#db/schema/columns.ts";
import { event } from "#db/schema/event.ts";
import { person } from "#db/schema/person.ts";

/** What the crew has to do at a time and a place, and for how many of them it is. */
export const rotaTask = pgTable(
  "rota_task",
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    task: text().notNull(),
    /** Empty where the task says it. */
    place: text().notNull().default(""),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    wanted: integer().notNull(),
    createdAt: madeAt(),
  },
  (table) => [
    unique("rota_task_is_listed_once").on(
      table.eventId,
      table.startsAt,
      table.endsAt,
      table.task,
      table.place,
    ),
    check("rota_task_is_named", named(table.task, "rotaTask")),
    check("rota_task_place_fits", fits(table.place, "rotaPlace")),
    check("rota_task_is_for_some", within(table.wanted, "rotaPeople")),
    check("rota_task_is_in_years", inYears(table.startsAt)),
    check("rota_task_ends_after_it_starts", sql`${table.endsAt} > ${table.startsAt}`),
  ],
);

/** Who does it. Whoever leaves the crew leaves the rota (`leaveRota`). */
export const rotaSignUp = pgTable(
  "rota_sign_up",
  {
    taskId: uuid()
      .notNull()
      .references(() => rotaTask.id, { onDelete: "cascade" }),
    personId: uuid()
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    createdAt: madeAt(),
  },
  (table) => [
    primaryKey({ columns: [table.taskId, table.personId] }),
    index("rota_sign_up_by_person").on(table.personId),
  ],
);
