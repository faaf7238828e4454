/**
 * Thinking about grids: hears when a desk asks, takes the question up, and writes what its thread finds.
 * What it found is in the database; killed at any point, another worker or the next start goes on.
 */
import { availableParallelism } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "#db/connection.ts";
import { isLoss } from "#db/loss.ts";
import {
  type Found,
  failSuggestion,
  keepFound,
  SUGGESTION_CHANNEL,
  type Task,
  takeUpSuggestion,
} from "#db/suggestion.ts";
import { type Listener, listen } from "#db/wake.ts";
import { reasonOf } from "#domain/fault.ts";
import { suggestedGridOf } from "#domain/suggestion.ts";
import { prepare, type Solving, startSolving } from "./planner-thread.ts";

/** A desk is told of better grids a few times a second at most. */
const WRITE_MS = 350;
/** How often a worker that found nothing says it is alive, and hears that the suggestion was dropped. */
const BEAT_MS = 1_000;
/** How often it looks by itself: a word may be lost, and the dead say none. */
const LOOK_MS = 2_000;
/** Any seed would do; always the same one gives everybody who asks the same grid. */
const SEED = 1;

export class Planner {
  readonly #db: Database;
  readonly #listener: Listener;
  readonly #timer: NodeJS.Timeout;
  readonly #thinking = new Set<Promise<void>>();
  readonly #threads = new Set<Solving>();
  #looking = false;
  #away = false;
  #ended = false;

  /** @param url where the database is: listening needs a connection of its own */
  constructor(db: Database, url: string) {
    this.#db = db;
    prepare();
    const look = () => void this.#look();
    this.#listener = listen(db, url, look, look, SUGGESTION_CHANNEL);
    this.#timer = setInterval(look, LOOK_MS);
  }

  /** Stops thinking. What was being thought about is taken up by another worker, or at the next start. */
  async end(): Promise<void> {
    this.#ended = true;
    clearInterval(this.#timer);
    await this.#listener.end();
    for (const thread of this.#threads) thread.cancel();
    await Promise.all(this.#thinking);
  }

  /** Takes up what there is, as many at once as the machine has cores. */
  async #look(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    try {
      while (!this.#ended && this.#thinking.size < Math.max(2, availableParallelism())) {
        const task = await takeUpSuggestion(this.#db, new Date());
        if (!task) break;
        const thought = this.#think(task).catch(tellFault);
        this.#thinking.add(thought);
        void thought.finally(() => {
          this.#thinking.delete(thought);
          if (!this.#ended) void this.#look();
        });
      }
      this.#away = false;
    } catch (fault) {
      // A database that is away is looked for every moment, and told of once.
      if (!(this.#away && isLoss(fault))) tellFault(fault);
      this.#away = isLoss(fault);
    } finally {
      this.#looking = false;
    }
  }

  /** One question from its first grid to its proof, or until nobody wants it any more. */
  async #think(task: Task): Promise<void> {
    let news: Found = {};
    let fault: unknown = null;
    let over = false;
    let wake = () => {};
    const tell = (found: Found) => {
      news = { ...news, ...found };
      wake();
    };
    const thread = startSolving(task.problem, {
      seed: SEED,
      onSolution: ({ solution, ...more }) =>
        tell({ best: suggestedGridOf(task.problem, task, solution, more) }),
      onCertificate: ({ bound }, final) => tell({ bound: { bound, final } }),
      onFault: (what) => {
        fault = what;
      },
    });
    this.#threads.add(thread);
    const done = thread.done.then(() => {
      over = true;
      wake();
    });
    try {
      while (!over || news.best || news.bound) {
        if (!news.best && !news.bound && !over)
          await Promise.race([new Promise<void>((resolve) => (wake = resolve)), sleep(BEAT_MS)]);
        if (this.#ended) break;
        const found = news;
        news = {};
        if (!(await keepFound(this.#db, task, found, new Date()))) thread.cancel();
        // The next question finds a thread ready; loading one sooner would have held the first grid up.
        if (found.best) prepare();
        if (!over) await Promise.race([done, sleep(WRITE_MS)]);
      }
    } finally {
      // Also when the database was away: then our silence hands the suggestion to another.
      thread.cancel();
      this.#threads.delete(thread);
    }
    if (fault === null) return;
    await failSuggestion(this.#db, task);
    throw fault;
  }
}

function tellFault(fault: unknown): void {
  console.error(`planning failed: ${reasonOf(fault)}`);
}
