/**
 * What every cell would change while a card is held, why it is where it is, and who is torn. It runs on the server:
 * who wants what stays there, and a desk hears sums.
 */

import { oneMore } from "#domain/agenda/more.ts";
import type { Grid, Problem } from "#domain/agenda/problem.ts";
import { type CellDelta, deltas, whyHere } from "#domain/agenda/reasons.ts";
import { repeatOf } from "#domain/agenda/repeat.ts";
import type { Rule } from "#domain/agenda/solution.ts";
import { tornPairs } from "#domain/agenda/torn.ts";
import type { Cell } from "#domain/cell.ts";
import { placementOf } from "#domain/draft.ts";
import type { Placement } from "#domain/grid.ts";
import { copyNamed, type Named } from "#domain/planner-names.ts";
import type { RunId } from "#domain/run.ts";

/** A camp as it is weighed: the problem, what each of its sessions is, and the draft. */
export type Weighable = Named & { problem: Problem; placements: readonly Placement[] };

export type Weight = {
  /** The first rule it would break; a person may. */
  rule: Rule | null;
  /** More or fewer people who have somewhere they want to go. */
  people: number;
  /** More or fewer. */
  unseated: number;
  /** The session that would change places with it. */
  with: string | null;
};

export type Weighed = Weight & Cell;

/** Two sessions side by side, and how many want both. */
export type Torn = { pitchIds: readonly [string, string]; slotId: string; people: number };

export type Reasons = {
  /** People who have nothing else they want while it runs here. */
  only: number;
  /** People it leaves without a seat here. */
  unseated: number;
  /** A host of it goes straight from one of their sessions to another. */
  straight: boolean;
  /** The best cell to change to; null when every other breaks a rule. */
  best: Weighed | null;
  /** How many cells each rule forbids, most first. */
  forbidden: readonly { rule: Rule; cells: number }[];
  torn: readonly Torn[];
};

const TORN = 3;

/** Rules that show on the table itself. */
const NOBODY_ASKS: readonly Rule[] = ["break", "slot-over"];

/**
 * What is known of a held card: what each cell would change, and why it is here; null in the tray. Cells are by slot and
 * room, in the order of both, and each says only what is not as in `NO_WEIGHT`: it is sent whenever a card is picked up.
 */
export type CardWeights = {
  slots: readonly string[];
  rooms: readonly string[];
  cells: readonly (readonly (Partial<Weight> | null)[])[];
  why: Reasons | null;
  /** Where one more run of it would serve most who miss it and have nothing else then, and how many. */
  again: (Cell & { people: number }) | null;
};

/** A cell that changes nothing. */
export const NO_WEIGHT: Weight = { rule: null, people: 0, unseated: 0, with: null };

/** What letting go in a cell would change; null where that is not known. */
export function weightAt({ slots, rooms, cells }: CardWeights, { slotId, roomId }: Cell): Weight | null {
  const weight = cells[slots.indexOf(slotId)]?.[rooms.indexOf(roomId)];
  return weight ? { ...NO_WEIGHT, ...weight } : null;
}

/** Weighs a card, with a pause after each cell. A pitch the problem does not know weighs nothing. */
export function* weighing(asked: Weighable, run: RunId): Generator<void, CardWeights, void> {
  const problem = unpinned(asked.problem);
  const card = copyNamed(asked, run);
  if (!card) return { slots: [], rooms: [], cells: [], why: null, again: null };
  const grid = gridOf(asked);
  const cells: CellDelta[] = [];
  for (const cell of deltas(problem, grid, card.session, card.copy)) {
    cells.push(cell);
    yield;
  }
  const weights = new Map(cells.map((cell) => [`${cell.slot} ${cell.room}`, brief(weightOf(asked, cell))]));
  return {
    slots: problem.slots.map(({ id }) => id),
    rooms: problem.rooms.map(({ id }) => id),
    cells: problem.slots.map((_, slot) =>
      problem.rooms.map((_, room) => weights.get(`${slot} ${room}`) ?? null),
    ),
    why: placementOf(asked.placements, run) ? reasonsOf(asked, problem, grid, card, cells) : null,
    again: againOf(problem, grid, card.session),
  };
}

