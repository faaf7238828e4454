/**
 * The smallest repairs of a trouble, as the planner finds them: what must move goes somewhere near in time, or later, or
 * changes places, or is taken off. Everything else stays, and what is on or pinned in any case.
 */

import type { Grid, Placement as Placed, Problem } from "#domain/agenda/problem.ts";
import { deltas } from "#domain/agenda/reasons.ts";
import { repair } from "#domain/agenda/repair.ts";
import { fansOfSession, reckoner } from "#domain/agenda/terms.ts";
import { span } from "#domain/agenda/warnings.ts";
import type { Cell } from "#domain/cell.ts";
import type { Arranged, Placement } from "#domain/grid.ts";
import { copyNamed, type Named, runNamed } from "#domain/planner-names.ts";
import {
  type Closing,
  canRepair,
  closingsOf,
  concernedBy,
  type Repairing,
  type RunMove,
  sameMoves,
  slotsOfRun,
  type Trouble,
} from "#domain/repair.ts";
import type { RoomOff } from "#domain/room-off.ts";
import { keyOf, runsOf } from "#domain/run.ts";
import { hasBegun } from "#domain/slot.ts";

/** How a repair does it: in its own slot, in a later one, in exchange with others, or off the grid. */
export const WAYS = ["same_slot", "later", "exchange", "off", "nothing_there"] as const;
export type Way = (typeof WAYS)[number];

export type Repair = Repairing & {
  way: Way;
  /** How many want any of what moves or goes off. */
  people: number;
  /** How many fewer of them would have a seat; below nought, how many more. */
  unseated: number;
};

export type Asked = Named & {
  /** Of what everybody sees, in which only those sessions are that are on it. */
  problem: Problem;
  /** What everybody sees, with the rooms and slots as they are now. */
  grid: Arranged;
  draft: readonly Placement[];
  off: readonly RoomOff[];
  /** How many a session is for that was counted or found to be full, by the key of its run. */
  heads: ReadonlyMap<string, number>;
  /** Milliseconds since 1970. */
  now: number;
};

/** Enough for a whole camp, and over in a blink. */
const MOVES_TRIED = 2_000;
const SEED = 1;

/** At most one of each way, the smallest first: that takes fewest off, then fewest to another time, then moves fewest, then
 * seats most. */
export function repairsOf(asked: Asked, trouble: Trouble): Repair[] {
  const concerned = concernedBy(asked.grid, trouble);
  const closes = closingsOf(asked.grid, trouble);
  const none = { moves: [], closes, people: 0, unseated: 0 };
  if (concerned.length === 0) return closes.length > 0 ? [{ ...none, way: "nothing_there" }] : [];
  const keys = new Set(concerned.map(({ key }) => key));
  const made = measuring(asked, closes, keys);
  const found: Repair[] = [];
  const add = (grid: Grid | null) => {
    const repaired = grid && made(grid);
    if (!repaired || !canRepair(repaired, { ...asked, named: keys })) return;
    // What it was found for is moved, or off.
    if (!concerned.every(({ key }) => repaired.moves.some((it) => keyOf(it) === key))) return;
    // Others are few, and none of them goes off in its place.
    const others = repaired.moves.filter((it) => !keys.has(keyOf(it)));
    if (others.length > concerned.length || others.some(({ to }) => to === null)) return;
    if (!found.some((other) => sameMoves(other.moves, repaired.moves))) found.push(repaired);
  };
  const grid = placedOf(asked);
  const base = { asked, trouble, keys, grid, closes };
  const aboutOne = trouble.kind === "full" || trouble.kind === "host_ill";
  // Each is looked for only while nothing smaller leaves all as well off as now: a search takes a tenth of a second.
  const isEnough = () => found.some((one) => offOf(one) === 0 && one.unseated <= 0);
  if (trouble.kind === "full" || trouble.kind === "room_gone") add(solved(base, "same_slot"));
  if (aboutOne || !isEnough()) add(solved(base, "later"));
  if (aboutOne) add(exchanged(base));
  else if (!isEnough()) add(solved(base, "exchange"));
  const takenOff = made(grid.filter((it) => !keys.has(nameOf(asked, it))));
  const better = found.filter(({ way }) => way !== "off").sort(bySize);
  // Others are asked to move only where that helps, or spares people another time.
  const stay = better.filter(({ way }) => way !== "exchange");
  const helps = (one: Repair) =>
    stay.every(
      (other) =>
        offOf(one) < offOf(other) || retimedIn(one) < retimedIn(other) || one.unseated < other.unseated,
    );
  return [...better.filter((one) => one.way !== "exchange" || helps(one)), takenOff];
}

