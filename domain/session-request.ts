/** What campers ask of the grid that is out: each request about one session, or about two that are on at once. */
import { type Cell, cellsOf, sameCell } from "#domain/cell.ts";
import { type Arranging, placementOf, standingAt } from "#domain/draft.ts";
import type { Arranged, GridView } from "#domain/grid.ts";
import { onlyRun, type Run, type RunId, runsOf } from "#domain/run.ts";
import { waitingOf } from "#domain/shape.ts";
import { type CardWeights, NO_WEIGHT, type Weighed } from "#domain/weighing.ts";

/** `again`: once more. `apart`: not at the same time as another. */
export const REQUEST_KINDS = ["move", "again", "apart"] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** What the crew says to one. */
export const ANSWERS = ["yes", "no"] as const;
export type Answer = (typeof ANSWERS)[number];

/**
 * What became of one; before that it is open. `done`: a version did what was asked, whether or not anybody read it. `off`: a
 * version took the session off, or one of two.
 */
export const OUTCOMES = [...ANSWERS, "done", "off"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** The draft as far as a request goes. */
type Draft = Arranged & Arranging;

/** What is asked. `otherId` is null but where two are to be apart. */
export type Wanted = { kind: RequestKind; pitchId: string; otherId: string | null };

/** As campers read it: how many ask it, and never who or why. */
export type RequestView = Wanted & { id: string; people: number; mine: boolean };

/** As whoever makes the grid reads it. `at` is when it was asked first, ISO 8601. */
export type RequestAtDesk = Wanted & {
  id: string;
  at: string;
  askers: readonly { name: string; reason: string }[];
};

/** What whoever asked is told, until they put it away. `words` are the crew's, empty where it said none. */
export type Answered = Wanted & {
  title: string;
  other: string | null;
  outcome: Outcome;
  words: string;
  at: string;
};

/** The same two in one order, so that whoever asks it the other way round asks the same. */
export function asOneWay({ kind, pitchId, otherId }: Wanted): Wanted {
  return otherId !== null && otherId < pitchId
    ? { kind, pitchId: otherId, otherId: pitchId }
    : { kind, pitchId, otherId };
}

/** The sessions that are on at the same time as one, while both are still ahead; by id, in order of time. */
export function atOnce(grid: Arranged, pitchId: string, now: number): string[] {
  const runs = runsOf(grid);
  const mine = runs.filter((run) => run.pitchId === pitchId && isAhead(run, now));
  const others = runs.filter((run) => run.pitchId !== pitchId && mine.some((it) => overlap(it, run)));
  return [...new Set(others.map((run) => run.pitchId))];
}

const isAhead = ({ startsAt }: Run, now: number) => now < Date.parse(startsAt);

const overlap = (a: Run, b: Run) =>
  Date.parse(a.startsAt) < Date.parse(b.endsAt) && Date.parse(b.startsAt) < Date.parse(a.endsAt);

/**
 * Whether there is still something to ask: a session of the grid that is out can run again, also when it is over; it can
 * be moved until it begins, and kept apart from another while both are on at once.
 *
 * @param now milliseconds since 1970
 */
export function mayAsk({ kind, pitchId, otherId }: Wanted, grid: GridView | null, now: number): boolean {
  if (!grid) return false;
  if (kind === "apart") return otherId !== null && atOnce(grid, pitchId, now).includes(otherId);
  const runs = runsOf(grid).filter((run) => run.pitchId === pitchId);
  return otherId === null && (kind === "again" ? runs.length > 0 : runs.some((run) => isAhead(run, now)));
}

/**
 * What a version makes of something asked of the one before it; null where it is as open as it was.
 *
 * @param now when the version is published, milliseconds since 1970
 */
export function outcomeOf(
  { kind, pitchId, otherId }: Wanted,
  before: Arranged,
  after: Arranged,
  now: number,
): "done" | "off" | null {
  const [was, is] = [before, after].map((grid) => runsOf(grid).filter((run) => run.pitchId === pitchId));
  const otherStands = otherId === null || runsOf(after).some((run) => run.pitchId === otherId);
  if (is!.length === 0 || !otherStands) return "off";
  if (kind === "apart") {
    const clash = (grid: Arranged) => atOnce(grid, pitchId, now).includes(otherId!);
    return clash(before) && !clash(after) ? "done" : null;
  }
  if (kind === "again") return is!.length > was!.length ? "done" : null;
  const newIn = (runs: readonly Run[], others: readonly Run[]) =>
    runs.filter((run) => !others.some((it) => sameCell(it, run)));
  const elsewhere = newIn(is!, was!).some((run) => isAhead(run, now));
  // One more run besides all that were there moves none of them.
  return elsewhere && newIn(was!, is!).length > 0 ? "done" : null;
}

/** Most people first, then who asked first. */
export function inOrder(requests: readonly RequestAtDesk[]): RequestAtDesk[] {
  return [...requests].sort(
    (a, b) => b.askers.length - a.askers.length || Date.parse(a.at) - Date.parse(b.at),
  );
}

/**
 * Which runs of its session may do what a request asks, in order of time: to move it those ahead, to have two apart those
 * that are on with the other; what waits in the tray otherwise, which is all that may where it is to run again.
 *
 * @param now milliseconds since 1970
 */
export function runsFor({ kind, pitchId, otherId }: Wanted, draft: Draft, now: number): RunId[] {
  const waiting = waitingOf(draft.placements, draft.pitches, pitchId);
  if (kind === "again") return waiting;
  const runs = runsOf(draft);
  const ahead = runs.filter((run) => run.pitchId === pitchId && isAhead(run, now));
  const others = runs.filter((run) => run.pitchId === otherId);
  const clashing = ahead.filter((run) => others.some((it) => overlap(it, run)));
  const may = clashing.length > 0 ? clashing : ahead;
  return may.length > 0 ? may.map(onlyRun) : waiting;
}

/** A run, and the cell to which it is best put. */
export type BestMove = { run: RunId; cell: Weighed };

/**
 * The best of what was weighed, run by run: it breaks no rule, and is at no time of the session it is to be apart from.
 * Null where there is none.
 */
export function bestMove(
  { otherId }: Wanted,
  weighed: readonly { run: RunId; weights: CardWeights }[],
  draft: Draft,
): BestMove | null {
  const { placements, slots } = draft;
  const others = placements.filter((it) => it.pitchId === otherId);
  const avoided = new Set(others.flatMap((it) => cellsOf(it, slots)).map(({ slotId }) => slotId));
  const all = weighed.flatMap(({ run, weights }) => {
    const from = placementOf(placements, run);
    return cellsIn(weights).flatMap((cell) => {
      const taken = cellsOf(standingAt(draft, run, cell), slots);
      const meets = taken.some(({ slotId }) => avoided.has(slotId));
      return cell.rule || sameCell(cell, from) || meets ? [] : [{ run, cell, from }];
    });
  });
  const best = all.reduce<(typeof all)[number] | null>(
    (it, other) => (it && !isBetter(other, it) ? it : other),
    null,
  );
  return best && { run: best.run, cell: best.cell };
}

const cellsIn = ({ slots, rooms, cells }: CardWeights): Weighed[] =>
  cells.flatMap((row, slot) =>
    row.flatMap((weight, room): Weighed[] =>
      weight ? [{ ...NO_WEIGHT, ...weight, slotId: slots[slot]!, roomId: rooms[room]! }] : [],
    ),
  );

type Move = BestMove & { from: Cell | null };

/** Of two that bring as much, the one that moves no other card is better, then the one at another time. */
function isBetter(a: Move, b: Move): boolean {
  const ranked = ({ cell, from }: Move) => [
    cell.people,
    -cell.unseated,
    cell.with === null ? 1 : 0,
    cell.slotId === from?.slotId ? 0 : 1,
  ];
  const [one, another] = [ranked(a), ranked(b)];
  const nth = one.findIndex((it, at) => it !== another[at]);
  return nth >= 0 && one[nth]! > another[nth]!;
}
