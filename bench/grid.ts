/**
 * `npm run bench grid [--instance FILE ...] [--model votes|full] [--ms N] [--prove] [--json]`: how good the
 * planner's grids are, on files or on camps of our own making. See docs/benchmarks.md.
 */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { asked } from "#bench/grid/asked.ts";
import { CAMP, camp, FESTIVAL, planted } from "#bench/grid/camps.ts";
import type { Instance, ModelName } from "#bench/grid/instance.ts";
import { compare, type Measured, measure } from "#bench/grid/measure.ts";
import { repaired } from "#bench/grid/repairs.ts";
import { highs } from "#jobs/highs.ts";

const LARGE = 60;

type Named = { readonly name: string; readonly instance: Instance };

function camps(files: readonly string[]): Named[] {
  if (files.length > 0)
    return files.map((file) => ({
      name: basename(file, ".json"),
      instance: JSON.parse(readFileSync(file, "utf8")) as Instance,
    }));
  return [
    { name: "camp-40-1", instance: camp(CAMP, 1) },
    { name: "camp-40-2", instance: camp(CAMP, 2) },
    { name: "camp-150", instance: camp(FESTIVAL, 1) },
    { name: "planted-40", instance: planted(CAMP, 1).instance },
    { name: "planted-150", instance: planted(FESTIVAL, 1).instance },
  ];
}

/**
 * Runs the bench. `--instance` may be given more than once, and files may also just be listed; `--ms` is CPU time
 * a grid (250, or 2000 beyond 60 sessions); `--proof-s` CPU time a proof (60). Without --json the method other
 * camps use is run beside ours.
 */
export async function main(args: string[]): Promise<void> {
  const wish = asked(args, process.env);
  const solver = wish.prove ? await highs() : null;
  for (const { name, instance } of camps(wish.files)) {
    const ms = wish.ms ?? (instance.S > LARGE ? 2000 : 250);
    const model: ModelName = wish.model ?? (instance.hosts === undefined ? "votes" : "full");
    const order = { name, model, ms, solver, proofMs: 1000 * wish.proofSeconds };
    const { best: _, ...measured } = measure(instance, order);
    console.log(wish.json ? JSON.stringify(measured) : rowOf(measured));
    if (!wish.json) {
      const { served, own } = compare(instance, name, ms, instance.S > LARGE ? 5 : 20);
      console.log(
        `    votes alone, equal CPU, ours against hill climbing: ${served[0]} : ${served[1]} by votes, ` +
          `${own[0].toFixed(2)} : ${own[1].toFixed(2)} by its own score`,
      );
    }
  }
  if (!wish.json && wish.files.length === 0) tellRepairs();
}

/** Ten changed days: how much moves, and what that costs. */
function tellRepairs(): void {
  const days = Array.from({ length: 10 }, (_, i) => repaired(i + 1, 100_000));
  const mean = (of: (day: (typeof days)[number]) => number) =>
    (days.reduce((sum, day) => sum + of(day), 0) / days.length).toFixed(2);
  console.log(
    `a host comes late, ten camps of 40: ${mean((it) => it.moved)} sessions move on average, ` +
      `${Math.max(...days.map((it) => it.moved))} at most; ${mean((it) => it.lost)} % of wishes lost against the ` +
      `published grid, ${mean((it) => it.lostToFresh)} % against solving afresh; with the second suggestion ` +
      `${mean((it) => it.second.moved)} and ${mean((it) => it.second.lost)} %`,
  );
}

function rowOf(measured: Measured): string {
  const bound = measured.proven
    ? "no grid can do better than the best of these"
    : `at most ${measured.bound} is possible`;
  const proof = measured.proof_s === null ? "" : ` (${measured.proof_s} s)`;
  return (
    `${measured.instance} (${measured.model}): score ${measured.score_mean} on average, ${measured.score_worst} at worst; ` +
    `${measured.served_mean} served, ${measured.unseated_mean} without a seat; ${measured.cpu_ms_p50} ms CPU; ${bound}${proof}`
  );
}
