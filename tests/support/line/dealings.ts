/** What is done to several people at once, or passes from one to another. What is not possible changes nothing. */
import type { Kind } from "#domain/pool.ts";
import { offerAnew, offerUntil } from "#domain/registration/offer.ts";
import { beat, mayBePutBack, offerTimes } from "../line-model.ts";
import { type Card, holds, is, reached, ready } from "./card.ts";
import {
  answering,
  fits,
  free,
  inOrder,
  offering,
  over,
  put,
  spare,
  type Table,
  takesFromRelease,
} from "./table.ts";

const HOUR = 3_600_000;

/** Whether any of them would be let in though the pools do not. */
function beyondPools(table: Table, cards: readonly Card[]): boolean {
  const beside: Kind[] = [];
  return cards.some((card) => {
    const fit = fits(table, card, beside);
    beside.push(card.kind);
    return !fit;
  });
}

/** Offers places out of turn. @param agreed also more than are free, and not as the pools are */
export function offerByHand(table: Table, cards: readonly Card[], agreed: boolean): Card[] {
  const until = offerUntil(table.now, offerTimes(table));
  const chosen = inOrder(cards.filter(ready));
  if (!offering(table) || until === null) return [];
  if (!agreed && (chosen.length > free(table) || beyondPools(table, chosen))) return [];
  const ordinary = free(table);
  for (const [index, card] of chosen.entries()) {
    const keptBack = index >= ordinary && spare(table) > 0;
    put(table, card, "offered", { offeredUntil: until, keptBack });
  }
  return chosen;
}

/** Puts somebody back in the line and offers their place to another. */
export function putBackFor(table: Table, card: Card, heir: Card): void {
  const until = offerUntil(table.now, offerTimes(table));
  if (!mayBePutBack(table, card) || !offering(table) || until === null) return;
  const before = { ...card };
  put(table, card, "waiting", { bounced: false });
  if (ready(heir) && free(table) > 0) {
    put(table, heir, "offered", { offeredUntil: until });
    beat(table, card);
    return;
  }
  Object.assign(card, before);
}

const handing = (table: Table) => answering(table) && table.now < table.startsAt - 24 * HOUR;

/** Begins to hand a place on: until somebody takes it, it is their giver's. */
export function handOn(table: Table, giver: Card, to: Card): void {
  if (!handing(table) || !is(giver, "confirmed") || !reached(giver) || giver === to) return;
  giver.handsTo ??= to;
}

/** Takes it, with a mailbox that is proven by it. */
export function takeOver(table: Table, giver: Card): void {
  const taker = giver.handsTo;
  if (!handing(table) || !taker || is(taker, "confirmed", "removed")) return;
  const { keptBack } = giver;
  put(table, giver, "transferred");
  taker.kind = taker.told;
  if (taker.status === null) taker.turn = table.nextTurn++;
  put(table, taker, "confirmed", { proven: true, bounced: false, lapsed: false, keptBack });
}

const BEST = ["confirmed", "held", "offered", "waiting", "entered"] as const;
const best = ({ status }: Card) => (BEST as readonly (string | null)[]).indexOf(status);

/** Two registrations are of one person: one stays, with the better of both. */
export function merge(table: Table, stays: Card, goes: Card): void {
  const known = (card: Card) => best(card) >= 0 || is(card, "expired", "declined", "released", "left");
  const live = [stays, goes].filter((card) => best(card) >= 0).sort((a, b) => best(a) - best(b));
  const better = live[0] && best(live[0]) === best(stays) ? stays : live[0];
  if (over(table) || stays === goes || !known(stays) || !known(goes) || !better) return;
  const { status, offeredUntil, heldUntil, pausedUntil, keptBack, entered, together } = better;
  const turn = Math.min(...live.map((card) => card.turn));
  // A clock that stood still, because nobody read of it, runs again for whoever does.
  const stood = better !== stays && better.bounced;
  // Of the answers it has what the other one left empty.
  stays.kind = { ...stays.kind, organisation: stays.kind.organisation || goes.kind.organisation };
  put(table, goes, "removed", { turn: table.nextTurn++ });
  const what = is({ ...stays, status }, "held") && reached(stays) ? "confirmed" : status!;
  put(table, stays, what, {
    ...{ turn, offeredUntil, pausedUntil, keptBack },
    heldUntil: what === "held" ? heldUntil : null,
  });
  if (is(stays, "entered")) Object.assign(stays, { entered, together });
  if (is(stays, "offered") && stood) stays.offeredUntil = offerAnew(table.now, offerTimes(table));
}

/** Brings those who were never here, as a list says: with a place each or at the back of the line. */
export function bring(table: Table, cards: readonly Card[], as: "places" | "line", agreed: boolean): void {
  const fresh = cards.filter(({ status }) => status === null);
  const holding = table.cards.filter(holds).length + fresh.length;
  if (over(table) || (as === "line" && table.phase === "pitching")) return;
  const asked = holding > table.capacity || takesFromRelease(table, fresh.length);
  if (as === "places" && asked && !agreed) return;
  for (const card of fresh) {
    card.turn = table.nextTurn++;
    put(table, card, as === "places" ? "confirmed" : "waiting", {
      keptBack: as === "places" && spare(table) > 0,
    });
  }
}

/** Everybody who never proved their address goes; a place that was held for them was held in vain. */
export function letGoUnproven(table: Table): void {
  if (over(table)) return;
  for (const card of table.cards.filter((it) => is(it, "held", "waiting") && !it.proven)) {
    if (is(card, "held")) card.lapsed = true;
    put(table, card, "left");
  }
}
