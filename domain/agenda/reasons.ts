/** Why a session is where it is: what its place brings, what every other cell would change, and the best exchange. */
import type { Grid, Placement, Problem } from "#domain/agenda/problem.ts";
import { type Rule, TERM_NAMES, type Terms, type Warning } from "#domain/agenda/solution.ts";
import { fansOfSession, reckoner } from "#domain/agenda/terms.ts";
import { broken, span } from "#domain/agenda/warnings.ts";

export type CellDelta = {
  readonly slot: number;
  readonly room: number;
  /** The first placement that would change places with it, or come out if the card is not in the grid yet. */
  readonly with: Placement | null;
  /** Rules the move would break; a solution never would, a person may. */
  readonly rules: readonly Warning[];
  /** All terms. */
  readonly points: number;
  /** Change in `served`. */
  readonly people: number;
  /** Change in people without a seat, in thousandths. */
  readonly unseated: number;
  /** The sessions that draw on the same people there, most first, at most two. */
  readonly because: readonly number[];
};

const same = (a: Placement, b: Pick<Placement, "session" | "copy">) =>
  a.session === b.session && a.copy === b.copy;

/**
 * What every cell would change if this session went there, with a pause after each. In a taken cell the two change
 * places, as far as they fit; from outside the grid the other comes out.
 *
 * @returns a cell for every slot and room, slot by slot; its own cell is there too, with nothing changed
 */
export function* deltas(
  problem: Problem,
  grid: Grid,
  session: number,
  copy = 0,
): Generator<CellDelta, void, void> {
  const reckon = reckoner(problem);
  const now = reckon(grid);
  const own = grid.find((it) => same(it, { session, copy })) ?? null;
  const rest = grid.filter((it) => it !== own);
  const fans = problem.sessions.map((_, s) => fansOfSession(problem, s));
  for (let slot = 0; slot < problem.slots.length; slot++)
    for (let room = 0; room < problem.rooms.length; room++) {
      const card = { session, copy, slot, room };
      const others = rest.filter((it) => meets(problem, it, card));
      const stay = [...rest.filter((it) => !others.includes(it)), card];
      const swapped = own ? swapsInto(problem, own, others, stay) : [];
      const after = [...stay, ...swapped];
      const then = reckon(after);
      const people = then.measures.served - now.measures.served;
      yield {
        slot,
        room,
        with: others[0] ?? null,
        rules: [card, ...swapped].flatMap((it) => broken(problem, after, it)),
        points: then.score - now.score,
        people,
        unseated: then.measures.unseated - now.measures.unseated,
        because: rivals(problem, after, card, fans),
      };
    }
}

const meets = (problem: Problem, a: Placement, b: Placement): boolean =>
  a.room === b.room && span(problem, a).some((t) => span(problem, b).includes(t));

/** Where those come to stand whose cells another takes: where that one was, as far as they fit; the rest comes out. */
function swapsInto(problem: Problem, left: Placement, others: Grid, taken: Grid): Placement[] {
  const day = problem.slots[left.slot]!.day;
  const placed: Placement[] = [];
  for (const other of others) {
    const spots = span(problem, left).map((slot) => ({ ...other, slot, room: left.room }));
    const spot = spots.find(
      (it) =>
        span(problem, it).every((t) => problem.slots[t]?.day === day) &&
        ![...taken, ...placed].some((there) => meets(problem, there, it)),
    );
    if (spot) placed.push(spot);
  }
  return placed;
}

/** Sessions beside a placement that share most people with it. */
function rivals(problem: Problem, grid: Grid, card: Placement, fans: readonly Set<number>[]): number[] {
  const mine = fans[card.session]!;
  return grid
    .filter((it) => !same(it, card) && span(problem, it).some((t) => span(problem, card).includes(t)))
    .map((it) => ({ session: it.session, shared: [...fans[it.session]!].filter((a) => mine.has(a)).length }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared || a.session - b.session)
    .slice(0, 2)
    .map(({ session }) => session);
}

export type Why = {
  /** Against not having it at all. */
  readonly terms: Terms;
  /** The best lawful cell to change to, and what that costs; null when no other cell is lawful. */
  readonly best: CellDelta | null;
  /** Cells a rule forbids, by rule. */
  readonly forbidden: Readonly<Partial<Record<Rule, number>>>;
};

/**
 * Why a session is where it is.
 *
 * @param cells what every cell would change, as `deltas` says
 * @throws RangeError when that copy of the session is not in the grid
 */
export function whyHere(
  problem: Problem,
  grid: Grid,
  session: number,
  cells: readonly CellDelta[],
  copy = 0,
): Why {
  const own = grid.find((it) => same(it, { session, copy }));
  if (own === undefined) throw new RangeError(`Session ${session} is not in the grid`);
  const reckon = reckoner(problem);
  const having = reckon(grid).terms;
  const lacking = reckon(grid.filter((it) => it !== own)).terms;
  const terms = Object.fromEntries(TERM_NAMES.map((name) => [name, having[name] - lacking[name]]));
  const others = cells.filter((it) => it.slot !== own.slot || it.room !== own.room);
  const forbidden: Partial<Record<Rule, number>> = {};
  for (const cell of others) {
    const rule = cell.rules[0]?.rule;
    if (rule !== undefined) forbidden[rule] = (forbidden[rule] ?? 0) + 1;
  }
  const lawful = others.filter((cell) => cell.rules.length === 0).sort((a, b) => b.points - a.points);
  return { terms: terms as Terms, best: lawful[0] ?? null, forbidden };
}
