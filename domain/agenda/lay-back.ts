/** Columns laid back into a grid, each slot's rooms matched anew. */
import type { Column } from "#domain/agenda/columns.ts";
import type { Pieces } from "#domain/agenda/pieces.ts";
import type { Grid, Placement, Problem } from "#domain/agenda/problem.ts";
import { rematch } from "#domain/agenda/repair.ts";
import type { Warning } from "#domain/agenda/solution.ts";
import { warningsOf } from "#domain/agenda/warnings.ts";

/** Ways to give long sessions their rooms that are tried. */
const MOST_TRIES = 300;

/**
 * @param before a grid that keeps the hard rules, or breaks only those a person chose to
 * @returns null when no way was found for the long sessions to keep a room each: the bound let that go, a grid may not
 */
export function layBack(
  problem: Problem,
  { model, kinds, pieces }: Pieces,
  columns: readonly Column[],
  before: Grid,
): Grid | null {
  const free = kinds.map(({ slots }) => [...slots]);
  const placements: Placement[] = [];
  for (const { kind, pieces: list } of columns) {
    const slot = free[kind]!.shift()!;
    for (const piece of list) {
      const { unit, half } = pieces[piece]!;
      if (half === 1) continue;
      const it = { session: model.session[unit]!, copy: model.copy[unit]! };
      const was = before.find((at) => at.session === it.session && at.copy === it.copy);
      placements.push({ ...it, slot, room: was?.room ?? 0 });
    }
  }
  const chosen = new Set(warningsOf(problem, before).map(keyOf));
  const lawful = (grid: Grid) => warningsOf(problem, grid).every((it) => chosen.has(keyOf(it)));
  const long = placements.filter((it) => problem.sessions[it.session]!.length === 2);
  const R = problem.rooms.length;
  for (let i = 0; i < Math.min(MOST_TRIES, R ** long.length); i++) {
    // The first try leaves everybody in the room they had; the others count through the rooms of the long ones.
    const rooms = new Map(long.map((it, digit) => [it, (it.room + Math.floor(i / R ** digit)) % R] as const));
    const tried = placements.map((it) => ({ ...it, room: rooms.get(it) ?? it.room }));
    const { placements: grid } = rematch(problem, tried);
    if (lawful(grid)) return grid;
  }
  return null;
}

const keyOf = ({ session, copy, rule }: Warning): string => `${session}.${copy} ${rule}`;
