/** What campers ask of the grid that is out: each request about one session, or about two that are on at once. */
import type { Cell } from "#domain/cell.ts";
import { type Arranged, type GridView, spotsOf } from "#domain/grid.ts";
import { type Run, runsOf } from "#domain/run.ts";
import type { CardWeights, Weighed } from "#domain/weighing.ts";

/** `again`: once more. `apart`: not at the same time as another. */
export const REQUEST_KINDS = ["move", "again", "apart"] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** What the crew says to one; before that it is open. */
export const OUTCOMES = ["yes", "no"] as const;
export type Outcome = (typeof OUTCOMES)[number];

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

/** Most people first, then who asked first. */
export function inOrder(requests: readonly RequestAtDesk[]): RequestAtDesk[] {
  return [...requests].sort(
    (a, b) => b.askers.length - a.askers.length || Date.parse(a.at) - Date.parse(b.at),
  );
}

/**
 * The cell to which the session of a request is best moved: it breaks no rule, and is at another time than the session it is
 * to be apart from. Null where there is none; a request to run again moves nothing.
 */
export function bestMove(
  { kind, pitchId, otherId }: Wanted,
  weights: CardWeights,
  draft: Arranged,
): Weighed | null {
  if (kind === "again") return null;
  const spots = spotsOf(draft);
  const from = spots.get(pitchId) ?? null;
  const avoided = otherId === null ? null : (spots.get(otherId)?.slotId ?? null);
  const cells = weights.cells.flatMap((row, slot) =>
    row.flatMap((weight, room): Weighed[] => {
      const cell = { slotId: weights.slots[slot]!, roomId: weights.rooms[room]! };
      const same = cell.slotId === from?.slotId && cell.roomId === from.roomId;
      if (!weight || weight.rule || same || cell.slotId === avoided) return [];
      return [{ rule: null, people: 0, unseated: 0, with: null, ...weight, ...cell }];
    }),
  );
  return cells.reduce<Weighed | null>(
    (best, cell) => (best && !isBetter(cell, best, from) ? best : cell),
    null,
  );
}

/** Of two that bring as much, the one that moves no other card is better, then the one at another time. */
function isBetter(a: Weighed, b: Weighed, from: Cell | null): boolean {
  const ranked = ({ people, unseated, with: other, slotId }: Weighed) => [
    people,
    -unseated,
    other === null ? 1 : 0,
    slotId === from?.slotId ? 0 : 1,
  ];
  const [one, another] = [ranked(a), ranked(b)];
  const nth = one.findIndex((it, at) => it !== another[at]);
  return nth >= 0 && one[nth]! > another[nth]!;
}
