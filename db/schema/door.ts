import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { fits, id, instant, madeAt, oneOf } from "#db/schema/columns.ts";
import { day } from "#db/schema/day.ts";
import { device } from "#db/schema/device.ts";
import { event } from "#db/schema/event.ts";
import { person } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
import { DOOR_ACTS, type DoorAct } from "#domain/door/check-in.ts";

/** A tap at a door, as it was made; never changed. Who is in follows from all of them (domain/door/check-in.ts). */
export const doorAct = pgTable(
  "door_act",
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    dayId: uuid()
      .notNull()
      .references(() => day.id, { onDelete: "cascade" }),
    registrationId: uuid()
      .notNull()
      .references(() => registration.id, { onDelete: "cascade" }),
    kind: text().$type<DoorAct["kind"]>().notNull(),
    at: instant().notNull(),
    /** Acts that it takes back; they may come later than it. */
    undoes: uuid().array().notNull().default(sql`'{}'`),
    door: text().notNull().default(""),
    personId: uuid().references(() => person.id, { onDelete: "set null" }),
    receivedAt: madeAt(),
  },
  (table) => [
    index("door_act_by_person").on(table.registrationId, table.dayId),
    index("door_act_by_arrival").on(table.eventId, table.receivedAt),
    index("door_act_by_day").on(table.dayId),
    check("door_act_is_known", oneOf(table.kind, DOOR_ACTS)),
    check("door_act_door_fits", fits(table.door, "doorName")),
  ],
);

/** Who is in on which day, as the acts say; written with them. */
export const checkIn = pgTable(
  "check_in",
  {
    registrationId: uuid()
      .notNull()
      .references(() => registration.id, { onDelete: "cascade" }),
    dayId: uuid()
      .notNull()
      .references(() => day.id, { onDelete: "cascade" }),
    at: instant().notNull(),
    /** When they left and did not come back. */
    leftAt: instant(),
  },
  (table) => [
    primaryKey({ columns: [table.registrationId, table.dayId] }),
    index("check_in_by_day").on(table.dayId, table.at),
  ],
);

/** A phone that checks people in. Cut off at the desk, it gets nothing more and forgets what it has. */
export const doorPhone = pgTable(
  "door_phone",
  {
    deviceId: uuid()
      .notNull()
      .references(() => device.id, { onDelete: "cascade" }),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    personId: uuid()
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    door: text().notNull().default(""),
    seenAt: madeAt(),
    cutOffAt: instant(),
  },
  (table) => [
    primaryKey({ columns: [table.deviceId, table.eventId] }),
    index("door_phone_by_event").on(table.eventId, table.seenAt),
    check("door_phone_door_fits", fits(table.door, "doorName")),
  ],
);
