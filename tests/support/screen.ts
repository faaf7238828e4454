/** A screen without a browser: it reads a stream as a browser would and remembers what it was told. */
import http from "node:http";
import { apply, type Change, isSnapshot, type Snapshot } from "#domain/live.ts";
import { readEvents } from "./source.ts";

const PATIENCE_MS = 8_000;

export class TestScreen {
  readonly messages: Change[] = [];
  readonly headers: http.IncomingHttpHeaders;
  known: Snapshot | null = null;
  beats = 0;
  ended = false;
  readonly #response: http.IncomingMessage;
  #rest = "";
  #waiting = new Set<() => void>();

  private constructor(response: http.IncomingMessage) {
    this.#response = response;
    this.headers = response.headers;
    response.setEncoding("utf8");
    response.on("data", (text: string) => this.#read(text));
    response.on("close", () => {
      this.ended = true;
      this.#tell();
    });
    response.on("error", () => undefined);
  }

  /** Opens a stream. @throws the status when it is not one */
  static open(origin: string, slug: string, audience = "phone", cookie?: string): Promise<TestScreen> {
    return new Promise((resolve, reject) => {
      const url = `${origin}/live/${slug}/stream?audience=${audience}`;
      const request = http.get(url, { agent: false, headers: cookie ? { cookie } : {} }, (response) => {
        if (response.statusCode === 200) return resolve(new TestScreen(response));
        response.resume();
        reject(new Error(`stream answered ${response.statusCode}`));
      });
      request.on("error", reject);
    });
  }

  /** Waits until what the screen shows is so. */
  async until(so: (screen: TestScreen) => boolean | undefined): Promise<void> {
    const deadline = performance.now() + PATIENCE_MS;
    while (!so(this)) {
      if (performance.now() > deadline) throw new Error(`not in time: ${JSON.stringify(this.known?.hands)}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 500);
        this.#waiting.add(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  /** Waits until the screen shows so many hands for a pitch. */
  hands(pitch: string, count: number): Promise<void> {
    return this.until(({ known }) => known?.hands?.[pitch] === count);
  }

  /** Takes nothing more off the network, as a phone in a lift. */
  pause(): void {
    this.#response.pause();
  }

  resume(): void {
    this.#response.resume();
  }

  close(): void {
    this.#response.destroy();
  }

  #read(text: string): void {
    const { events, rest } = readEvents(this.#rest + text);
    this.#rest = rest;
    for (const { event, id, data } of events) {
      if (event === "beat") this.beats += 1;
      else this.#learn(JSON.parse(data), id);
    }
    this.#tell();
  }

  #learn(change: Change, id: string | undefined): void {
    if (id !== String(change.v)) throw new Error("a message whose id is not its version");
    this.messages.push(change);
    if (this.known) this.known = apply(this.known, change);
    else if (isSnapshot(change)) this.known = change;
    else throw new Error("the first message is not a snapshot");
  }

  #tell(): void {
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}
