/** The rules a grid breaks. A person may break them; then they are warnings, and this names them. */
import type { Grid, Placement, Problem } from "#domain/agenda/problem.ts";
import type { Rule, Warning } from "#domain/agenda/solution.ts";
import { unmetNeeds } from "#domain/room.ts";

/** Slots a placement fills. */
export function span(problem: Problem, it: Placement): number[] {
  return Array.from({ length: problem.sessions[it.session]!.length }, (_, i) => it.slot + i);
}

/** All rules broken by one placement beside the others of a grid; the placement itself may be among them. */
export function broken(problem: Problem, grid: Grid, it: Placement): Warning[] {
  const { slots, rooms, sessions, away } = problem;
  const session = sessions[it.session]!;
  const room = rooms[it.room]!;
  const found: Warning[] = [];
  const say = (rule: Rule, because: number[] = []) =>
    found.push({ session: it.session, copy: it.copy, rule, because: [...new Set(because)] });
  const filled = span(problem, it);
  const beside = grid.filter(
    (other) =>
      !(other.session === it.session && other.copy === it.copy) &&
      span(problem, other).some((t) => filled.includes(t)),
  );
  const named = (others: Grid) => others.map((other) => other.session);

  if (filled.some((t) => slots[t] === undefined || slots[t]!.day !== slots[it.slot]!.day)) say("day-ends");
  if (filled.some((t) => slots[t]?.over)) say("slot-over");
  if (filled.some((t) => slots[t]?.break)) say("break");
  const { pin } = session;
  if (it.copy === 0 && ((pin.slot ?? it.slot) !== it.slot || (pin.room ?? it.room) !== it.room))
    say("pinned-elsewhere");
  if (filled.some((t) => session.forbidden.includes(t))) say("slot-forbidden");
  if (session.hosts.some((host) => filled.some((t) => away[host]?.includes(t)))) say("host-away");
  const hosting = beside.filter((other) =>
    sessions[other.session]!.hosts.some(
      (host) => other.session !== it.session && session.hosts.includes(host),
    ),
  );
  if (hosting.length > 0) say("host-elsewhere", named(hosting));
  if (beside.some((other) => other.session === it.session)) say("same-session");
  if (filled.some((t) => room.closed.includes(t))) say("room-closed");
  if (unmetNeeds(session.needs, room.features).length > 0) say("room-feature");
  if (session.stepFree && !room.stepFree) say("step-free");
  const taken = beside.filter((other) => other.room === it.room);
  if (taken.length > 0) say("cell-taken", named(taken));
  return found;
}

/** Every rule a grid breaks, in the order of its placements. */
export const warningsOf = (problem: Problem, grid: Grid): Warning[] =>
  grid.flatMap((it) => broken(problem, grid, it));
