import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { anyOf, fits, id, instant, madeAt, named, oneOf, within } from "#db/schema/columns.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { LENGTHS, type Length } from "#domain/cell.ts";
import {
  type Need,
  NOTE_LEVELS,
  type NoteLevel,
  PITCH_KINDS,
  type PitchKind,
  VOICES,
  type Voice,
} from "#domain/pitch.ts";

export const pitch = pgTable(
  "pitch",
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    title: text().notNull(),
    line: text().notNull().default(""),
    kind: text().$type<PitchKind>().notNull().default("discuss"),
    voice: text().$type<Voice>().notNull().default("me"),
    noteLevel: text().$type<NoteLevel>().notNull().default("open"),
    needs: text().array().$type<Need[]>().notNull().default(sql`'{}'`),
    withdrawnAt: instant(),
    /** The crew hid it, for this reason: it is withdrawn as well, and its host cannot bring it back. */
    hiddenAt: instant(),
    hiddenReason: text().notNull().default(""),
    /** The pitch that it became a part of, which is part of none; its own hands, hosts and words stay with it. */
    mergedInto: uuid(),
    mergedAt: instant(),
    /** When it was said at the front; the line to pitch is what is left. */
    saidAt: instant(),
    /** Its number in an order that was made by hand; null where it came since, or nobody made one. */
    turn: integer(),
    /** When it was called and nobody came; null once they are back or were said. */
    awayAt: instant(),
    /** An organiser's own guess of how many come, over every other. */
    expected: integer(),
    /** Over how many slots it goes, and how often it runs, as the desk decided. */
    length: smallint().$type<Length>().notNull().default(1),
    runs: smallint().notNull().default(1),
    /** Hands that a campmaker counted in the room, and on paper; null where nobody did. */
    roomHands: integer(),
    paperHands: integer(),
    createdAt: madeAt(),
  },
  (table) => [
    index("pitch_by_event").on(table.eventId, table.createdAt),
    index("pitch_hidden").on(table.eventId).where(sql`${table.hiddenAt} is not null`),
    index("pitch_by_merged_into").on(table.mergedInto).where(sql`${table.mergedInto} is not null`),
    unique("pitch_of_event").on(table.id, table.eventId),
    foreignKey({
      name: "pitch_merged_in_its_camp",
      columns: [table.mergedInto, table.eventId],
      foreignColumns: [table.id, table.eventId],
    }),
    check("pitch_merged_into_another", sql`${table.mergedInto} <> ${table.id}`),
    check("pitch_merged_has_a_time", sql`(${table.mergedInto} is null) = (${table.mergedAt} is null)`),
    check("pitch_merged_is_not_withdrawn", sql`${table.mergedInto} is null or ${table.withdrawnAt} is null`),
    check("pitch_hidden_is_withdrawn", sql`${table.hiddenAt} is null or ${table.withdrawnAt} is not null`),
    check("pitch_hidden_reason_fits", fits(table.hiddenReason, "reason")),
    check("pitch_kind_is_known", oneOf(table.kind, PITCH_KINDS)),
    check("pitch_voice_is_known", oneOf(table.voice, VOICES)),
    check("pitch_note_level_is_known", oneOf(table.noteLevel, NOTE_LEVELS)),
    check("pitch_title_fits", named(table.title, "pitchTitle")),
    check("pitch_line_fits", fits(table.line, "pitchLine")),
    check("pitch_expected_is_sane", within(table.expected, "expected")),
    check("pitch_length_is_known", anyOf(table.length, LENGTHS)),
    check("pitch_runs_are_sane", within(table.runs, "runs")),
    check("pitch_room_hands_are_sane", within(table.roomHands, "counted")),
    check("pitch_paper_hands_are_sane", within(table.paperHands, "counted")),
  ],
);

/** A host without a registration was named by a campmaker or came with an import. */
export const pitchHost = pgTable(
  "pitch_host",
  {
    pitchId: uuid()
      .notNull()
      .references(() => pitch.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    registrationId: uuid().references(() => registration.id, { onDelete: "set null" }),
    name: text().notNull(),
    /** Brought by this person on their phone, which counts as their one pitch. */
    own: boolean().notNull().default(false),
    /** False for whoever wished that somebody would: named to nobody, and in no clash. */
    hosting: boolean().notNull().default(true),
  },
  (table) => [
    primaryKey({ columns: [table.pitchId, table.position] }),
    index("pitch_host_by_registration").on(table.registrationId),
    check("pitch_host_name_fits", named(table.name, "personName")),
  ],
);

/** When whoever hosts a pitch cannot. Nobody but its hosts and the crew reads it. */
export const pitchBusy = pgTable(
  "pitch_busy",
  {
    pitchId: uuid()
      .notNull()
      .references(() => pitch.id, { onDelete: "cascade" }),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.pitchId, table.startsAt] }),
    check("pitch_busy_ends_after_it_starts", sql`${table.endsAt} > ${table.startsAt}`),
  ],
);

/** "Shall we do it together?", from the hosts of one pitch to those of another, until they are one or one is gone. */
export const togetherAsked = pgTable(
  "together_asked",
  {
    pitchId: uuid()
      .notNull()
      .references(() => pitch.id, { onDelete: "cascade" }),
    otherId: uuid()
      .notNull()
      .references(() => pitch.id, { onDelete: "cascade" }),
    askedAt: madeAt(),
    /** They would rather keep theirs as it is: it stays, so that nobody is asked twice. */
    declinedAt: instant(),
  },
  (table) => [
    primaryKey({ columns: [table.pitchId, table.otherId] }),
    index("together_asked_of").on(table.otherId),
    check("together_asked_of_another", sql`${table.pitchId} <> ${table.otherId}`),
  ],
);
