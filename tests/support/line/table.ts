/** The table with the cards on it: how many places there are, for whom they are, and what a card that moves does to others. */
import type { Phase } from "#domain/event.ts";
import type { Kind, Pools } from "#domain/pool.ts";
import type { Status } from "#domain/registration.ts";
import type { Release } from "#domain/release.ts";
import { mayComeIn } from "../matching.ts";
import { byTurn, type Card, holds, inTurn, is, NO_TIMES, reached, ready } from "./card.ts";

/** What is published of a release: the number that decided it, what each of its people is called, and each one's group. */
export type Published = {
  seed: string | null;
  names: ReadonlyMap<string, string>;
  groups: ReadonlyMap<string, string>;
};

export type Table = {
  cards: Card[];
  now: number;
  startsAt: number;
  endsAt: number;
  zone: string;
  phase: Phase;
  capacity: number;
  lineLimit: number | null;
  offersOn: boolean;
  pools: Pools;
  releases: Release[];
  /** What is known of a release once it is in order, by its id. */
  published: Map<string, Published>;
  /** How many days before the camp people are asked, those rounds that were, and when silent places go back. */
  rounds: readonly number[];
  asked: number[];
  backDays: number | null;
  nextTurn: number;
};

const ON_OFFER: readonly Phase[] = ["tickets", "closed", "doors", "pitching"];
const ON_THE_DAY: readonly Phase[] = ["doors", "pitching"];
const KEEPS_STANDBY = ["waiting", "offered", "expired", "entered"] as const;

export const over = ({ now, endsAt }: Table) => now >= endsAt;
export const registering = (table: Table) => !over(table) && table.phase === "tickets";
export const offering = (table: Table) => !over(table) && ON_OFFER.includes(table.phase);
export const answering = (table: Table) => !over(table) && table.phase !== "draft";
/** By an organiser's hand, to put somebody back in a line that is served. */
export const puttingBack = (table: Table) => !over(table) && table.phase !== "pitching";

/** Whether somebody can be offered a place: on the day only who stands by. */
export const served = (table: Table, card: Card) =>
  ready(card) && (card.standsBy || !ON_THE_DAY.includes(table.phase));

export const gathering = ({ way, drawnAt }: Release) => way !== "first_come" && drawnAt === null;
const sum = (releases: readonly Release[]) => releases.reduce((all, { places }) => all + places, 0);

/** How many places are given out. */
export function open({ releases, capacity, now }: Table): number {
  const out = releases.filter((release) => release.opensAt <= now && !gathering(release));
  return releases.length === 0 ? capacity : Math.min(capacity, sum(out));
}

/** How many will be in the end. */
export function planned({ releases, capacity }: Table): number {
  return releases.length === 0 ? capacity : Math.min(capacity, sum(releases));
}

export const spare = (table: Table) =>
  table.capacity - open(table) - table.cards.filter(({ keptBack }) => keptBack).length;

/** Whether so many places given by hand take one that comes in a release: none is kept back for them any more. */
export function takesFromRelease(table: Table, people: number): boolean {
  const unopened = table.capacity - open(table);
  const byHand = Math.min(table.cards.filter(({ keptBack }) => keptBack).length, unopened);
  const left = Math.max(0, table.capacity - planned(table) - byHand);
  return people > left && unopened - byHand - left > 0;
}

export function free(table: Table): number {
  const taken = table.cards.filter(holds).length;
  const aside = Math.min(table.cards.filter(({ keptBack }) => keptBack).length, table.capacity - open(table));
  return Math.max(0, open(table) - (taken - aside));
}

/** Whether a place is for somebody. @param beside others who are given one first @param more places beyond those there are */
export function fits(table: Table, { kind }: Card, beside: readonly Kind[] = [], more = 0): boolean {
  const { pools, now } = table;
  const all = [...pools.sectors.values(), pools.firstTimers];
  const none = pools.organisationLimit === null && all.every((it) => it.floor === 0 && it.ceiling === null);
  if (none || (pools.mergesAt !== null && pools.mergesAt <= now)) return true;
  const part = (floor: number) => Math.floor((floor * open(table)) / Math.max(1, planned(table)));
  const kept = <P extends { floor: number }>(pool: P) => ({ ...pool, floor: part(pool.floor) });
  const sectors = new Map([...pools.sectors].map(([id, pool]) => [id, kept(pool)]));
  const firstTimers = kept(pools.firstTimers);
  const floors = [...sectors.values(), firstTimers].reduce((sum, { floor }) => sum + floor, 0);
  const inside = table.cards.filter((card) => holds(card) && !card.keptBack).map((card) => card.kind);
  return mayComeIn(
    kind,
    [...inside, ...beside],
    { ...pools, sectors, firstTimers },
    open(table) - floors + more,
  );
}

/** Moves a card; whoever takes a place may take it from somebody who could have taken it back. */
export function put(table: Table, card: Card, status: Status, more: Partial<Card> = {}): void {
  const had = is(card, "confirmed");
  Object.assign(card, NO_TIMES, more, { status });
  const has = is(card, "confirmed");
  if (has) card.placedAt = table.now;
  if (had !== has) card.asked = null;
  if (!has) card.handsTo = null;
  if (!is(card, "entered")) card.together = null;
  if (!is(card, ...KEEPS_STANDBY)) card.standsBy = false;
  if (holds(card) || card.gaveBackAt !== null) endTakingBack(table);
}

/** The last who gave back may still have theirs, as many as places are free. */
function givers(table: Table): Card[] {
  return table.cards
    .filter(({ gaveBackAt }) => gaveBackAt !== null)
    .sort((a, b) => b.gaveBackAt! - a.gaveBackAt! || (a.id < b.id ? 1 : -1));
}

export const isStillTheirs = (table: Table, card: Card): boolean =>
  givers(table).slice(0, free(table)).includes(card);

export function endTakingBack(table: Table): void {
  for (const card of givers(table).slice(free(table))) card.gaveBackAt = null;
}

/** Whether a newcomer is turned away, has a place, has one held, or waits. */
export function admitted(table: Table, card: Card): "confirmed" | "held" | "waiting" | null {
  const { cards, capacity, lineLimit } = table;
  const may = free(table) > 0 && fits(table, card);
  const someone = (before: (other: Card) => boolean) =>
    cards.some((other) => before(other) && fits(table, other));
  if (may && reached(card) && !someone(ready)) return "confirmed";
  const trusted = cards.filter(({ lapsed }) => lapsed).length * 10 < capacity && !card.lapsed;
  const before = cards.filter((other) => inTurn(other) && fits(table, other)).map(({ kind }) => kind);
  const left = free(table) > before.length && fits(table, card, before);
  const first = !someone(table.offersOn ? ready : inTurn);
  if (may && !reached(card) && trusted && first && left) return "held";
  const line = cards.filter((other) => is(other, "waiting") && reached(other)).length;
  return lineLimit !== null && line >= lineLimit ? null : "waiting";
}

/** What somebody finds who presses now: nothing yet, a release to enter, a draw that is being made, or a place or a turn. */
export function intake({ releases, now }: Table): Release | "soon" | "drawing" | "open" {
  const begun = releases.filter(({ opensAt }) => opensAt <= now).sort((a, b) => a.opensAt - b.opensAt);
  if (begun.length === 0) return releases.length > 0 ? "soon" : "open";
  const first = begun.find(gathering);
  if (!first) return "open";
  return first.way === "draw" && now >= first.closesAt! ? "drawing" : first;
}

export const inOrder = (cards: readonly Card[]) => [...cards].sort(byTurn);
