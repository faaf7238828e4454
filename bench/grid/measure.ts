/** One camp measured: twenty seeds of ours, the peer at equal CPU, and a proof if asked for. */
import { type Instance, type ModelName, problemOf } from "#bench/grid/instance.ts";
import { type Cells, peer, scores } from "#bench/grid/peer.ts";
import { certify, trivialBound } from "#domain/agenda/certificate.ts";
import type { Solver } from "#domain/agenda/master.ts";
import { type Problem, WEIGHTS } from "#domain/agenda/problem.ts";
import type { Solution } from "#domain/agenda/solution.ts";
import { solve } from "#domain/agenda/solve.ts";

const SEEDS = 20;
export type Measured = {
  readonly instance: string;
  readonly model: ModelName;
  readonly seeds: number;
  readonly served_mean: number;
  readonly served_worst: number;
  readonly unseated_mean: number;
  readonly score_mean: number;
  readonly score_worst: number;
  /** No grid has a higher score. Without --prove the trivial bound. */
  readonly bound: number;
  readonly proven: boolean;
  /** CPU seconds of the proof, or null when none was asked for. */
  readonly proof_s: number | null;
  readonly cpu_ms_p50: number;
};

export type Comparison = {
  readonly instance: string;
  readonly served: readonly [ours: number, peer: number];
  readonly own: readonly [ours: number, peer: number];
};

/** CPU milliseconds this process has used. */
export const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const mean = (values: readonly number[]): number =>
  Math.round((1000 * values.reduce((sum, value) => sum + value, 0)) / values.length) / 1000;

const scoreOf = ({ measures }: Solution, model: ModelName): number =>
  model === "votes" ? measures.served : measures.served - measures.unseated / 1000;

/** Iterations that fit into so many CPU milliseconds here and now, measured on the camp itself once warm. */
export function iterationsFor(problem: Problem, ms: number): number {
  let iterations = 20_000;
  for (let warm = 0; warm < 3; warm++) solve(problem, warm, iterations);
  for (let round = 0; round < 5; round++) {
    const before = cpu();
    solve(problem, round, iterations);
    const wanted = (iterations * ms * 0.85) / Math.max(1, cpu() - before);
    iterations = Math.max(1000, Math.round(Math.min(wanted, iterations * 8)));
  }
  return iterations;
}

export type Asked = {
  readonly name: string;
  readonly model: ModelName;
  readonly ms: number;
  /** The solver, when a proof is wanted. */
  readonly solver: Solver | null;
  readonly proofMs: number;
};

export function measure(
  instance: Instance,
  { name, model, ms, solver, proofMs }: Asked,
): Measured & { best: Solution } {
  const problem = problemOf(instance, model);
  const iterations = iterationsFor(problem, ms);
  const times: number[] = [];
  const solutions = Array.from({ length: SEEDS }, (_, i) => {
    const before = cpu();
    const solution = solve(problem, i + 1, iterations);
    times.push(cpu() - before);
    return solution;
  });
  times.sort((a, b) => a - b);
  const values = solutions.map((solution) => scoreOf(solution, model));
  const ranked = [...solutions].sort((a, b) => b.score - a.score);
  const best = ranked[0]!;
  let bound = trivialBound(problem, best.placements) / 1000;
  let proven = bound <= scoreOf(best, model);
  let proof: number | null = null;
  if (solver !== null) {
    const before = cpu();
    const certificate = certify(problem, best.placements, {
      solver,
      goOn: () => cpu() - before < proofMs,
      hints: ranked.slice(1).map(({ placements }) => placements),
    });
    proof = Math.round((cpu() - before) / 10) / 100;
    bound = certificate.bound / 1000;
    proven = certificate.proven;
  }
  return {
    instance: name,
    model,
    seeds: SEEDS,
    served_mean: mean(solutions.map(({ measures }) => measures.served)),
    served_worst: Math.min(...solutions.map(({ measures }) => measures.served)),
    unseated_mean: mean(solutions.map(({ measures }) => measures.unseated / 1000)),
    score_mean: mean(values),
    score_worst: Math.min(...values),
    bound,
    proven,
    proof_s: proof,
    cpu_ms_p50: Math.round(times[Math.floor(SEEDS / 2)]!),
    best,
  };
}

/**
 * Ours and the peer's method on the votes-only model at equal CPU, by votes and by the peer's own score. Half of
 * our time goes to votes alone and half to votes with shares, which is nearer to that score; the better counts.
 */
export function compare(instance: Instance, name: string, ms: number, seeds: number): Comparison {
  const problem = problemOf(instance, "votes");
  const shares = { ...problem, weights: { ...problem.weights, fairness: WEIGHTS.fairness } };
  const iterations = iterationsFor(problem, ms);
  const ours: { own: number; served: number }[] = [];
  const theirs: { own: number; served: number }[] = [];
  for (let seed = 1; seed <= seeds; seed++) {
    const before = cpu();
    const grids = [problem, shares].map((it) => solve(it, seed, Math.round(iterations / 2)).placements);
    const took = cpu() - before;
    const reached = grids.map((grid) => {
      const cells: Cells = new Int32Array(instance.T * instance.R).fill(-1);
      for (const it of grid) cells[it.slot * instance.R + it.room] = it.session;
      return scores(instance, cells);
    });
    ours.push({
      own: Math.max(...reached.map(({ own }) => own)),
      served: Math.max(...reached.map(({ served }) => served)),
    });
    const start = cpu();
    theirs.push(peer(instance, seed, () => cpu() - start < took));
  }
  const both = (of: (it: { own: number; served: number }) => number) =>
    [mean(ours.map(of)), mean(theirs.map(of))] as const;
  return { instance: name, served: both((it) => it.served), own: both((it) => it.own) };
}
