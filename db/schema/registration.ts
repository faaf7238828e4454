import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { fits, id, instant, isTag, locale, madeAt, named, oneOf, within } from "#db/schema/columns.ts";
import { event, sector } from "#db/schema/event.ts";
import type { Claim } from "#domain/registration/claim.ts";
import { STATUSES, type Status } from "#domain/registration.ts";
import { TICKET_LENGTH, TICKET_SIGNS } from "#domain/ticket.ts";

/** One person at one camp, one row per address for ever, whatever became of them. */
export const registration = pgTable(
  "registration",
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    /** The form that brought them here, minted with it: sent again, it changes nothing. */
    formId: uuid(),
    /** Compared form: trimmed, lower case. */
    email: text().notNull(),
    name: text().notNull(),
    sectorId: uuid()
      .notNull()
      .references(() => sector.id),
    organisation: text().notNull().default(""),
    firstTime: boolean().notNull().default(false),
    access: text().notNull().default(""),
    /** Whom they bring along because they need them, and what these do: told, kept and deleted as what they need. */
    companions: integer().notNull().default(0),
    companionsNote: text().notNull().default(""),
    /** They agreed by itself that this is read and kept; not of what was written before that was asked. */
    accessAgreed: boolean().notNull().default(false),
    /** Says who somebody is, and opens nothing but a pass (domain/pass.ts). The database makes it (`registration_gets_a_ticket_code`). */
    ticketCode: text().notNull().default(""),
    photos: boolean().notNull().default(true),
    /** That of the pages they registered on. */
    locale: locale(),
    status: text().$type<Status>().notNull(),
    /** Their turn in the line; smaller is sooner. */
    rank: bigint({ mode: "number" }).notNull(),
    registeredAt: instant().notNull(),
    verifiedAt: instant(),
    /** Until when an offer stands; set exactly while offered. */
    offeredUntil: instant(),
    /** When an offer is reminded of; null once it was, and where its time is too short for that. */
    remindAt: instant(),
    /** Null while the mail with the code is still on its way. */
    heldUntil: instant(),
    /** A held place lapsed because nobody proved the address in time; null again once they do. */
    lapsedAt: instant(),
    /** They are passed over until then, by their own wish, and keep their turn; null while they are served. */
    pausedUntil: instant(),
    /** When they gave back a place that nobody else was offered since, so that it is theirs to take back. */
    gaveBackAt: instant(),
    /** Mail to them came back; an offer's time is paused meanwhile. */
    bouncedAt: instant(),
    checkedInAt: instant(),
    /** Until when they said that they are late, so that their place waits for them. */
    lateUntil: instant(),
    /** When their place was passed on because they were not there. */
    passedOnAt: instant(),
    /** Since when they stand by: on the day they can be there at once. */
    standsBySince: instant(),
    /** They agreed that the screen by the door shows their first name when they are called. */
    namedAtDoor: boolean().notNull().default(false),
    /** Given by hand out of the places that were kept back from the releases. */
    keptBack: boolean().notNull().default(false),
    /** That they have answered the equality questions; what they said is nobody's (db/schema/equality.ts). */
    equalityAnswered: boolean().notNull().default(false),
    changedAt: madeAt(),
  },
  (table) => [
    unique("registration_one_per_address").on(table.eventId, table.email),
    unique("registration_one_per_form").on(table.eventId, table.formId),
    unique("registration_one_per_rank").on(table.eventId, table.rank),
    unique("registration_one_per_ticket_code").on(table.eventId, table.ticketCode),
    index("registration_by_address").on(table.email),
    index("registration_by_status").on(table.eventId, table.status, table.rank),
    index("registration_offers_running_out").on(table.offeredUntil).where(sql`status = 'offered'`),
    check("registration_name_fits", named(table.name, "personName")),
    check("registration_email_fits", fits(table.email, "email")),
    check("registration_organisation_fits", fits(table.organisation, "organisation")),
    check("registration_access_fits", fits(table.access, "access")),
    check("registration_companions_are_few", within(table.companions, "companions")),
    check("registration_companions_note_fits", fits(table.companionsNote, "companionsNote")),
    check(
      "registration_ticket_code_is_one",
      sql`${table.ticketCode} ~ ${sql.raw(`'^[${TICKET_SIGNS}]{${TICKET_LENGTH}}$'`)}`,
    ),
    index("registration_pauses_ending")
      .on(table.eventId, table.pausedUntil)
      .where(sql`paused_until is not null`),
    index("registration_to_be_taken_back")
      .on(table.eventId, table.gaveBackAt)
      .where(sql`gave_back_at is not null`),
    index("registration_holds_running_out").on(table.heldUntil).where(sql`status = 'held'`),
    check("registration_locale_is_a_tag", isTag(table.locale)),
    check("registration_status_is_known", oneOf(table.status, STATUSES)),
    check(
      "registration_offer_has_an_end",
      sql`(${table.status} = 'offered') = (${table.offeredUntil} is not null)`,
    ),
    check(
      "registration_only_offers_are_reminded_of",
      sql`${table.status} = 'offered' or ${table.remindAt} is null`,
    ),
    check(
      "registration_only_what_was_given_is_taken_back",
      sql`${table.status} = 'released' or ${table.gaveBackAt} is null`,
    ),
    check(
      "registration_only_a_lost_place_was_passed_on",
      sql`${table.status} = 'released' or ${table.passedOnAt} is null`,
    ),
    check(
      "registration_only_who_stands_by_is_named",
      sql`${table.standsBySince} is not null or not ${table.namedAtDoor}`,
    ),
    check(
      "registration_only_the_waiting_pause",
      sql`${table.status} = 'waiting' or ${table.pausedUntil} is null`,
    ),
    check(
      "registration_only_a_held_place_lapses",
      sql`${table.status} = 'held' or ${table.heldUntil} is null`,
    ),
  ],
);

export type RegistrationRow = typeof registration.$inferSelect;

/** A private address of a registration. */
export const registrationLink = pgTable(
  "registration_link",
  {
    /** SHA-256 of the token, hex. */
    tokenHash: text().primaryKey(),
    registrationId: uuid()
      .notNull()
      .references(() => registration.id, { onDelete: "cascade" }),
    /** Sent by mail: whoever holds it reads that mailbox. */
    mailed: boolean().notNull(),
    /** Sent to the second address: it says nothing of the first, and ends with the second. */
    second: boolean().notNull().default(false),
    /** What a browser was told that never proved the mailbox; null where the page shows the registration itself. */
    claim: jsonb().$type<Claim>(),
    /** scrypt of the six-digit code in the same mail, salted; null once used or for links not mailed. */
    codeHash: text(),
    codeTries: bigint({ mode: "number" }).notNull().default(0),
    codeExpiresAt: instant(),
    expiresAt: instant().notNull(),
    createdAt: madeAt(),
  },
  (table) => [
    index("registration_link_by_registration").on(table.registrationId),
    index("registration_link_by_end").on(table.expiresAt),
    index("registration_link_by_end_of_code").on(table.codeExpiresAt).where(sql`code_expires_at is not null`),
  ],
);