function againOf(problem: Problem, grid: Grid, session: number): CardWeights["again"] {
  const best = repeatOf(problem, grid, session);
  return best && best.people > 0 ? { ...cellOf(problem, best), people: best.people } : null;
}

function reasonsOf(
  asked: Weighable,
  problem: Problem,
  grid: Grid,
  { session, copy }: { session: number; copy: number },
  cells: readonly CellDelta[],
): Reasons {
  const { terms, best, forbidden } = whyHere(problem, grid, session, cells, copy);
  const pitchId = asked.pitchIds[session]!;
  return {
    only: Math.round(terms.served / 1000),
    unseated: Math.round((0 - terms.seats) / 1000),
    straight: terms.spread < 0,
    best: best && { ...cellOf(problem, best), ...weightOf(asked, best) },
    forbidden: Object.entries(forbidden)
      .filter(([rule]) => !NOBODY_ASKS.includes(rule as Rule))
      .map(([rule, count]) => ({ rule: rule as Rule, cells: count }))
      .sort((a, b) => b.cells - a.cells),
    torn: tornOf(asked, Number.MAX_SAFE_INTEGER)
      .filter(({ pitchIds }) => pitchIds.includes(pitchId))
      .slice(0, TORN),
  };
}

/** The pairs that tear most people, most first. */
export function tornOf(asked: Weighable, limit: number): Torn[] {
  const { problem, pitchIds } = asked;
  return tornPairs(problem, gridOf(asked), limit).map(({ slot, sessions: [a, b], people }) => ({
    pitchIds: [pitchIds[a]!, pitchIds[b]!],
    slotId: problem.slots[slot]!.id,
    people,
  }));
}

/** What one more room, or one more slot, would bring: people served, and sessions with a place. */
export type Gains = Record<"room" | "slot", { served: number; placed: number } | null>;

/** Enough for a fair comparison, and over at once for forty sessions. */
const MOVES = 30_000;

/** What one more of each would bring, with pauses. */
export function* gaining({ problem }: Pick<Weighable, "problem">): Generator<void, Gains, void> {
  const { room, slot } = yield* oneMore(problem, 1, MOVES);
  const gain = (it: typeof room) => it && { served: it.served, placed: 0 - it.leftOut };
  return { room: gain(room), slot: gain(slot) };
}

function brief(weight: Weight): Partial<Weight> {
  const said = Object.entries(weight).filter(([name, value]) => value !== NO_WEIGHT[name as keyof Weight]);
  return Object.fromEntries(said);
}

/** The draft in the planner's numbers. What the problem does not know (a pitch that came since) is passed over. */
export function gridOf({ problem, placements, ...named }: Weighable): Grid {
  return placements.flatMap(({ slotId, roomId, ...run }) => {
    const card = copyNamed(named, run);
    const slot = problem.slots.findIndex(({ id }) => id === slotId);
    const room = problem.rooms.findIndex(({ id }) => id === roomId);
    return card === null || slot < 0 || room < 0 ? [] : [{ ...card, slot, room }];
  });
}

/** A pin holds the planner and no person's hand. */
function unpinned(problem: Problem): Problem {
  const pin = { slot: null, room: null };
  return { ...problem, sessions: problem.sessions.map((it) => ({ ...it, pin })) };
}

/** The cell in the camp’s own ids. */
export function cellOf({ slots, rooms }: Problem, { slot, room }: Pick<CellDelta, "slot" | "room">): Cell {
  return { slotId: slots[slot]!.id, roomId: rooms[room]!.id };
}

/** What a change of the planner’s says to people. */
export function weightOf(
  { pitchIds }: Weighable,
  { rules, people, unseated, with: other }: CellDelta,
): Weight {
  return {
    rule: rules[0]?.rule ?? null,
    people,
    unseated: Math.round(unseated / 1000),
    with: other && pitchIds[other.session]!,
  };
}
