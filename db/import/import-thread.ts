import type { Worker } from "node:worker_threads";
import type { ImportAnswers, ImportDesk, ImportQuestion } from "#db/import/asking.ts";
import { startThread } from "#db/thread.ts";
import type { ImportProgress, TellProgress } from "#domain/import/progress.ts";

const PROGRAM = new URL("./thread.ts", import.meta.url);

/** Without anything to do it goes, and its memory and its connections with it. In milliseconds. */
const IDLE_MS = 5 * 60_000;

export type ToThread = { id: number; question: ImportQuestion };

type FromThread = { id: number } & (
  | { progress: ImportProgress }
  | { said: ImportAnswers[ImportQuestion["ask"]] }
  | { fault: string }
);

type Waiting = { tell: TellProgress; resolve: (said: never) => void; reject: (fault: Error) => void };

/** One thread for all who import at this server; it comes with the first of them and goes when nobody imports. */
export class ImportThread implements ImportDesk {
  readonly #url: string;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #idle: NodeJS.Timeout | undefined;
  #asked = 0;

  /** @param url where the database is */
  constructor(url: string) {
    this.#url = url;
  }

  prepare(): void {
    this.#running();
  }

  ask<Q extends ImportQuestion>(question: Q, tell: TellProgress): Promise<ImportAnswers[Q["ask"]]> {
    const worker = this.#running();
    const id = this.#asked++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { tell, resolve, reject });
      worker.postMessage({ id, question } satisfies ToThread);
    });
  }

  /** What is being written then is not there at all. */
  async end(): Promise<void> {
    const worker = this.#worker;
    if (!worker) return;
    // A question that comes while it ends finds another.
    this.#lose(worker, new Error("the thread of imports was ended"));
    await worker.terminate();
  }

  #running(): Worker {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.#rest(), IDLE_MS).unref();
    this.#worker ??= this.#start();
    return this.#worker;
  }

  #start(): Worker {
    const worker = startThread(PROGRAM, { url: this.#url });
    worker.on("message", (message: FromThread) => this.#hear(message));
    worker.on("error", (fault) => this.#lose(worker, fault));
    worker.on("exit", () => this.#lose(worker, new Error("the thread of imports ended")));
    return worker;
  }

  #hear(message: FromThread): void {
    const waiting = this.#waiting.get(message.id);
    if (!waiting) return;
    if ("progress" in message) {
      waiting.tell(message.progress);
      return;
    }
    this.#waiting.delete(message.id);
    if ("said" in message) waiting.resolve(message.said as never);
    else waiting.reject(new Error(`an import broke: ${message.fault}`));
  }

  #lose(worker: Worker, fault: unknown): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    const lost = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of lost) reject(new Error("an import broke", { cause: fault }));
  }

  #rest(): void {
    if (this.#waiting.size === 0) void this.end();
    else this.#running();
  }
}
