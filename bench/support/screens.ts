/** Hundreds of screens in one process, and how long each number takes to reach each of them. */
import http from "node:http";
import { readEvents } from "#tests/support/source.ts";

type Hand = { count: number; tappedAt: number; missing: Set<number> };

export class Screens {
  /** Milliseconds from the tap to the number on a screen, one for each hand and screen. */
  readonly times: number[] = [];
  /** When each screen first showed a grid, by this process's clock. */
  readonly firstGrid: number[] = [];
  messages = 0;
  readonly #responses: http.IncomingMessage[] = [];
  readonly #hands = new Map<string, Hand[]>();
  readonly #parsed = new Map<string, { hands: Record<string, number>; grid: boolean }>();
  readonly #shownGrid = new Set<number>();

  /** Opens so many streams at an address, and waits until each has shown its first message. */
  static async open(address: string, screens: number): Promise<Screens> {
    const opened = new Screens();
    // A hall does not arrive in one millisecond either: fifty at a time.
    for (let from = 0; from < screens; from += 50)
      await Promise.all(
        Array.from({ length: Math.min(50, screens - from) }, (_, n) => opened.#add(address, from + n)),
      );
    return opened;
  }

  /** Says that a hand was raised now: every screen should soon show at least so many for the pitch. */
  expect(pitch: string, count: number): void {
    const missing = new Set(this.#responses.keys());
    this.#hands.set(pitch, [
      ...(this.#hands.get(pitch) ?? []),
      { count, tappedAt: performance.now(), missing },
    ]);
  }

  /** Hands that some screen has not shown yet. */
  get missing(): number {
    return [...this.#hands.values()].flat().reduce((sum, { missing }) => sum + missing.size, 0);
  }

  /** Bytes that came over the network so far, to all of them. */
  get bytes(): number {
    return this.#responses.reduce((sum, { socket }) => sum + socket.bytesRead, 0);
  }

  close(): void {
    for (const response of this.#responses) response.destroy();
  }

  #add(address: string, screen: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const request = http.get(address, { agent: false }, (response) => {
        if (response.statusCode !== 200)
          return reject(new Error(`a screen was answered ${response.statusCode}`));
        this.#responses[screen] = response;
        let text = "";
        response.setEncoding("utf8").on("data", (more: string) => {
          const { events, rest } = readEvents(text + more);
          text = rest;
          for (const { event, data } of events) if (event === "message") this.#show(screen, data);
          if (events.some(({ event }) => event === "message")) resolve();
        });
        response.on("error", () => undefined);
      });
      request.on("error", reject);
    });
  }

  #show(screen: number, data: string): void {
    const now = performance.now();
    this.messages += 1;
    const { hands, grid } = this.#saidIn(data);
    if (grid && !this.#shownGrid.has(screen)) {
      this.#shownGrid.add(screen);
      this.firstGrid.push(now);
    }
    for (const [pitch, count] of Object.entries(hands)) {
      const waiting = this.#hands.get(pitch);
      if (!waiting) continue;
      for (const hand of waiting)
        if (hand.count <= count && hand.missing.delete(screen)) this.times.push(now - hand.tappedAt);
      this.#hands.set(
        pitch,
        waiting.filter(({ missing }) => missing.size > 0),
      );
    }
  }

  /** All screens get the same text: it is read once. */
  #saidIn(data: string): { hands: Record<string, number>; grid: boolean } {
    const known = this.#parsed.get(data);
    if (known) return known;
    const { hands, grid } = JSON.parse(data);
    const said = { hands: hands ?? {}, grid: Boolean(grid) };
    this.#parsed.set(data, said);
    if (this.#parsed.size > 200) this.#parsed.delete(this.#parsed.keys().next().value!);
    return said;
  }
}
