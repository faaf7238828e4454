/** Whom an act is done to: mostly somebody to whom it can be done, so that it does something, and sometimes anybody. */
import type { Act } from "./acts.ts";
import { type Card, is, reached, ready } from "./card.ts";
import type { Table } from "./table.ts";

type Aim = (card: Card) => boolean;

const anybody: Aim = () => true;
const offered: Aim = (card) => is(card, "offered");
const confirmed: Aim = (card) => is(card, "confirmed");
const entered: Aim = (card) => is(card, "entered") && reached(card);
const waiting: Aim = (card) => is(card, "waiting");
const gone: Aim = (card) => is(card, "declined", "expired", "left", "released", "transferred");

const DEED_TO: Partial<Record<Extract<Act, { deed: unknown }>["deed"], Aim>> = {
  register: (card) => card.status === null || gone(card),
  verify: (card) => card.status !== null && !reached(card),
  ...{ accept: offered, decline: offered },
  give_back: (card) => is(card, "confirmed", "held"),
  take_back: ({ gaveBackAt }) => gaveBackAt !== null,
  leave: (card) => is(card, "waiting", "entered"),
  rejoin: (card) => gone(card) && reached(card),
  rejoin_paused: (card) => gone(card) && reached(card),
  pause: ready,
  stand_by: ready,
  stand_down: ({ standsBy }) => standsBy,
  end_pause: ({ pausedUntil }) => pausedUntil !== null,
  say_yes: ({ asked }) => asked !== null,
  say_unsure: ({ asked }) => asked !== null,
  call_back: ({ handsTo }) => handsTo !== null,
  enter_alone: ({ together }) => together !== null,
  may_be_divided: ({ together }) => together !== null,
  may_not_be_divided: ({ together }) => together !== null,
  put_back_in_line: (card) => gone(card) || is(card, "confirmed", "offered", "removed"),
};

const BETWEEN: Record<Extract<Act, { between: unknown }>["between"], [Aim, Aim]> = {
  hand_on: [confirmed, anybody],
  merge: [anybody, anybody],
  put_back_for: [(card) => is(card, "confirmed", "offered"), waiting],
  join_together: [entered, entered],
};

/** The nth of those, or of all where there is none. */
function nth(table: Table, which: Aim, at: number): number {
  const aimed = table.cards.flatMap((card, who) => (which(card) ? [who] : []));
  return aimed[at % Math.max(1, aimed.length)] ?? at;
}

/** The same act with whom it is done to, by their places on the table. */
export function aimed<A extends Act>(table: Table, act: A): A {
  if (!("aimed" in act) || !act.aimed) return act;
  if ("deed" in act) return { ...act, who: nth(table, DEED_TO[act.deed] ?? anybody, act.who) };
  if ("offers" in act)
    return { ...act, offers: [...new Set(act.offers.map((at) => nth(table, waiting, at)))] };
  const [who, other] = BETWEEN[act.between];
  return { ...act, who: nth(table, who, act.who), other: nth(table, other, act.other) };
}
