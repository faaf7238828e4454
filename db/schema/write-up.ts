import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { day, fits, id, instant, madeAt, named, oneOf } from "#db/schema/columns.ts";
import { event } from "#db/schema/event.ts";
import { pitch } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import { MOST } from "#domain/limits.ts";
import { WRITE_UP_LEVELS, type WriteUpLevel } from "#domain/write-up.ts";

/** What somebody takes home from a session, or from a day of the camp: one each. It goes with whoever wrote it. */
export const writeUp = pgTable(
  "write_up",
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    registrationId: uuid()
      .notNull()
      .references(() => registration.id, { onDelete: "cascade" }),
    /** The session, or else the day. */
    pitchId: uuid(),
    day: day(),
    learned: text().notNull().default(""),
    doing: text().notNull().default(""),
    readers: text().notNull().default(""),
    /** As its writer chose: what was agreed for the session may keep it from more people (`db/write-up/reading.ts`). */
    level: text().$type<WriteUpLevel>().notNull(),
    named: boolean().notNull().default(false),
    quotable: boolean().notNull().default(false),
    hiddenAt: instant(),
    /** In the crew's words, for its writer. */
    hiddenReason: text().notNull().default(""),
    createdAt: madeAt(),
    changedAt: madeAt(),
  },
  (table) => [
    unique("write_up_of_session").on(table.registrationId, table.pitchId),
    unique("write_up_of_day").on(table.registrationId, table.day),
    unique("write_up_of_event").on(table.id, table.eventId),
    foreignKey({
      name: "write_up_in_its_camp",
      columns: [table.pitchId, table.eventId],
      foreignColumns: [pitch.id, pitch.eventId],
    }).onDelete("cascade"),
    index("write_up_by_event").on(table.eventId, table.id),
    index("write_up_for_everybody").on(table.id).where(sql`level = 'public' and pitch_id is not null`),
    index("write_up_of_pitch").on(table.pitchId).where(sql`${table.pitchId} is not null`),
    check("write_up_is_of_one_thing", sql`(${table.pitchId} is null) <> (${table.day} is null)`),
    check(
      "write_up_says_something",
      sql`${table.learned} <> '' or ${table.doing} <> '' or ${table.readers} <> ''`,
    ),
    check("write_up_learned_fits", fits(table.learned, "writeUp")),
    check("write_up_doing_fits", fits(table.doing, "writeUp")),
    check("write_up_readers_fit", fits(table.readers, "writeUpReaders")),
    check("write_up_level_is_known", oneOf(table.level, WRITE_UP_LEVELS)),
    check("write_up_hidden_reason_fits", fits(table.hiddenReason, "reason")),
  ],
);

/** The best lines of a camp's write-ups, in the crew's order. One whose words are not in it any more is not shown. */
export const bestLine = pgTable(
  "best_line",
  {
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    writeUpId: uuid().notNull(),
    line: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.eventId, table.position] }),
    unique("best_line_once").on(table.writeUpId, table.line),
    foreignKey({
      name: "best_line_in_its_camp",
      columns: [table.writeUpId, table.eventId],
      foreignColumns: [writeUp.id, writeUp.eventId],
    }).onDelete("cascade"),
    check("best_line_says_something", named(table.line, "writeUpLine")),
    check(
      "best_line_is_one_of_so_many",
      sql`${table.position} between 0 and ${sql.raw(String(MOST.bestLines - 1))}`,
    ),
  ],
);
