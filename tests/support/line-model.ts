/**
 * The line as somebody would run it with cards on a table: no lock, no SQL, one act after the other. What the commands of
 * db/ must agree with, person by person.
 */
import type { Kind, Pools } from "#domain/pool.ts";
import { offerUntil } from "#domain/registration/offer.ts";
import { pauseUntil } from "#domain/registration/pause.ts";
import type { Status } from "#domain/registration.ts";
import { laterDay, localAt } from "#domain/time/local.ts";
import { mayComeIn } from "./matching.ts";

const HOUR = 3_600_000;

export type Card = {
  kind: Kind;
  status: Status | null;
  turn: number;
  proven: boolean;
  bounced: boolean;
  lapsed: boolean;
  heldUntil: number | null;
  offeredUntil: number | null;
  pausedUntil: number | null;
  gaveBackAt: number | null;
};

export type Table = {
  cards: Card[];
  now: number;
  startsAt: number;
  zone: string;
  capacity: number;
  lineLimit: number | null;
  offersOn: boolean;
  open: boolean;
  pools: Pools;
  nextTurn: number;
};

const NO_TIMES = { heldUntil: null, offeredUntil: null, pausedUntil: null, gaveBackAt: null };

export function newCard(kind: Kind): Card {
  const blank = { status: null, turn: 0, proven: false, bounced: false, lapsed: false };
  return { kind, ...blank, ...NO_TIMES };
}

const is = (card: Card, ...statuses: Status[]) => card.status !== null && statuses.includes(card.status);
const holds = (card: Card) => is(card, "held", "offered", "confirmed");
const ready = (card: Card) =>
  is(card, "waiting") && card.proven && !card.bounced && card.pausedUntil === null;
const inTurn = (card: Card) => is(card, "waiting") && !card.lapsed && card.pausedUntil === null;
const byTurn = (a: Card, b: Card) => a.turn - b.turn;

const free = ({ cards, capacity }: Table) => Math.max(0, capacity - cards.filter(holds).length);

function fits(table: Table, card: Card): boolean {
  const { pools, now, capacity } = table;
  if (pools.mergesAt !== null && pools.mergesAt <= now) return true;
  const floors = [...pools.sectors.values(), pools.firstTimers].reduce((sum, { floor }) => sum + floor, 0);
  const inside = table.cards.filter(holds).map(({ kind }) => kind);
  return mayComeIn(card.kind, inside, pools, capacity - floors);
}

/** Moves a card; whoever takes a place may take it from somebody who could have taken it back. */
function put(table: Table, card: Card, status: Status, more: Partial<Card> = {}): void {
  Object.assign(card, NO_TIMES, more, { status });
  if (holds(card) || card.gaveBackAt !== null) endTakingBack(table);
}

/** The last who gave back may still have theirs. */
function endTakingBack(table: Table): void {
  const givers = table.cards.filter(({ gaveBackAt }) => gaveBackAt !== null);
  const last = givers.sort((a, b) => b.gaveBackAt! - a.gaveBackAt!);
  for (const card of last.slice(free(table))) card.gaveBackAt = null;
}

/** Whether a newcomer is turned away, has a place held, or waits. */
function admitted(table: Table, card: Card): "held" | "waiting" | null {
  const { cards, capacity, lineLimit } = table;
  const someoneFirst = cards.some((other) => inTurn(other) && fits(table, other));
  const trusted = cards.filter(({ lapsed }) => lapsed).length * 10 < capacity;
  if (free(table) > 0 && fits(table, card) && !someoneFirst && trusted && !card.lapsed) return "held";
  const line = cards.filter((other) => is(other, "waiting") && other.proven && !other.bounced).length;
  return lineLimit !== null && line >= lineLimit ? null : "waiting";
}

/** What the clock does at this moment. @param except passed over this once */
export function beat(table: Table, except: Card | null = null): void {
  const { cards, now, startsAt, zone } = table;
  const due = (at: number | null) => at !== null && at <= now;
  for (const card of cards) {
    if (is(card, "offered") && !card.bounced && due(card.offeredUntil)) put(table, card, "expired");
    if (is(card, "held") && due(card.heldUntil)) put(table, card, "waiting", { lapsed: true });
    if (due(card.pausedUntil)) card.pausedUntil = null;
  }
  if (!table.offersOn) return;
  const until = offerUntil(now, { startsAt, endsAt: startsAt + 24 * HOUR, zone, offerHours: 48 })!;
  for (const card of cards.filter((it) => ready(it) && it !== except).sort(byTurn))
    if (free(table) > 0 && fits(table, card)) put(table, card, "offered", { offeredUntil: until });
}

type Deed = (table: Table, card: Card) => void;

/** What people and organisers do; what is not possible changes nothing. */
export const DEEDS = {
  register: (table, card) => {
    // Whoever proved the address and let go comes back by their own hand alone: anybody may have typed it.
    if (!table.open || !(card.status === null || (!card.proven && is(card, "left", "released")))) return;
    const fresh = { ...card, proven: false, bounced: false };
    const to = admitted(table, fresh);
    if (to === null) return;
    const heldUntil = to === "held" ? table.now + 24 * HOUR : null;
    const turn = table.nextTurn++;
    put(table, card, to, { proven: false, bounced: false, turn, heldUntil });
  },
  verify: (table, card) => {
    if (!is(card, "waiting", "held", "offered", "confirmed")) return;
    Object.assign(card, { proven: true, bounced: false, lapsed: false });
    if (is(card, "held")) put(table, card, "confirmed");
  },
  bounce: (_, card) => {
    if (is(card, "waiting")) card.bounced = true;
  },
  accept: (table, card) => {
    if (is(card, "offered") && card.proven) put(table, card, "confirmed");
  },
  decline: (table, card) => {
    if (is(card, "offered")) put(table, card, "declined");
  },
  give_back: (table, card) => {
    if (!is(card, "confirmed", "held")) return;
    put(table, card, "released", { gaveBackAt: is(card, "confirmed") ? table.now : null });
  },
  take_back: (table, card) => {
    if (!is(card, "released") || !card.proven || card.bounced) return;
    endTakingBack(table);
    if (card.gaveBackAt !== null && fits(table, card)) put(table, card, "confirmed");
  },
  leave: (table, card) => {
    if (is(card, "waiting", "expired")) put(table, card, "left");
  },
  rejoin: (table, card) => {
    const may = is(card, "expired") || (table.open && is(card, "declined", "left", "released"));
    if (!may || !card.proven || card.bounced) return;
    const to = admitted(table, { ...card, lapsed: false });
    if (to === null) return;
    put(table, card, "waiting", { turn: table.nextTurn++ });
  },
  pause: (table, card) => {
    if (!is(card, "waiting") || !card.proven || card.bounced) return;
    card.pausedUntil = pauseUntil(pauseDay(table), table.now, table);
  },
  end_pause: (_, card) => {
    card.pausedUntil = null;
  },
  remove: (table, card) => {
    if (is(card, "waiting", "offered", "held", "confirmed")) put(table, card, "removed");
  },
  put_back_in_line: (table, card) => {
    if (card.status === null || is(card, "waiting", "transferred")) return;
    put(table, card, "waiting", { bounced: false });
    beat(table, card);
  },
  confirm: (table, card) => {
    if (card.status === null || is(card, "confirmed")) return;
    if (holds(card) || free(table) > 0) put(table, card, "confirmed");
  },
} as const satisfies Record<string, Deed>;

/** The day until which somebody pauses who does. */
export function pauseDay({ now, zone }: Pick<Table, "now" | "zone">): string {
  return laterDay(localAt(now, zone).day, 2);
}
