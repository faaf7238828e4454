/** Many phones with the stream of a camp open, and when each of them heard of a change. */
import type { ClientRequest } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Change } from "#domain/live.ts";
import type { Server } from "./server.ts";

/** Longer than any limit: who has not heard by then has not. */
const PATIENCE_MS = 8_000;

/** A hall does not arrive in one millisecond. */
const AT_ONCE = 50;

type Waiting = { about: (change: Change) => boolean; since: number; heard: Map<number, number> };

export class Screens {
  readonly #requests: ClientRequest[] = [];
  readonly #shown = new Set<number>();
  #waiting: Waiting | null = null;
  /** All get the same texts: each is read once. */
  readonly #read = new Map<string, Change>();

  get count(): number {
    return this.#requests.length;
  }

  /** Opens a stream for each token. @returns how many said anything */
  async open(server: Server, path: string, tokens: readonly string[]): Promise<number> {
    for (let at = 0; at < tokens.length; at += AT_ONCE) {
      for (const token of tokens.slice(at, at + AT_ONCE)) this.#add(server, path, token);
      await until(() => this.#shown.size === this.#requests.length);
    }
    return this.#shown.size;
  }

  /**
   * Does something, and waits until every screen has heard of it.
   * @param about which message says so @returns milliseconds from the act to each screen that did
   */
  async after(act: () => Promise<void>, about: (change: Change) => boolean): Promise<number[]> {
    const waiting: Waiting = { about, since: performance.now(), heard: new Map() };
    this.#waiting = waiting;
    await act();
    await until(() => waiting.heard.size === this.count);
    this.#waiting = null;
    return [...waiting.heard.values()];
  }

  close(): void {
    for (const request of this.#requests) request.destroy();
  }

  #add(server: Server, path: string, token: string): void {
    const screen = this.#requests.length;
    let text = "";
    const request = server.follow(path, token, (more) => {
      const blocks = (text + more).split("\n\n");
      text = blocks.pop() ?? "";
      for (const block of blocks) this.#hear(screen, block);
    });
    this.#requests.push(request);
  }

  #hear(screen: number, block: string): void {
    const change = this.#changeIn(block);
    if (!change) return;
    this.#shown.add(screen);
    const waiting = this.#waiting;
    if (waiting && !waiting.heard.has(screen) && waiting.about(change))
      waiting.heard.set(screen, performance.now() - waiting.since);
  }

  #changeIn(block: string): Change | null {
    const known = this.#read.get(block);
    if (known) return known;
    if (/^event: /m.test(block)) return null;
    const data = /^data: (.*)$/m.exec(block)?.[1];
    if (!data) return null;
    const change = JSON.parse(data) as Change;
    this.#read.set(block, change);
    if (this.#read.size > 20) this.#read.delete(this.#read.keys().next().value!);
    return change;
  }
}

async function until(done: () => boolean): Promise<void> {
  for (const end = performance.now() + PATIENCE_MS; !done() && performance.now() < end; ) await sleep(20);
}
