/** Why a session found no place: the rule that stood in the way of most of its cells. */
import { compile } from "#domain/agenda/model.ts";
import type { Grid, Problem } from "#domain/agenda/problem.ts";
import type { LeftOut, Rule } from "#domain/agenda/solution.ts";
import { broken } from "#domain/agenda/warnings.ts";

/** Rules nobody can talk away come before a full grid: those are what a person would want to hear. */
const LIGHT: readonly Rule[] = ["cell-taken", "slot-over", "break", "day-ends"];

/** Every copy that is not in the grid, most hands first. */
export function whyLeftOut(problem: Problem, grid: Grid): LeftOut[] {
  const model = compile(problem);
  const left: LeftOut[] = [];
  for (let u = 0; u < model.units; u++) {
    const session = model.session[u]!;
    const copy = model.copy[u]!;
    if (grid.some((it) => it.session === session && it.copy === copy)) continue;
    const blocker = model.pins.blocker[u]!;
    const why =
      blocker >= 0
        ? { rule: "cell-taken" as const, because: [model.session[blocker]!] }
        : mainRule(problem, grid, session, copy);
    left.push({ session, copy, hands: model.fans[session]!.length, ...why });
  }
  return left.sort((a, b) => b.hands - a.hands || a.session - b.session || a.copy - b.copy);
}

/** If some cell is only taken, the grid is full; otherwise the rule met in most cells. */
function mainRule(problem: Problem, grid: Grid, session: number, copy: number) {
  const counts = new Map<Rule, { cells: number; because: Set<number> }>();
  let onlyTaken = false;
  for (let slot = 0; slot < problem.slots.length; slot++) {
    for (let room = 0; room < problem.rooms.length; room++) {
      const rules = broken(problem, grid, { session, copy, slot, room });
      if (rules.length === 1 && rules[0]!.rule === "cell-taken") onlyTaken = true;
      for (const { rule, because } of rules) {
        const count = counts.get(rule) ?? { cells: 0, because: new Set<number>() };
        count.cells++;
        for (const other of because) count.because.add(other);
        counts.set(rule, count);
      }
    }
  }
  if (onlyTaken) return { rule: "cell-taken" as const, because: [] };
  const heavy = [...counts].filter(([rule]) => !LIGHT.includes(rule));
  const [first] = (heavy.length > 0 ? heavy : [...counts]).sort((a, b) => b[1].cells - a[1].cells);
  if (first === undefined) return { rule: "no-room" as const, because: [] };
  return { rule: first[0], because: [...first[1].because].sort((a, b) => a - b) };
}
