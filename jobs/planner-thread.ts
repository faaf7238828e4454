/**
 * Solving beside the event loop: one worker thread per question, told to stop by any edit. It does no SQL;
 * whoever starts it stores what comes back, under the fingerprint of the problem.
 */
import type { Worker } from "node:worker_threads";
import { startThread } from "#db/thread.ts";
import type { Problem } from "#domain/agenda/problem.ts";
import type { Repeat } from "#domain/agenda/repeat.ts";
import type { Second } from "#domain/agenda/second.ts";
import type { Certificate, Measures, Solution } from "#domain/agenda/solution.ts";

/** Best so far: measures of the best grid met, and moves tried. */
export type Progress = { readonly measures: Measures; readonly score: number; readonly iterations: number };

/** A grid, and what might be made of it besides. */
export type Offer = {
  readonly solution: Solution;
  readonly second: Second | null;
  readonly repeats: readonly Repeat[];
};

/** What the thread says, in the order it comes to know it. */
export type ThreadMessage =
  | { readonly kind: "progress"; readonly progress: Progress }
  | ({ readonly kind: "solution" } & Offer)
  | { readonly kind: "certificate"; readonly certificate: Certificate; readonly final: boolean };

export type ThreadOrder = {
  readonly problem: Problem;
  readonly seed: number;
  /** Wall-clock milliseconds the certificate may take. */
  readonly proofMs: number;
};

export type Listeners = {
  readonly seed: number;
  /** Wall-clock milliseconds the certificate may take; a minute unless told, five times that in a large camp. */
  readonly proofMs?: number;
  readonly onProgress?: (progress: Progress) => void;
  /** Every grid better than the ones before, the first within half a second; the last again with a second beside it. */
  readonly onSolution: (offer: Offer) => void;
  /** Every lower bound; `final` is true once, at the end, unless it is cancelled. */
  readonly onCertificate?: (certificate: Certificate, final: boolean) => void;
  /** The thread broke: a fault in the program or the problem, never an infeasible wish. */
  readonly onFault?: (fault: unknown) => void;
};

export type Solving = {
  /** Ends it at once; no listener is called afterwards. */
  cancel(): void;
  /** Settles when the thread has ended, for whatever reason. */
  readonly done: Promise<void>;
};

const MINUTE = 60_000;

const PROGRAM = new URL("./planner-search.ts", import.meta.url);

let spare: Worker | null = null;

/** Loads a thread ahead of need, so that the first solution comes at once: to be called at boot and after each use. */
export function prepare(): void {
  if (spare !== null) return;
  const worker = startThread(PROGRAM);
  spare = worker;
  const forget = () => {
    if (spare === worker) spare = null;
  };
  worker.once("error", forget);
  worker.once("exit", forget);
}

/**
 * Looks for a grid in a thread of its own, then bounds it and tries to prove it best. Where something is published
 * already it repairs that instead of beginning afresh.
 */
export function startSolving(problem: Problem, listeners: Listeners): Solving {
  const order: ThreadOrder = { problem, seed: listeners.seed, proofMs: listeners.proofMs ?? MINUTE };
  const worker = spare ?? startThread(PROGRAM);
  spare = null;
  worker.ref();
  worker.postMessage(order);
  let live = true;
  const stop = () => {
    live = false;
  };
  worker.on("message", (message: ThreadMessage) => {
    if (!live) return;
    if (message.kind === "progress") listeners.onProgress?.(message.progress);
    else if (message.kind === "solution") listeners.onSolution(message);
    else listeners.onCertificate?.(message.certificate, message.final);
  });
  worker.on("error", (fault) => {
    if (live) listeners.onFault?.(fault);
    stop();
  });
  const done = new Promise<void>((resolve) => {
    worker.once("exit", () => {
      stop();
      resolve();
    });
  });
  return {
    done,
    cancel() {
      stop();
      void worker.terminate();
    },
  };
}
