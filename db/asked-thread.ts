/** A thread beside the event loop that answers questions: it comes with the first and goes once nobody asks. */
import type { Worker } from "node:worker_threads";
import { startThread } from "#db/thread.ts";

/** Without anything to do it goes, and its memory and its connections with it. In milliseconds. */
const IDLE_MS = 5 * 60_000;

export type ToThread<Question> = { id: number; question: Question };

export type FromThread<Said, Progress> = { id: number } & (
  | { progress: Progress }
  | { said: Said }
  | { fault: string }
);

/** @property program its file, which calls `answerAll` @property about what is asked of it, for a fault */
type Program = { program: URL; data?: unknown; about: string };

type Waiting<Said, Progress> = {
  tell: (progress: Progress) => void;
  resolve: (said: Said) => void;
  reject: (fault: Error) => void;
};

export class AskedThread<Question, Said, Progress = never> {
  readonly #of: Program;
  readonly #waiting = new Map<number, Waiting<Said, Progress>>();
  #worker: Worker | null = null;
  #idle: NodeJS.Timeout | undefined;
  #asked = 0;

  constructor(of: Program) {
    this.#of = of;
  }

  /** Loads it, for somebody who is about to ask. */
  prepare(): void {
    this.#running();
  }

  /** @throws when the thread broke before its answer */
  ask(question: Question, tell: (progress: Progress) => void = () => undefined): Promise<Said> {
    const worker = this.#running();
    const id = this.#asked++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { tell, resolve, reject });
      worker.postMessage({ id, question } satisfies ToThread<Question>);
    });
  }

  async end(): Promise<void> {
    const worker = this.#worker;
    if (!worker) return;
    // A question that comes while it ends finds another.
    this.#lose(worker, new Error(`the thread of ${this.#of.about} was ended`));
    await worker.terminate();
  }

  #running(): Worker {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.#rest(), IDLE_MS).unref();
    this.#worker ??= this.#start();
    return this.#worker;
  }

  #start(): Worker {
    const { program, data, about } = this.#of;
    const worker = startThread(program, data);
    worker.on("message", (message: FromThread<Said, Progress>) => this.#hear(message));
    worker.on("error", (fault) => this.#lose(worker, fault));
    worker.on("exit", () => this.#lose(worker, new Error(`the thread of ${about} ended`)));
    return worker;
  }

  #hear(message: FromThread<Said, Progress>): void {
    const waiting = this.#waiting.get(message.id);
    if (!waiting) return;
    if ("progress" in message) {
      waiting.tell(message.progress);
      return;
    }
    this.#waiting.delete(message.id);
    if ("said" in message) waiting.resolve(message.said);
    else waiting.reject(new Error(`${this.#of.about} broke: ${message.fault}`));
  }

  #lose(worker: Worker, fault: unknown): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    const lost = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of lost) reject(new Error(`${this.#of.about} broke`, { cause: fault }));
  }

  #rest(): void {
    if (this.#waiting.size === 0) void this.end();
    else this.#running();
  }
}
