/**
 * The line as somebody would run it with cards on a table: no lock, no SQL, one act after the other. What the commands of
 * db/ must agree with, person by person. What is between people: tests/support/line/dealings.ts.
 */
import { holdUntil } from "#domain/registration/hold.ts";
import { offerAnew, offerUntil } from "#domain/registration/offer.ts";
import { pauseUntil } from "#domain/registration/pause.ts";
import { laterDay, localAt } from "#domain/time/local.ts";
import { byTurn, type Card, holds, is, reached } from "./line/card.ts";
import { askWhoComes, giveBackSilent, sayComing } from "./line/coming.ts";
import { closeAndOrder, leaveTogether, mayBeDivided, seatEntrants } from "./line/draw.ts";
import {
  admitted,
  answering,
  fits,
  free,
  intake,
  isStillTheirs,
  offering,
  over,
  put,
  puttingBack,
  registering,
  served,
  spare,
  type Table,
  takesFromRelease,
} from "./line/table.ts";

const HOUR = 3_600_000;
const due = (at: number | null, now: number) => at !== null && at <= now;

/** How an offer made now would stand: as one made at any camp. */
export const offerTimes = ({ startsAt, endsAt, zone }: Table) => ({ startsAt, endsAt, zone, offerHours: 48 });

/** What the clock does at this moment. @param except passed over this once */
export function beat(table: Table, except: Card | null = null): void {
  const { cards, now } = table;
  const late = now >= table.startsAt - 24 * HOUR;
  for (const card of cards) if (late) card.handsTo = null;
  if (over(table)) {
    for (const card of cards) if (is(card, "offered")) put(table, card, "expired");
    return;
  }
  giveBackSilent(table);
  askWhoComes(table);
  for (const card of cards) {
    if (is(card, "offered") && !card.bounced && due(card.offeredUntil, now)) put(table, card, "expired");
    if (is(card, "held") && due(card.heldUntil, now)) put(table, card, "waiting", { lapsed: true });
    if (due(card.pausedUntil, now)) card.pausedUntil = null;
  }
  closeAndOrder(table);
  offerFree(table, except);
  seatEntrants(table);
}

function offerFree(table: Table, except: Card | null): void {
  const until = offerUntil(table.now, offerTimes(table));
  if (!table.offersOn || !offering(table) || until === null) return;
  for (const card of table.cards.filter((it) => served(table, it) && it !== except).sort(byTurn))
    if (free(table) > 0 && fits(table, card)) put(table, card, "offered", { offeredUntil: until });
}

/** The mails have gone: the time of a place that is held begins with its own. */
export function sendMail({ cards, now, ...camp }: Table): void {
  for (const card of cards)
    if (is(card, "held")) card.heldUntil ??= holdUntil(now, { ...camp, holdHours: 24 });
}

type Deed = (table: Table, card: Card) => void;

const COME_BACK = ["declined", "expired", "left", "released", "transferred"] as const;

/** Takes a turn at the back, or enters what people enter just now. */
function joinBehind(table: Table, card: Card, fresh: Card, to: "held" | "waiting" | null): void {
  const found = intake(table);
  if (found === "soon" || found === "drawing") return;
  if (found === "open" && to === null) return;
  card.kind = fresh.kind;
  if (found !== "open") put(table, card, "entered", { entered: found });
  else put(table, card, to!);
  Object.assign(card, {
    turn: table.nextTurn++,
    since: table.now,
    proven: fresh.proven,
    bounced: fresh.bounced,
  });
}

