/** A batch and a draw with cards: who enters, alone or together, in which order they are then, and what each gets. */
import { createHash } from "node:crypto";
import type { Kind } from "#domain/pool.ts";
import type { Release } from "#domain/release.ts";
import { type Card, is, reached } from "./card.ts";
import { admitted, fits, free, gathering, inOrder, intake, over, put, type Table } from "./table.ts";

const LATE = 3_000;
const MINUTE = 60_000;

const entrants = ({ cards }: Table, release: Release) =>
  inOrder(cards.filter((card) => is(card, "entered") && card.entered === release));

/** What the clock does: it closes the entries of a draw, and puts those of a batch in order. */
export function closeAndOrder(table: Table): void {
  for (const release of table.releases.filter(gathering)) {
    const people = entrants(table, release);
    const end = release.way === "draw" ? release.closesAt! : release.opensAt + MINUTE;
    if (table.now < end + LATE || release.closed) continue;
    if (release.way === "batch") {
      const inTime = people.filter((card) => card.since < end);
      const late = people.filter((card) => card.since >= end);
      order(table, release, [...byLot(table, release, inTime, "alone"), ...late]);
      continue;
    }
    release.closed = true;
    for (const card of people)
      if (people.filter((other) => other.together === card.together).length === 1) card.together = null;
    if (allFit(table, release, people)) order(table, release, people);
  }
}

/** Whether there is a place for each, also after everybody who waits. */
function allFit(table: Table, release: Release, people: readonly Card[]): boolean {
  const releases = table.releases.map((it) => (it === release ? { ...it, drawnAt: table.now } : it));
  const then = { ...table, releases };
  const before = table.cards.filter((card) => is(card, "waiting"));
  const seated: Kind[] = [];
  const each = [...before, ...people].every((card) => {
    const fit = fits(then, card, seated);
    seated.push(card.kind);
    return fit;
  });
  return each && before.length + people.length <= free(then);
}

/** They have among them the turns they had. */
function order(table: Table, release: Release, people: readonly Card[]): void {
  release.drawnAt = table.now;
  const turns = people.map(({ turn }) => turn).sort((a, b) => a - b);
  for (const [index, card] of people.entries()) card.turn = turns[index]!;
}

/** By what anybody can work out: SHA-256 of the number and the name. A group has one chance, as anybody has. */
function byLot(table: Table, release: Release, people: readonly Card[], how: "alone" | "together"): Card[] {
  const { seed, names, groups } = table.published.get(release.id)!;
  const hash = (name: string) => createHash("sha256").update(`${seed}\n${name}`).digest("hex");
  const keyOf = ({ id, together }: Card) => {
    const own = names.get(id)!;
    return hash(together && how === "together" ? groups.get(id)! : own) + hash(own);
  };
  return [...people].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** The draw, once its entries are closed. */
export function makeDraw(table: Table, release: Release): void {
  if (over(table) || !release.closed || !gathering(release)) return;
  order(table, release, byLot(table, release, entrants(table, release), "together"));
}

/** Everybody whose release is in order gets a place or a turn; a group gets places for all or turns for all. */
export function seatEntrants(table: Table): void {
  const drawn = inOrder(table.cards.filter((card) => is(card, "entered") && !gathering(card.entered!)));
  for (const card of drawn) {
    if (!is(card, "entered")) continue;
    const { together } = card;
    const all = together ? table.cards.filter((other) => other.together === together) : [];
    const stay = together && !all.every((other) => other.divides);
    const group = stay ? drawn.filter((other) => other.together === together) : [card];
    const trial = { ...table, cards: table.cards.map((other) => ({ ...other })) };
    const seats = group.map((one) => seat(trial, trial.cards[table.cards.indexOf(one)]!));
    const none = group.length > 1 && seats.includes("waiting");
    for (const [index, one] of group.entries()) put(table, one, none ? "waiting" : seats[index]!);
  }
}

/** They were let in when they entered: a limit on the line counts no more. */
function seat(table: Table, card: Card): "confirmed" | "held" | "waiting" {
  const to = admitted({ ...table, lineLimit: null }, card)!;
  put(table, card, to);
  return to;
}

const MOST = 4;

/** Whether somebody may change with whom they enter a draw. */
function entersNow(table: Table, card: Card): boolean {
  const now = intake(table);
  const draws = now !== "open" && now !== "soon" && now !== "drawing" && now.way === "draw";
  return draws && is(card, "entered") && card.entered === now && reached(card);
}

/** Enters with somebody else, and leaves whoever they entered with before. */
export function joinTogether(table: Table, card: Card, other: Card): void {
  if (!entersNow(table, other) || card === other) return;
  other.together ??= { group: true };
  const group = other.together;
  const members = table.cards.filter((it) => is(it, "entered") && it.together === group);
  if (entersNow(table, card) && card.together !== group && members.length < MOST)
    Object.assign(card, { together: group, divides: false });
}

export function leaveTogether(table: Table, card: Card): void {
  if (entersNow(table, card)) Object.assign(card, { together: null, divides: false });
}

/** Rather be divided than lose, or not; they are where all say so. */
export function mayBeDivided(table: Table, card: Card, divides: boolean): void {
  if (entersNow(table, card) && card.together) card.divides = divides;
}
