import { type SQL, sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import {
  day,
  fits,
  id,
  instant,
  inYears,
  isTag,
  locale,
  madeAt,
  named,
  oneOf,
  within,
  zone,
} from "#db/schema/columns.ts";
import { ANNOUNCEMENTS_A_DAY } from "#domain/announcement.ts";
import { HALTED, PAST, PHASES, type Phase, TALLY_RULES, type TallyRule } from "#domain/event.ts";
import { DAYS, KEEP_DAYS, LONGEST } from "#domain/limits.ts";
import { HOLD_HOURS } from "#domain/registration/hold.ts";
import { OFFER_HOURS } from "#domain/registration/offer.ts";
import { ASKED_BY_DEFAULT, ROUNDS, type Round } from "#domain/registration/reconfirmation.ts";
import { TRANSFER_HOURS } from "#domain/registration/transfer.ts";

/** `wentBy` of domain/event.ts as a condition, written out: with values an index of it is not known again. */
export const over = (phase: AnyPgColumn): SQL =>
  sql`${phase} in (${sql.raw(PAST.map((it) => `'${it}'`).join(", "))})`;

const halted = (phase: AnyPgColumn): SQL =>
  sql`${phase} in (${sql.raw(HALTED.map((it) => `'${it}'`).join(", "))})`;

/** A camp. Its row is the lock of everything that counts places. */
export const event = pgTable(
  "event",
  {
    id: id(),
    slug: text().notNull(),
    name: text().notNull(),
    strapline: text().notNull().default(""),
    place: text().notNull(),
    day: day().notNull(),
    startsAt: instant().notNull(),
    zone: zone().notNull(),
    /** As BCP 47 has it. */
    locale: locale(),
    capacity: integer().notNull(),
    /** The length at which the waiting list closes; null for no limit. */
    lineLimit: integer(),
    /** The most people of one organisation who hold a place; null for no limit. */
    organisationLimit: integer(),
    /** From when on places that pools keep are open to all; null where they never are. */
    poolsMergeAt: instant(),
    /** How many hours a place is held for an unproven address, before the last week. */
    holdHours: integer().notNull().default(HOLD_HOURS),
    /** How many waking hours an offer has at most; as the day nears it has less. */
    offerHours: integer().notNull().default(OFFER_HOURS),
    /** The legal number: most people inside at once; null where a camp has none. */
    insideLimit: integer(),
    /** How many places may be given out though fewer may be inside; null where no more than that are. */
    overbookTo: integer(),
    /** How many hours before doors places can no longer be handed on; null where they never can. */
    transferHours: integer().default(TRANSFER_HOURS),
    /** So many days before the camp whoever has a place is asked whether they still come. */
    rounds: integer()
      .array()
      .$type<Round[]>()
      .notNull()
      .default([...ASKED_BY_DEFAULT]),
    /** So many days before it places go back whose holders were told so and did not answer; null for none. */
    backDays: integer(),
    /** So many minutes after the doors of a day places are passed on of people who are not there; null where they never are. */
    passOnMinutes: integer(),
    /** How many days after the camp what only it needed is deleted: see domain/purge.ts. */
    keepDays: integer().notNull().default(KEEP_DAYS),
    /** For which first day that was done; a camp that is moved afterwards is due again. */
    purgedDay: day(),
    /** For which first day people were reminded to write up what they learned. */
    writeUpsAskedDay: day(),
    phase: text().$type<Phase>().notNull().default("draft"),
    /** Where it stood when it was called off or put off; null where it is neither. */
    haltedFrom: text().$type<Phase>(),
    /** Why, and what is next; everybody reads it. */
    haltNote: text().notNull().default(""),
    /** How often its days were called off, put off or on again: calendars take a higher number for newer. */
    calendarRevision: integer().notNull().default(0),
    tally: text().$type<TallyRule>().notNull().default("shown"),
    /** The crew has closed hands before the phase does. */
    handsClosed: boolean().notNull().default(false),
    /** How many hands each person has at once; null for as many as they like. */
    dots: integer(),
    /** The most announcements on one of its days. */
    announcementsADay: integer().notNull().default(ANNOUNCEMENTS_A_DAY),
    offersOn: boolean().notNull().default(true),
    /** Whether its crew needs a passkey for whatever their roles are for. */
    passkeyRequired: boolean().notNull().default(false),
    /** Where answers to the camp's mail go; null for where they come from. */
    replyTo: text(),
    /** The next rank in the line; only grows. */
    nextRank: bigint({ mode: "number" }).notNull().default(1),
    /** How many rooms there ever were; only grows, so that no letter is given twice. */
    roomsMade: integer().notNull().default(0),
    demo: boolean().notNull().default(false),
    /** Of a copy for a rehearsal: the camp it is a copy of. It is in no list, and only its crew and made-up people see it. */
    rehearsalOf: uuid().references((): AnyPgColumn => event.id, { onDelete: "cascade" }),
    createdAt: madeAt(),
  },
  (table) => [
    unique("event_slug_is_taken").on(table.slug),
    uniqueIndex("event_rehearsals").on(table.rehearsalOf).where(sql`rehearsal_of is not null`),
    index("event_demos").on(table.createdAt).where(sql`demo`),
    index("event_to_purge").on(sql`(day + keep_days)`).where(sql`purged_day is distinct from day`),
    index("event_to_remind").on(table.day).where(sql`write_ups_asked_day is distinct from day`),
    index("event_by_day").on(table.day, table.id),
    index("event_over_by_day").on(table.day, table.id).where(over(table.phase)),
    check("event_phase_is_known", oneOf(table.phase, PHASES)),
    check("event_halted_from_is_known", oneOf(table.haltedFrom, PHASES)),
    check("event_halted_from_somewhere", sql`(${table.haltedFrom} is not null) = (${halted(table.phase)})`),
    check("event_halt_note_fits", fits(table.haltNote, "haltNote")),
    check("event_tally_is_known", oneOf(table.tally, TALLY_RULES)),
    check("event_dots_are_few", within(table.dots, "dots")),
    check("event_has_places", within(table.capacity, "places")),
    check("event_line_limit_is_sane", within(table.lineLimit, "lineLimit")),
    check("event_organisation_limit_is_sane", within(table.organisationLimit, "organisationLimit")),
    check("event_pools_merge_in_our_time", inYears(table.poolsMergeAt)),
    check("event_hold_is_sane", within(table.holdHours, "holdHours")),
    check("event_offer_hours_are_sane", within(table.offerHours, "offerHours")),
    check("event_announcements_are_few", within(table.announcementsADay, "announcements")),
    check("event_transfer_is_sane", within(table.transferHours, "transferHours")),
    check("event_inside_limit_is_sane", within(table.insideLimit, "places")),
    check("event_overbook_is_sane", within(table.overbookTo, "places")),
    check("event_rounds_are_known", sql`${table.rounds} <@ ${sql.raw(`array[${ROUNDS.join(", ")}]`)}`),
    check("event_back_days_is_sane", within(table.backDays, "backDays")),
    check("event_pass_on_is_sane", within(table.passOnMinutes, "passOnMinutes")),
    check("event_keep_days_is_sane", within(table.keepDays, "keepDays")),
    check("event_slug_fits", sql`char_length(${table.slug}) between 1 and ${sql.raw(String(LONGEST.slug))}`),
    check("event_name_fits", named(table.name, "campName")),
    check("event_place_fits", named(table.place, "place")),
    check("event_reply_to_fits", fits(table.replyTo, "email")),
    check("event_strapline_fits", fits(table.strapline, "strapline")),
    check(
      "event_day_is_of_our_time",
      sql`${table.day} between ${sql.raw(`'${DAYS.min}'`)} and ${sql.raw(`'${DAYS.max}'`)}`,
    ),
    check("event_locale_is_a_tag", isTag(table.locale)),
    check("event_starts_in_our_time", inYears(table.startsAt)),
  ],
);

export const sector = pgTable(
  "sector",
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    name: text().notNull(),
    position: integer().notNull(),
  },
  (table) => [
    unique("sector_name_is_taken").on(table.eventId, table.name),
    check("sector_name_fits", named(table.name, "sectorName")),
  ],
);
