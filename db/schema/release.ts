import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { fits, id, instant, inYears, madeAt, oneOf, within } from "#db/schema/columns.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import type { PoolRules } from "#domain/pool.ts";
import { WAYS, type Way } from "#domain/release.ts";

/** Places given out at an announced time, in one of three ways. A camp without any gives them out as they are asked for. */
export const release = pgTable(
  "release",
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    way: text().$type<Way>().notNull(),
    opensAt: instant().notNull(),
    /** When the entries of a draw close. */
    closesAt: instant(),
    places: integer().notNull(),
    /** Which public number will decide a draw: announced before it exists. */
    source: text().notNull().default(""),
    /** The hash of a draw's entries (`listHash` of domain/draw.ts), and since when nobody is added to them. */
    listHash: text(),
    frozenAt: instant(),
    /** The pools by which a draw's places are given out, published with the hash; null where the camp has none. */
    pools: jsonb().$type<PoolRules>(),
    /** What the entries were put in order by: the public number of a draw, or chance for a batch. */
    seed: text(),
    drawnAt: instant(),
    createdAt: madeAt(),
  },
  (table) => [
    index("release_by_event").on(table.eventId, table.opensAt),
    check("release_way_is_known", oneOf(table.way, WAYS)),
    check("release_has_places", within(table.places, "places")),
    check("release_only_a_draw_closes", sql`(${table.way} = 'draw') = (${table.closesAt} is not null)`),
    check("release_closes_after_it_opens", sql`${table.closesAt} > ${table.opensAt}`),
    check("release_opens_in_our_time", inYears(table.opensAt)),
    check("release_closes_in_our_time", inYears(table.closesAt)),
    check("release_source_fits", fits(table.source, "drawSource")),
    check("release_seed_fits", fits(table.seed, "drawSeed")),
    check("release_hash_goes_with_its_time", sql`(${table.listHash} is null) = (${table.frozenAt} is null)`),
  ],
);

/** People who enter a draw together, and win or lose together unless all of them said otherwise. */
export const entryGroup = pgTable(
  "entry_group",
  {
    /** Published with a draw, as the id of an entry is. */
    id: uuid().primaryKey(),
    releaseId: uuid()
      .notNull()
      .references(() => release.id, { onDelete: "cascade" }),
    /** By which the others join: six signs, told by one to another. */
    code: text().notNull(),
  },
  (table) => [unique("entry_group_code_is_taken").on(table.releaseId, table.code)],
);

/** Somebody in a release whose entries are put in order at its end. */
export const entry = pgTable(
  "entry",
  {
    /** Published with a draw, so it tells nothing of who or when: not in the order of time. */
    id: uuid().primaryKey(),
    releaseId: uuid()
      .notNull()
      .references(() => release.id, { onDelete: "cascade" }),
    /** Null once that person is forgotten: what was drawn stays as it was. */
    registrationId: uuid().references(() => registration.id, { onDelete: "set null" }),
    groupId: uuid().references(() => entryGroup.id, { onDelete: "set null" }),
    /** Would rather see the group divided than all go without; it is where all of it say so. */
    divides: boolean().notNull().default(false),
    /** Its place in the draw, from 1; null until it is drawn. */
    place: integer(),
  },
  (table) => [
    unique("entry_one_per_registration").on(table.releaseId, table.registrationId),
    unique("entry_one_per_place").on(table.releaseId, table.place),
    index("entry_by_registration").on(table.registrationId),
    index("entry_by_group").on(table.groupId),
  ],
);

export type ReleaseRow = typeof release.$inferSelect;
