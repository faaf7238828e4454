import type { Kind } from "#domain/pool.ts";
import type { Status } from "#domain/registration.ts";
import type { Release } from "#domain/release.ts";

/** People who enter a draw as one. */
export type Together = { readonly group: true };

/** What somebody was asked before the camp, until when they have to answer, and what they said. */
export type Asked = {
  goesBackAt: number | null;
  answer: "yes" | "unsure" | null;
  answeredAt: number | null;
};

/** One person on the table. Instants are milliseconds since 1970. */
export type Card = {
  /** As the database calls them; empty until they come. */
  id: string;
  kind: Kind;
  /** What they say of themselves whenever they fill in the form. */
  told: Kind;
  status: Status | null;
  turn: number;
  /** When they last pressed. */
  since: number;
  proven: boolean;
  bounced: boolean;
  lapsed: boolean;
  heldUntil: number | null;
  offeredUntil: number | null;
  pausedUntil: number | null;
  gaveBackAt: number | null;
  /** They can be there on the day. */
  standsBy: boolean;
  /** Theirs by hand, out of the places in no release. */
  keptBack: boolean;
  /** To whom their place is on its way. */
  handsTo: Card | null;
  /** When they last got their place. */
  placedAt: number | null;
  asked: Asked | null;
  /** What they have entered, and with whom. */
  entered: Release | null;
  together: Together | null;
  /** Whether they let those be divided. */
  divides: boolean;
};

/** What goes with a status, and ends with it. */
export const NO_TIMES = {
  ...{ heldUntil: null, offeredUntil: null, pausedUntil: null, gaveBackAt: null },
  keptBack: false,
} satisfies Partial<Card>;

export function newCard(kind: Kind): Card {
  const blank = { id: "", status: null, turn: 0, since: 0, proven: false, bounced: false, lapsed: false };
  const nothing = {
    handsTo: null,
    placedAt: null,
    asked: null,
    entered: null,
    together: null,
    divides: false,
    standsBy: false,
  };
  return { kind, told: kind, ...blank, ...NO_TIMES, ...nothing };
}

export const is = (card: Card, ...statuses: Status[]) =>
  card.status !== null && statuses.includes(card.status);
export const holds = (card: Card) => is(card, "held", "offered", "confirmed");
export const reached = (card: Card) => card.proven && !card.bounced;
export const ready = (card: Card) => is(card, "waiting") && reached(card) && card.pausedUntil === null;
export const inTurn = (card: Card) => is(card, "waiting") && !card.lapsed && card.pausedUntil === null;
export const byTurn = (a: Card, b: Card) => a.turn - b.turn;
