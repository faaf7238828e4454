/** The thread behind `startSolving`: a quick grid, better ones, then the bound and the proof. */
import { once } from "node:events";
import { parentPort } from "node:worker_threads";
import { certify } from "#domain/agenda/certificate.ts";
import type { Grid } from "#domain/agenda/problem.ts";
import { repair } from "#domain/agenda/repair.ts";
import { type Repeat, repeatsOf } from "#domain/agenda/repeat.ts";
import { second } from "#domain/agenda/second.ts";
import type { Certificate, Solution } from "#domain/agenda/solution.ts";
import { solutionOf, solve } from "#domain/agenda/solve.ts";
import { highs } from "#jobs/highs.ts";
import type { ThreadMessage, ThreadOrder } from "#jobs/planner-thread.ts";

/**
 * Moves tried for a camp of forty, round by round; a smaller one needs fewer. The first round answers the tap, the
 * others use the time it takes to read it.
 */
const ROUNDS = [15_000, 100_000, 200_000, 200_000, 400_000];
const FULL_SIZE = 40;
/** A larger camp is not proven: its bound comes down slowly, and is given so many times the time. */
const PROVABLE = 60;
const LARGE_TIMES = 5;

const [{ problem, seed, proofMs }] = (await once(parentPort!, "message")) as [ThreadOrder];
const say = (message: ThreadMessage) => parentPort!.postMessage(message);

const hints: Grid[] = [];
let best: Solution | null = null;
let iterations = 0;

/** @param repeats of the last one: looking for them would hold the first up */
function offer(solution: Solution, repeats: readonly Repeat[] = []): void {
  if (best !== null && solution.score <= best.score) return;
  best = solution;
  say({ kind: "solution", solution, second: null, repeats });
}

for (const [round, full] of ROUNDS.entries()) {
  const moves = Math.ceil(full * Math.min(1, problem.sessions.length / FULL_SIZE));
  const search = problem.published.length > 0 ? repair : solve;
  const solution = search(problem, seed + round, moves);
  iterations += moves;
  hints.push(solution.placements);
  offer(solution);
  say({ kind: "progress", progress: { measures: best!.measures, score: best!.score, iterations } });
}

/** Moves tried for a second grid, where something is published. */
const SECOND = 100_000;
const beside = second(problem, best!, SECOND);
const repeats = repeatsOf(problem, best!.placements);
if (beside !== null || repeats.length > 0)
  say({ kind: "solution", solution: best!, second: beside, repeats });

const large = problem.sessions.length > PROVABLE;
const solver = await highs();
const until = performance.now() + proofMs * (large ? LARGE_TIMES : 1);
let last: Certificate | null = null;
const certificate = certify(problem, best!.placements, {
  solver,
  hints,
  goOn: () => performance.now() < until,
  onBound(now) {
    if (last !== null && now.bound >= last.bound) return;
    last = now;
    say({ kind: "certificate", certificate: now, final: false });
  },
});
if (certificate.better !== null) {
  const solution = solutionOf(problem, certificate.better);
  offer(solution, repeatsOf(problem, solution.placements));
}
say({ kind: "certificate", certificate, final: true });
parentPort!.close();