const offOf = ({ moves }: Repair) => moves.filter(({ to }) => to === null).length;

/** How many are at another time. */
const retimedIn = ({ moves }: Repair) =>
  moves.filter(({ from, to }) => to !== null && to.slotId !== from?.slotId).length;

const bySize = (a: Repair, b: Repair): number =>
  offOf(a) - offOf(b) ||
  retimedIn(a) - retimedIn(b) ||
  a.moves.length - b.moves.length ||
  a.unseated - b.unseated;

/** What everybody sees in the planner's numbers. */
function placedOf({ problem, grid, ...named }: Asked): Placed[] {
  return runsOf(grid).flatMap((run) => {
    const card = copyNamed(named, run);
    const slot = problem.slots.findIndex(({ id }) => id === run.slotId);
    const room = problem.rooms.findIndex(({ id }) => id === run.roomId);
    return card === null || slot < 0 || room < 0 ? [] : [{ ...card, slot, room }];
  });
}

const nameOf = (named: Named, it: Placed): string => keyOf(runNamed(named, it));

const cellOf = ({ problem }: Asked, { slot, room }: Placed): Cell => ({
  slotId: problem.slots[slot]!.id,
  roomId: problem.rooms[room]!.id,
});

/** Makes a repair of another grid: what moves, how many want that, and how many find no seat in the end. */
function measuring(asked: Asked, closes: readonly Closing[], keys: ReadonlySet<string>) {
  const before = placedOf(asked);
  const problem = withHeads(asked);
  const reckon = reckoner(problem);
  const unseated = reckon(before).measures.unseated;
  return (after: Grid): Repair => {
    const moves = before.flatMap((from): RunMove[] => {
      const to = after.find((it) => it.session === from.session && it.copy === from.copy) ?? null;
      if (to && to.slot === from.slot && to.room === from.room) return [];
      return [{ ...runNamed(asked, from), from: cellOf(asked, from), to: to && cellOf(asked, to) }];
    });
    const fans = new Set(
      moves.flatMap(({ pitchId }) => [...fansOfSession(problem, asked.pitchIds.indexOf(pitchId))]),
    );
    const fewer = reckon(after).measures.unseated - unseated;
    const counted = { people: fans.size, unseated: Math.round(fewer / 1000) };
    return { way: wayOf(moves, keys), moves, closes, ...counted };
  };
}

/** How a repair does it, said of what it comes to. */
function wayOf(moves: readonly RunMove[], concerned: ReadonlySet<string>): Way {
  if (moves.some((it) => !concerned.has(keyOf(it)))) return "exchange";
  if (moves.every(({ to }) => to === null)) return "off";
  return moves.every(({ from, to }) => to === null || to.slotId === from?.slotId) ? "same_slot" : "later";
}

/** The problem with the heads that were counted in place of those expected, run by run. */
function withHeads(asked: Asked): Problem {
  const { problem, heads } = asked;
  return {
    ...problem,
    sessions: problem.sessions.map((it, session) => {
      const known = Array.from({ length: it.copies }, (_, copy) =>
        heads.get(keyOf(runNamed(asked, { session, copy }))),
      );
      if (known.every((n) => n === undefined)) return it;
      return { ...it, audience: known.map((n, copy) => n ?? it.audience?.[copy] ?? 0) };
    }),
  };
}

type Base = {
  asked: Asked;
  trouble: Trouble;
  keys: ReadonlySet<string>;
  grid: readonly Placed[];
  closes: readonly Closing[];
};

/** The planner's own repair, with everything held that stays. */
function solved(base: Base, way: "same_slot" | "later" | "exchange"): Grid | null {
  const problem = held(base, way);
  const { placements } = repair(problem, SEED, MOVES_TRIED);
  return placements;
}

