import { describe, expect, test } from "vitest";
import { camp } from "#bench/grid/camps.ts";
import { problemOf } from "#bench/grid/instance.ts";
import type { Certificate, Solution } from "#domain/agenda/solution.ts";
import { solve } from "#domain/agenda/solve.ts";
import { type Progress, prepare, startSolving } from "#jobs/planner-thread.ts";

const problem = problemOf(camp({ S: 12, T: 4, R: 3, A: 50 }, 3), "full");

describe("solving in a thread", () => {
  test("gives a grid, better ones, and at last a proof", async () => {
    const solutions: Solution[] = [];
    const progress: Progress[] = [];
    const certificates: { certificate: Certificate; final: boolean }[] = [];
    const { done } = startSolving(problem, {
      seed: 5,
      onSolution: ({ solution }) => solutions.push(solution),
      onProgress: (now) => progress.push(now),
      onCertificate: (certificate, final) => certificates.push({ certificate, final }),
      onFault: (fault) => {
        throw fault;
      },
    });
    await done;
    expect(solutions[0]!.score).toBeGreaterThanOrEqual(solve(problem, 5, 0).score);
    for (const [i, better] of solutions.slice(1).entries())
      expect(better.score).toBeGreaterThan(solutions[i]!.score);
    expect(progress.at(-1)!.score).toBeLessThanOrEqual(solutions.at(-1)!.score);
    expect(certificates.filter(({ final }) => final)).toHaveLength(1);
    expect(certificates.at(-1)).toMatchObject({ final: true, certificate: { proven: true } });
  }, 60_000);

  test("once cancelled it says nothing more and ends", async () => {
    prepare();
    let said = 0;
    const { cancel, done } = startSolving(problem, {
      seed: 1,
      onSolution: () => {
        said++;
        cancel();
      },
      onProgress: () => said++,
      onCertificate: () => said++,
    });
    await done;
    expect(said).toBe(1);
  }, 60_000);

  test("a problem that makes no sense is a fault, told once", async () => {
    const faults: unknown[] = [];
    const nonsense = { ...problem, wants: [[99]] };
    const { done } = startSolving(nonsense, {
      seed: 1,
      onSolution: () => {},
      onFault: (it) => faults.push(it),
    });
    await done;
    expect(String(faults[0])).toContain("does not exist");
    expect(faults).toHaveLength(1);
  }, 60_000);
});
