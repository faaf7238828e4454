import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  customType,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { fits, id, instant, madeAt, named, within } from "#db/schema/columns.ts";
import { event } from "#db/schema/event.ts";
import { pitch } from "#db/schema/pitch.ts";

const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });

/** Its boxes as plain text: what is read, searched and exported without the document. */
const words = () => ({
  text: text().notNull().default(""),
  actions: text().notNull().default(""),
  links: text().notNull().default(""),
});

/**
 * What is written down of a run of a session, and its shared document as of `compacted`. Nobody is named in it: neither
 * who wrote, nor when each wrote what.
 */
export const note = pgTable(
  "note",
  {
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    pitchId: uuid()
      .notNull()
      .references(() => pitch.id, { onDelete: "cascade" }),
    copy: integer().notNull().default(0),
    /** Raised when the document starts anew, because something was taken out of it for good. */
    epoch: integer().notNull().default(1),
    /** Which update was the last, and up to which all are in `document`. */
    seq: bigint({ mode: "number" }).notNull().default(0),
    compacted: bigint({ mode: "number" }).notNull().default(0),
    document: bytes().notNull(),
    ...words(),
    changedAt: madeAt(),
  },
  (table) => [
    primaryKey({ columns: [table.pitchId, table.copy] }),
    index("note_by_event").on(table.eventId),
    check("note_copy_in_range", within(table.copy, "copy")),
    check("note_epoch_is_counted", sql`${table.epoch} > 0`),
    check("note_is_compacted_up_to_what_it_has", sql`${table.compacted} <= ${table.seq}`),
    check("note_text_fits", fits(table.text, "note")),
    check("note_actions_fit", fits(table.actions, "noteBox")),
    check("note_links_fit", fits(table.links, "noteBox")),
  ],
);

const ofNote = () => ({
  pitchId: uuid().notNull(),
  copy: integer().notNull(),
});

/** What was written since the document was last compacted: only ever added, and deleted together. */
export const noteUpdate = pgTable(
  "note_update",
  {
    ...ofNote(),
    seq: bigint({ mode: "number" }).notNull(),
    bytes: bytes().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.pitchId, table.copy, table.seq] }),
    foreignKey({
      name: "note_update_of_a_note",
      columns: [table.pitchId, table.copy],
      foreignColumns: [note.pitchId, note.copy],
    }).onDelete("cascade"),
  ],
);

/** What a note said at some time, as plain text and of nobody. */
export const noteVersion = pgTable(
  "note_version",
  {
    ...ofNote(),
    number: integer().notNull(),
    keptAt: instant().notNull(),
    ...words(),
  },
  (table) => [
    primaryKey({ columns: [table.pitchId, table.copy, table.number] }),
    foreignKey({
      name: "note_version_of_a_note",
      columns: [table.pitchId, table.copy],
      foreignColumns: [note.pitchId, note.copy],
    }).onDelete("cascade"),
  ],
);

/** A line that somebody asks to have taken out, until that is decided. Who asked nobody knows. */
export const noteRequest = pgTable(
  "note_request",
  {
    id: id(),
    ...ofNote(),
    line: text().notNull(),
    at: madeAt(),
  },
  (table) => [
    index("note_request_of_note").on(table.pitchId, table.copy, table.at),
    foreignKey({
      name: "note_request_of_a_note",
      columns: [table.pitchId, table.copy],
      foreignColumns: [note.pitchId, note.copy],
    }).onDelete("cascade"),
    check("note_request_line_fits", named(table.line, "note")),
  ],
);