function held(
  { asked, trouble, keys, grid, closes }: Base,
  way: "same_slot" | "later" | "exchange",
): Problem {
  const problem = withHeads(asked);
  const begun = asked.grid.slots.map((slot) => hasBegun(slot, asked.now));
  const lost = leaving(asked, trouble, keys);
  const isHeld = (it: Placed) => {
    if (keys.has(nameOf(asked, it))) return false;
    return way !== "exchange" || begun[it.slot]! || problem.sessions[it.session]!.pin.slot !== null;
  };
  // A pin holds a first run alone: any other stays at its time where its session may go nowhere else.
  const others = (session: number) => {
    const own = grid.filter((it) => it.session === session).flatMap((it) => span(problem, it));
    return [...problem.slots.keys()].filter((slot) => !own.includes(slot));
  };
  return {
    ...problem,
    rooms: problem.rooms.map((room, r) => ({
      ...room,
      closed: [
        ...new Set([
          ...room.closed,
          ...lost(r),
          ...closedBy(asked, closes, room.id),
          ...takenInDraft(asked, keys, r),
        ]),
      ],
    })),
    sessions: problem.sessions.map((it, session) => {
      const concerned = grid.filter((other) => other.session === session && keys.has(nameOf(asked, other)));
      const [own] = concerned;
      if (!own) return it;
      const first = concerned.find(({ copy }) => copy === 0);
      const pin = first ? { slot: way === "same_slot" ? first.slot : null, room: null } : it.pin;
      // A host who is ill cannot now, and what is too full for its slot goes to another.
      const gone = trouble.kind === "host_ill" || (trouble.kind === "full" && way === "later");
      const never = gone ? [own.slot] : way === "same_slot" ? others(session) : [];
      return { ...it, pin, forbidden: [...it.forbidden, ...never] };
    }),
    published: grid.map((it) => ({ ...it, fixed: isHeld(it) })),
  };
}

/** The cells that what is full leaves: it may go anywhere else. */
function leaving({ problem, grid }: Asked, trouble: Trouble, keys: ReadonlySet<string>) {
  const own = trouble.kind === "full" ? runsOf(grid).filter(({ key }) => keys.has(key)) : [];
  return (room: number) =>
    own
      .filter(({ roomId }) => roomId === problem.rooms[room]!.id)
      .flatMap((run) => slotsOfRun(grid, run))
      .map((slotId) => problem.slots.findIndex(({ id }) => id === slotId))
      .filter((slot) => slot >= 0);
}

function closedBy({ problem }: Asked, closes: readonly Closing[], roomId: string): number[] {
  return closes
    .filter((it) => it.roomId === roomId)
    .flatMap(({ slotIds }) => slotIds.map((id) => problem.slots.findIndex((slot) => slot.id === id)))
    .filter((slot) => slot >= 0);
}

/** Cells that are free in what everybody sees and that the desk has given to something else meanwhile. */
function takenInDraft({ problem, grid, draft }: Asked, keys: ReadonlySet<string>, room: number): number[] {
  const roomId = problem.rooms[room]!.id;
  const here = (placements: readonly Placement[]) =>
    runsOf({ ...grid, placements }).filter((run) => run.roomId === roomId);
  const seen = new Set(here(grid.placements).flatMap((run) => slotsOfRun(grid, run)));
  return here(draft)
    .filter(({ key }) => !keys.has(key))
    .flatMap((run) => slotsOfRun(grid, run))
    .filter((slotId) => !seen.has(slotId))
    .map((slotId) => problem.slots.findIndex(({ id }) => id === slotId))
    .filter((slot) => slot >= 0);
}

/** The best exchange of one session with one other that is neither on nor pinned; null where there is none. */
function exchanged({ asked, trouble, keys, grid }: Base): Grid | null {
  const own = grid.find((it) => keys.has(nameOf(asked, it)));
  if (!own) return null;
  const problem = unpinned(withHeads(asked));
  const pinned = (it: Placed) => asked.problem.sessions[it.session]!.pin.slot !== null;
  const begun = (slot: number) => hasBegun(asked.grid.slots[slot]!, asked.now);
  if (begun(own.slot)) return null;
  const cells = [...deltas(problem, grid, own.session, own.copy)].filter((cell) => {
    const there = cell.with;
    if (!there || there.session === own.session || pinned(there) || begun(cell.slot)) return false;
    if (cell.rules.length > 0) return false;
    // Room for room: nobody has to come at another time.
    return trouble.kind === "full" ? cell.slot === own.slot && cell.unseated < 0 : cell.slot > own.slot;
  });
  const best = cells.sort((a, b) => b.points - a.points)[0];
  if (!best?.with) return null;
  const { with: other } = best;
  return grid.map((it) => {
    if (it === own) return { ...it, slot: best.slot, room: best.room };
    return it.session === other.session && it.copy === other.copy
      ? { ...it, slot: own.slot, room: own.room }
      : it;
  });
}

function unpinned(problem: Problem): Problem {
  const pin = { slot: null, room: null };
  return { ...problem, sessions: problem.sessions.map((it) => ({ ...it, pin })) };
}
