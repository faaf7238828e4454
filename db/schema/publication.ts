import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { anyOf, instant, madeAt, oneOf } from "#db/schema/columns.ts";
import { event } from "#db/schema/event.ts";
import { person } from "#db/schema/person.ts";
import { LENGTHS, type Length } from "#domain/cell.ts";
import { NEWS, type News } from "#domain/grid-change.ts";
import { BLANK_PITCH, type Need, type NoteLevel, type PitchKind, type Voice } from "#domain/pitch.ts";

/** A version of the grid, frozen with all it shows. Its number is never another version's, also once it is taken back. */
export const publication = pgTable(
  "publication",
  {
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    number: integer().notNull(),
    /** How its frame is written (`db/publication/frame.ts`). */
    format: integer().notNull(),
    publishedAt: madeAt(),
    publishedBy: uuid().references(() => person.id, { onDelete: "set null" }),
    takenBackAt: instant(),
    takenBackBy: uuid().references(() => person.id, { onDelete: "set null" }),
    /** Its rooms and slots. Nobody is named in them, and they are only ever read whole. */
    frame: jsonb().notNull(),
  },
  (table) => [primaryKey({ columns: [table.eventId, table.number] })],
);

/**
 * A session as a version shows it: in its cell, or as a part of the one it was merged into, or as taken off. What it is
 * of may be gone, so that its ids point nowhere.
 */
export const publishedSession = pgTable(
  "published_session",
  {
    eventId: uuid().notNull(),
    number: integer().notNull(),
    position: integer().notNull(),
    pitchId: uuid().notNull(),
    /** Which run of it; all but the first one are rows without words, which are with the session's first row. */
    copy: smallint().notNull().default(0),
    /** The session that it became a part of. */
    partOf: uuid(),
    title: text().notNull(),
    line: text().notNull().default(""),
    kind: text().$type<PitchKind>().notNull().default(BLANK_PITCH.kind),
    voice: text().$type<Voice>().notNull().default(BLANK_PITCH.voice),
    noteLevel: text().$type<NoteLevel>().notNull().default(BLANK_PITCH.noteLevel),
    needs: text().array().$type<Need[]>().notNull().default(sql`'{}'`),
    hosts: text().array().notNull().default(sql`'{}'`),
    pitchedAt: instant(),
    slotId: uuid(),
    roomId: uuid(),
    length: smallint().$type<Length>().notNull().default(1),
    pinned: boolean().notNull().default(false),
    /** How many were expected. */
    heads: integer(),
    /** What is news about it, beside what people saw before; null where nothing is. */
    news: text().$type<News>(),
    /** Where it was, as that was called then. */
    fromSlotId: uuid(),
    fromRoomId: uuid(),
    fromLength: smallint().$type<Length>(),
    fromRoom: text(),
    fromStartsAt: instant(),
    fromEndsAt: instant(),
  },
  (table) => [
    primaryKey({ columns: [table.eventId, table.number, table.position] }),
    foreignKey({
      name: "published_session_of_a_version",
      columns: [table.eventId, table.number],
      foreignColumns: [publication.eventId, publication.number],
    }).onDelete("cascade"),
    check("published_session_in_a_cell", sql`(${table.slotId} is null) = (${table.roomId} is null)`),
    check("published_session_length_is_known", anyOf(table.length, LENGTHS)),
    check("published_session_news_are_known", oneOf(table.news, NEWS)),
  ],
);
