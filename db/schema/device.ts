import { sql } from "drizzle-orm";
import {
  boolean,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { id, instant, madeAt } from "#db/schema/columns.ts";
import { passkey } from "#db/schema/passkey.ts";
import { person } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";

/** A browser that holds our one cookie. It may be signed in, hold tickets, both or neither. */
export const device = pgTable(
  "device",
  {
    id: id(),
    /** SHA-256 of the cookie's token, hex. */
    tokenHash: text().notNull(),
    personId: uuid().references(() => person.id, { onDelete: "cascade" }),
    /** What the browser calls itself, shortened, so that its owner recognises it. */
    label: text().notNull().default(""),
    createdAt: madeAt(),
    seenAt: madeAt(),
    expiresAt: instant().notNull(),
    /** When somebody signed in here last, by mail or with a passkey; null before. */
    signedInAt: instant(),
    /** The passkey that was used here since whoever is signed in is, and when last; null where none was, or it was removed. */
    passkeyId: uuid().references(() => passkey.id, { onDelete: "set null" }),
    passkeyAt: instant(),
    /** It may be nobody's: db/forget.ts has not looked since it began or lost a ticket. */
    stranger: boolean().notNull().default(true),
  },
  (table) => [
    unique("device_token_is_taken").on(table.tokenHash),
    index("device_by_end").on(table.expiresAt),
    index("device_strangers").on(table.seenAt).where(sql`stranger`),
    index("device_by_passkey").on(table.passkeyId).where(sql`passkey_id is not null`),
    index("device_by_person").on(table.personId, table.seenAt).where(sql`person_id is not null`),
  ],
);

/** A device that acts for a registration: for good, or with a pass until the camp is over. */
export const ticket = pgTable(
  "ticket",
  {
    deviceId: uuid()
      .notNull()
      .references(() => device.id, { onDelete: "cascade" }),
    registrationId: uuid()
      .notNull()
      .references(() => registration.id, { onDelete: "cascade" }),
    createdAt: madeAt(),
    /** Until when a pass is good, which pitches and raises hands and no more (domain/pass.ts); null for a whole ticket. */
    passUntil: instant(),
    /** Taken from a page that was opened by a link to the second address, and ends with that. */
    second: boolean().notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.deviceId, table.registrationId] }),
    index("ticket_by_registration").on(table.registrationId),
    // A badge is photographed: its pass is on one phone.
    index("ticket_pass_by_end").on(table.passUntil).where(sql`pass_until is not null`),
    uniqueIndex("ticket_one_pass").on(table.registrationId).where(sql`pass_until is not null`),
  ],
);

/** Code and link are made when the mail goes out; until then, and for an unknown address, both are null. */
export const signIn = pgTable(
  "sign_in",
  {
    id: id(),
    /** The browser that asked; the code works nowhere else. */
    deviceId: uuid()
      .notNull()
      .references(() => device.id, { onDelete: "cascade" }),
    email: text().notNull(),
    /** The page they came from (`wayBack` of domain/way-back.ts), which the code and the link lead back to. */
    next: text(),
    /** scrypt of the code, salted. */
    codeHash: text(),
    /** SHA-256 of the link's token, hex. */
    linkHash: text(),
    tries: integer().notNull().default(0),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    createdAt: madeAt(),
  },
  (table) => [
    index("sign_in_by_device").on(table.deviceId, table.createdAt),
    index("sign_in_by_address").on(table.email),
    index("sign_in_by_end").on(table.expiresAt),
    unique("sign_in_one_per_link").on(table.linkHash),
  ],
);

/** A one-time link that makes its reader the first owner. */
export const setupLink = pgTable("setup_link", {
  tokenHash: text().primaryKey(),
  expiresAt: instant().notNull(),
  usedAt: instant(),
});