/** What people and organisers do; what is not possible changes nothing. */
export const DEEDS = {
  register: (table, card) => {
    if (!registering(table) || !(card.status === null || is(card, ...COME_BACK))) return;
    // Whoever proved the address and let go comes back by their own hand alone: anybody may have typed it.
    if (card.proven) return;
    const fresh = { ...card, kind: card.told, proven: false, bounced: false };
    joinBehind(table, card, fresh, admitted(table, fresh) as "held" | "waiting" | null);
  },
  verify: (table, card) => {
    if (over(table)) return;
    const stood = is(card, "offered") && card.bounced;
    Object.assign(card, { proven: true, bounced: false, lapsed: false });
    if (stood) card.offeredUntil = offerAnew(table.now, offerTimes(table));
    if (is(card, "held")) put(table, card, "confirmed");
  },
  bounce: (_, card) => {
    card.bounced = true;
  },
  accept: (table, card) => {
    if (!answering(table) || !is(card, "offered") || !reached(card) || due(card.offeredUntil, table.now))
      return;
    put(table, card, "confirmed", { keptBack: card.keptBack });
  },
  decline: (table, card) => {
    if (answering(table) && is(card, "offered")) put(table, card, "declined");
  },
  give_back: (table, card) => {
    if (!answering(table) || !is(card, "confirmed", "held")) return;
    put(table, card, "released", { gaveBackAt: is(card, "confirmed") ? table.now : null });
  },
  take_back: (table, card) => {
    if (!answering(table) || !is(card, "released") || !reached(card)) return;
    // Refused, it changes nothing of anybody's.
    if (isStillTheirs(table, card) && fits(table, card)) put(table, card, "confirmed");
  },
  leave: (table, card) => {
    if (answering(table) && is(card, "waiting", "entered", "expired")) put(table, card, "left");
  },
  rejoin: (table, card) => {
    const may = is(card, "expired") ? answering(table) : registering(table) && is(card, ...COME_BACK);
    if (!may || !reached(card)) return;
    joinBehind(table, card, card, admitted(table, card) && "waiting");
  },
  /** For later: never while people enter a draw, before whom they would then be. */
  rejoin_paused: (table, card) => {
    const until = pauseUntil(pauseDay(table), table.now, table);
    if (intake(table) !== "open" || until === null) return;
    DEEDS.rejoin(table, card);
    if (is(card, "waiting") && card.since === table.now) card.pausedUntil = until;
  },
  pause: (table, card) => {
    if (!answering(table) || !is(card, "waiting") || !reached(card)) return;
    card.pausedUntil = pauseUntil(pauseDay(table), table.now, table) ?? card.pausedUntil;
  },
  end_pause: (_, card) => {
    card.pausedUntil = null;
  },
  stand_by: (table, card) => {
    if (answering(table) && is(card, "waiting") && reached(card))
      Object.assign(card, { standsBy: true, pausedUntil: null });
  },
  stand_down: (table, card) => {
    if (!over(table)) card.standsBy = false;
  },
  say_yes: (table, card) => sayComing(table, card, "yes"),
  say_unsure: (table, card) => sayComing(table, card, "unsure"),
  call_back: (_, card) => {
    card.handsTo = null;
  },
  enter_alone: (table, card) => leaveTogether(table, card),
  may_be_divided: (table, card) => mayBeDivided(table, card, true),
  may_not_be_divided: (table, card) => mayBeDivided(table, card, false),
  remove: (table, card) => {
    if (!over(table) && is(card, "waiting", "entered", "offered", "held", "confirmed"))
      put(table, card, "removed");
  },
  put_back_in_line: (table, card) => {
    if (!mayBePutBack(table, card)) return;
    put(table, card, "waiting", { bounced: false });
    beat(table, card);
  },
  confirm: (table, card) => {
    const asked = table.cards.filter(holds).length >= table.capacity || takesFromRelease(table, 1);
    if (holds(card) || !asked) DEEDS.confirm_over(table, card);
  },
  /** Also where there is no place any more. */
  confirm_over: (table, card) => {
    if (over(table) || card.status === null || is(card, "confirmed", "transferred")) return;
    put(table, card, "confirmed", { keptBack: holds(card) ? card.keptBack : spare(table) > 0 });
  },
} as const satisfies Record<string, Deed>;

export const mayBePutBack = (table: Table, card: Card) =>
  puttingBack(table) && card.status !== null && !is(card, "waiting", "entered", "transferred");

/** The day until which somebody pauses who does. */
export function pauseDay({ now, zone }: Pick<Table, "now" | "zone">): string {
  return laterDay(localAt(now, zone).day, 2);
}
