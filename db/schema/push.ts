import { sql } from "drizzle-orm";
import {
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
import { announcement } from "#db/schema/announcement.ts";
import { fits, id, instant, madeAt } from "#db/schema/columns.ts";
import { device } from "#db/schema/device.ts";
import { event } from "#db/schema/event.ts";
import { helpCall } from "#db/schema/help-call.ts";
import { pitch } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";

/** The one pair of keys by which push services know this installation (VAPID, RFC 8292), in base64url. */
export const pushKey = pgTable(
  "push_key",
  {
    only: boolean().primaryKey().default(true),
    publicKey: text().notNull(),
    privateKey: text().notNull(),
    createdAt: madeAt(),
  },
  (table) => [check("push_key_is_one", sql`${table.only}`)],
);

/** A phone that asked to be told of a camp. A trigger on `ticket` takes it away with the ticket it acted by. */
export const pushSubscription = pgTable(
  "push_subscription",
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    registrationId: uuid()
      .notNull()
      .references(() => registration.id, { onDelete: "cascade" }),
    deviceId: uuid()
      .notNull()
      .references(() => device.id, { onDelete: "cascade" }),
    /** SHA-256, hex: by it a phone knows that it is told, and an address that is gone is found. */
    endpointHash: text().notNull(),
    /** Of a push service; whoever has it can send there. */
    endpoint: text().notNull(),
    /** The browser's public key, and what it shares with us (RFC 8291), in base64url. */
    p256dh: text().notNull(),
    auth: text().notNull(),
    createdAt: madeAt(),
  },
  (table) => [
    unique("push_subscription_one_per_phone").on(table.deviceId, table.eventId),
    unique("push_subscription_one_per_endpoint").on(table.endpointHash, table.eventId),
    index("push_subscription_by_event").on(table.eventId),
    index("push_subscription_by_registration").on(table.registrationId),
    check("push_subscription_endpoint_fits", fits(table.endpoint, "pushEndpoint")),
  ],
);

/** What a phone is still to be told; gone once it was. */
export const pushOutbox = pgTable(
  "push_outbox",
  {
    id: id(),
    subscriptionId: uuid()
      .notNull()
      .references(() => pushSubscription.id, { onDelete: "cascade" }),
    announcementId: uuid().references(() => announcement.id, { onDelete: "cascade" }),
    /** Of whose host it is the turn, or will be next: which of them is seen when it is sent. */
    pitchId: uuid().references(() => pitch.id, { onDelete: "cascade" }),
    helpCallId: uuid().references(() => helpCall.id, { onDelete: "cascade" }),
    /** What changed of the sessions that they want, as far as they were not told by then (`telling`). */
    sessions: boolean().notNull().default(false),
    /** What became of their place: what, is seen when it is sent. */
    place: boolean().notNull().default(false),
    /** That their camp is called off, put off or on again: which, is seen when it is sent. */
    halt: boolean().notNull().default(false),
    dueAt: madeAt(),
    /** When it is too late to be told. */
    endsAt: instant().notNull(),
    tries: integer().notNull().default(0),
  },
  (table) => [
    unique("push_outbox_once_per_announcement").on(table.subscriptionId, table.announcementId),
    unique("push_outbox_once_per_pitch").on(table.subscriptionId, table.pitchId),
    unique("push_outbox_once_per_help_call").on(table.subscriptionId, table.helpCallId),
    uniqueIndex("push_outbox_once_for_sessions").on(table.subscriptionId).where(sql`${table.sessions}`),
    uniqueIndex("push_outbox_once_for_place").on(table.subscriptionId).where(sql`${table.place}`),
    uniqueIndex("push_outbox_once_for_halt").on(table.subscriptionId).where(sql`${table.halt}`),
    index("push_outbox_due").on(table.dueAt, table.id),
    index("push_outbox_by_announcement").on(table.announcementId),
    index("push_outbox_by_pitch").on(table.pitchId),
    index("push_outbox_by_help_call").on(table.helpCallId),
    check(
      "push_outbox_is_about_one",
      sql`num_nonnulls(${table.announcementId}, ${table.pitchId}, ${table.helpCallId})
        + ${table.sessions}::int + ${table.place}::int + ${table.halt}::int = 1`,
    ),
  ],
);
