/** Which sessions could run again in a cell that is empty, and whom that would serve. Proposed, never done by itself. */
import type { Grid, Placement, Problem } from "#domain/agenda/problem.ts";
import { covers, fansOfSession } from "#domain/agenda/terms.ts";
import { broken, span } from "#domain/agenda/warnings.ts";
import { RANGES } from "#domain/limits.ts";
import { beyondSeats } from "#domain/room.ts";
import { shareOut } from "#domain/share-out.ts";

export type Repeat = {
  readonly session: number;
  readonly slot: number;
  readonly room: number;
  /** They want it, and each time it runs something else that runs only then, and nothing that runs in the new slot. */
  readonly people: number;
  /** Those of them who host something else each time it runs. */
  readonly hosting: number;
  /** More people who find a seat in one of its rooms. */
  readonly seats: number;
};

/** A few hosts can be asked to do it all again. */
const MOST = 5;
/** For fewer nobody is asked: three, and in a large camp one of so many. */
const FEWEST = 3;
const ONE_IN = 50;

/**
 * The most useful repeats, each as it is once those before it are taken. None of a session that has a run without a cell,
 * which comes first.
 */
export function repeatsOf(problem: Problem, grid: Grid): Repeat[] {
  const found: Repeat[] = [];
  const fans = fansIn(problem);
  const people = new Set(fans.flatMap((who) => [...who])).size;
  const fewest = Math.max(FEWEST, Math.ceil(people / ONE_IN));
  let now = lookAt(problem, grid, fans);
  while (found.length < MOST) {
    const best = problem.sessions
      .flatMap((_, session) => bestOf(now, session) ?? [])
      .reduce<Repeat | null>((a, b) => (a && worth(a) >= worth(b) ? a : b), null);
    if (best === null || worth(best) < fewest) break;
    found.push(best);
    now = lookAt(...repeated(now, best), fans);
  }
  return found;
}

/** The most useful repeat of one session; null where nobody would come to one, or no cell is free for it. */
export const repeatOf = (problem: Problem, grid: Grid, session: number): Repeat | null =>
  bestOf(lookAt(problem, grid, fansIn(problem)), session);

const worth = ({ people, seats }: Pick<Repeat, "people" | "seats">): number => people + seats;

type Fans = readonly ReadonlySet<number>[];

const fansIn = (problem: Problem): Fans =>
  problem.sessions.map((_, session) => fansOfSession(problem, session));

type Look = {
  problem: Problem;
  grid: Grid;
  fans: Fans;
  /** By slot, what is on. */
  on: readonly Grid[];
  /** By slot, who wants anything that is on. */
  busy: readonly ReadonlySet<number>[];
};

function lookAt(problem: Problem, grid: Grid, fans: Fans): Look {
  const on = problem.slots.map((_, t) => grid.filter((it) => covers(problem, it, t)));
  const busy = on.map((here) => new Set(here.flatMap((it) => [...fans[it.session]!])));
  return { problem, grid, fans, on, busy };
}

function bestOf(look: Look, session: number): Repeat | null {
  const { problem, grid, fans, on, busy } = look;
  const it = problem.sessions[session]!;
  const runs = grid.filter((run) => run.session === session);
  if (runs.length < it.copies || it.copies >= RANGES.runs.max) return null;
  const others = runs.map((run) => othersBeside(look, run));
  // What has another run can be gone to then.
  const once = others.map((beside) =>
    beside.filter((other) => problem.sessions[other.session]!.copies === 1),
  );
  const missing = [...fans[session]!].filter((a) =>
    once.every((beside) => beside.some((other) => fans[other.session]!.has(a))),
  );
  const mostSeats = it.audience ? seatless(problem, it.audience, runs) : 0;
  let best: Repeat | null = null;
  for (let slot = 0; slot < problem.slots.length; slot++) {
    const card = { session, copy: it.copies, slot, room: 0 };
    const filled = span(problem, card);
    if (filled.some((t) => !on[t] || on[t].length >= problem.rooms.length)) continue;
    const served = missing.filter((a) => !filled.some((t) => busy[t]!.has(a)));
    if (served.length + mostSeats <= (best ? worth(best) : 0)) continue;
    const found = roomFor(problem, grid, card, served.length);
    if (found === null || served.length + found.seats <= (best ? worth(best) : 0)) continue;
    const hosts = (a: number) => (other: Placement) => problem.sessions[other.session]!.hosts.includes(a);
    const hosting = served.filter((a) => others.every((beside) => beside.some(hosts(a))));
    best = { session, slot, ...found, people: served.length, hosting: hosting.length };
  }
  return best;
}

/** Other sessions that are on while a run is. */
function othersBeside({ problem, on }: Look, run: Placement): Grid {
  return span(problem, run).flatMap((t) => (on[t] ?? []).filter((other) => other.session !== run.session));
}

/** The smallest free room that has enough seats, else the largest; null where none is lawful. */
function roomFor(
  problem: Problem,
  grid: Grid,
  card: Placement,
  people: number,
): Pick<Repeat, "room" | "seats"> | null {
  const it = problem.sessions[card.session]!;
  const shares = sharesWith(problem, grid, card.session);
  const heads = Math.max(people, shares?.at(-1) ?? 0);
  const room = problem.rooms
    .map(({ capacity }, index) => ({ index, capacity, beyond: beyondSeats(heads, capacity) }))
    .sort((a, b) => a.beyond - b.beyond || a.capacity - b.capacity)
    .find(({ index }) => broken(problem, grid, { ...card, room: index }).length === 0);
  if (!room) return null;
  if (it.audience === null || !shares) return { room: room.index, seats: 0 };
  const runs = grid.filter((run) => run.session === card.session);
  const after = seatless(problem, shares, [...runs, { ...card, room: room.index }]);
  return { room: room.index, seats: Math.max(0, seatless(problem, it.audience, runs) - after) };
}

/** People beyond the seats of those of a session's rooms that are not over: nobody sits down there any more. @param heads by copy */
const seatless = ({ rooms, slots }: Problem, heads: readonly number[], runs: Grid): number =>
  runs
    .filter((run) => !slots[run.slot]!.over)
    .reduce((sum, run) => sum + beyondSeats(heads[run.copy]!, rooms[run.room]!.capacity), 0);

/**
 * Heads at each copy with one more, which draws as many as those there are do on average; null where hands are counted. Of
 * those that are over nobody comes again, who is shared out among the others.
 */
function sharesWith({ sessions, slots }: Problem, grid: Grid, session: number): number[] | null {
  const { audience } = sessions[session]!;
  if (audience === null) return null;
  const over = grid.filter((run) => run.session === session && slots[run.slot]!.over);
  const isOver = (copy: number) => over.some((run) => run.copy === copy);
  const ahead = audience.filter((_, copy) => !isOver(copy));
  const all = ahead.reduce((sum, heads) => sum + heads, 0);
  const shares = shareOut(all, [...ahead, Math.ceil(all / Math.max(1, ahead.length))]);
  let next = 0;
  return [...audience.map((heads, copy) => (isOver(copy) ? heads : shares[next++]!)), shares[next]!];
}

/** The same with a repeat taken. */
function repeated({ problem, grid }: Look, { session, slot, room }: Repeat): [Problem, Grid] {
  const it = problem.sessions[session]!;
  const sessions = problem.sessions.with(session, {
    ...it,
    copies: it.copies + 1,
    audience: sharesWith(problem, grid, session),
  });
  return [{ ...problem, sessions }, [...grid, { session, copy: it.copies, slot, room }]];
}
