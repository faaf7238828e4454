import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { fits, instant, madeAt, oneOf } from "#db/schema/columns.ts";
import { event, sector } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import {
  CARD_KINDS,
  CARD_STATES,
  type CardKind,
  type CardState,
  SWAP_KINDS,
  SWAP_STATES,
  SWAP_WAYS,
  type SwapKind,
  type SwapState,
  type SwapWay,
} from "#domain/swap.ts";

/** What somebody can show, wants to see, or has spare seats at. */
export const swapCard = pgTable(
  "swap_card",
  {
    /** Minted with its form, so that sending twice puts up one. */
    id: uuid().primaryKey(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    registrationId: uuid()
      .notNull()
      .references(() => registration.id, { onDelete: "cascade" }),
    kind: text().$type<CardKind>().notNull(),
    way: text().$type<SwapWay>(),
    seats: integer().notNull().default(0),
    seatsTaken: integer().notNull().default(0),
    area: text().notNull(),
    days: text().notNull().default(""),
    managerAgreed: boolean().notNull(),
    line: text().notNull().default(""),
    state: text().$type<CardState>().notNull().default("up"),
    stateAt: madeAt(),
    /** The crew's, for its owner. */
    reason: text().notNull().default(""),
    createdAt: madeAt(),
    expiresAt: instant().notNull(),
    remindedAt: instant(),
  },
  (table) => [
    index("swap_card_of_event").on(table.eventId, table.state),
    index("swap_card_of_registration").on(table.registrationId),
    index("swap_card_expires").on(table.expiresAt).where(sql`state = 'up'`),
    index("swap_card_reminds").on(table.expiresAt).where(sql`state = 'up' and reminded_at is null`),
    index("swap_card_ended").on(table.stateAt).where(sql`state <> 'up'`),
    check("swap_card_kind_is_known", oneOf(table.kind, CARD_KINDS)),
    check("swap_card_way_is_known", oneOf(table.way, SWAP_WAYS)),
    check("swap_card_state_is_known", oneOf(table.state, CARD_STATES)),
    check("swap_card_of_seats_has_no_way", sql`(${table.way} is null) = (${table.kind} = 'seats')`),
    check("swap_card_has_seats_left", sql`${table.seatsTaken} between 0 and ${table.seats}`),
    check("swap_card_of_seats_has_some", sql`(${table.seats} > 0) = (${table.kind} = 'seats')`),
    check("swap_card_area_fits", fits(table.area, "swapArea")),
    check("swap_card_days_fit", fits(table.days, "swapDays")),
    check("swap_card_line_fits", fits(table.line, "swapLine")),
    check("swap_card_reason_fits", fits(table.reason, "reason")),
  ],
);

/** A swap that was proposed, or that somebody asked for. */
export const swap = pgTable(
  "swap",
  {
    id: uuid().primaryKey(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    kind: text().$type<SwapKind>().notNull(),
    /** The card that was asked for; null of a match, and once its owner is deleted. */
    cardId: uuid().references(() => swapCard.id, { onDelete: "set null" }),
    /** How many take part; fewer are left where somebody was deleted. */
    people: smallint().notNull(),
    madeAt: madeAt(),
    lapsesAt: instant().notNull(),
    state: text().$type<SwapState>().notNull().default("open"),
    stateAt: madeAt(),
    /** When it is asked whether it took place: emptied once it was. */
    doneDueAt: instant(),
    doneAt: instant(),
  },
  (table) => [
    index("swap_of_event").on(table.eventId, table.state),
    index("swap_of_card").on(table.cardId),
    index("swap_lapses").on(table.lapsesAt).where(sql`state = 'open'`),
    index("swap_ended").on(table.stateAt).where(sql`state <> 'open'`),
    index("swap_done_due").on(table.doneDueAt).where(sql`done_due_at is not null`),
    check("swap_kind_is_known", oneOf(table.kind, SWAP_KINDS)),
    check("swap_state_is_known", oneOf(table.state, SWAP_STATES)),
    check("swap_is_of_two_or_three", sql`${table.people} between 2 and 3`),
    check("swap_match_is_of_no_card", sql`${table.kind} = 'ask' or ${table.cardId} is null`),
  ],
);

/** Who takes part in a swap: each shows to the next, the last of a match to the first. */
export const swapPart = pgTable(
  "swap_part",
  {
    swapId: uuid()
      .notNull()
      .references(() => swap.id, { onDelete: "cascade" }),
    position: smallint().notNull(),
    registrationId: uuid()
      .notNull()
      .references(() => registration.id, { onDelete: "cascade" }),
    /** By which they show, and by which they see. */
    showId: uuid().references(() => swapCard.id, { onDelete: "cascade" }),
    seeId: uuid().references(() => swapCard.id, { onDelete: "cascade" }),
    said: boolean(),
    saidAt: instant(),
  },
  (table) => [
    primaryKey({ columns: [table.swapId, table.position] }),
    unique("swap_part_once").on(table.swapId, table.registrationId),
    index("swap_part_of_registration").on(table.registrationId),
    index("swap_part_by_show").on(table.showId),
    index("swap_part_by_see").on(table.seeId),
    check("swap_part_position_is_known", sql`${table.position} between 0 and 2`),
  ],
);

/** A camp in which cards changed, and when what fits is looked for. */
export const swapDue = pgTable(
  "swap_due",
  {
    eventId: uuid()
      .primaryKey()
      .references(() => event.id, { onDelete: "cascade" }),
    dueAt: instant().notNull(),
  },
  (table) => [index("swap_due_at").on(table.dueAt)],
);

/** How much there was from one sector to another, of nobody: it stays when people go. */
export const swapCount = pgTable(
  "swap_count",
  {
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    fromSectorId: uuid()
      .notNull()
      .references(() => sector.id, { onDelete: "cascade" }),
    toSectorId: uuid()
      .notNull()
      .references(() => sector.id, { onDelete: "cascade" }),
    agreed: integer().notNull().default(0),
    done: integer().notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.eventId, table.fromSectorId, table.toSectorId] }),
    index("swap_count_from").on(table.fromSectorId),
    index("swap_count_to").on(table.toSectorId),
  ],
);

/** How many cards were ever put up at a camp. */
export const swapOffers = pgTable("swap_offers", {
  eventId: uuid()
    .primaryKey()
    .references(() => event.id, { onDelete: "cascade" }),
  cards: integer().notNull(),
});
