import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { fits, id, instant, madeAt, named, oneOf, within } from "#db/schema/columns.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
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
    /** When it was said at the front; the line to pitch is what is left. */
    saidAt: instant(),
    /** An organiser's own guess of how many come, over every other. */
    expected: integer(),
    createdAt: madeAt(),
  },
  (table) => [
    index("pitch_by_event").on(table.eventId, table.createdAt),
    check("pitch_kind_is_known", oneOf(table.kind, PITCH_KINDS)),
    check("pitch_voice_is_known", oneOf(table.voice, VOICES)),
    check("pitch_note_level_is_known", oneOf(table.noteLevel, NOTE_LEVELS)),
    check("pitch_title_fits", named(table.title, "pitchTitle")),
    check("pitch_line_fits", fits(table.line, "pitchLine")),
    check("pitch_expected_is_sane", within(table.expected, "expected")),
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
  },
  (table) => [
    primaryKey({ columns: [table.pitchId, table.position] }),
    index("pitch_host_by_registration").on(table.registrationId),
    check("pitch_host_name_fits", named(table.name, "personName")),
  ],
);
