/** A phone without a browser: the product's own stream client and outbox over Node's network. */
import { setTimeout as sleep } from "node:timers/promises";
import { type Ear, Stream } from "#components/live/stream.ts";
import { Outbox } from "#components/outbox/outbox.ts";
import { inMemory, outboxClock } from "#components/outbox/store.ts";
import { handWish } from "#components/voting/hands.ts";
import { apply, type Change, isSnapshot, type Snapshot } from "#domain/live.ts";
import { openSource } from "./source.ts";

const PATIENCE_MS = 15_000;

export class TestPhone {
  readonly stream: Stream;
  readonly outbox: Outbox;
  known: Snapshot | null = null;
  /** The statuses of answers that took no hand. */
  readonly turnedAway: number[] = [];
  /** How often a stream ended under it, or never began. */
  lost = 0;
  readonly #window = new EventTarget();

  /** @param cookie of a device that holds a ticket */
  constructor(origin: string, slug: string, cookie: string) {
    const document = Object.assign(new EventTarget(), { visibilityState: "visible" as const });
    this.stream = new Stream(`${origin}/live/${slug}/stream?audience=phone`, (said) => this.#learn(said), {
      open: (address, ear) => openSource(address, cookie, { ...ear, lost: () => this.#lose(ear) }),
      window: this.#window,
      document,
      navigator: { onLine: true },
      random: Math.random,
    });
    const around: ConstructorParameters<typeof Outbox>[0] = {
      nobody: { refusal: "no_ticket", words: "" },
      store: inMemory(),
      clock: outboxClock(),
      alone: (work) => work(),
      now: Date.now,
      random: Math.random,
      onSaved: async () => undefined,
      send: async ({ address, method, castAt: at }, signal) => {
        const answer = await fetch(`${origin}${address}`, {
          method,
          headers: { cookie, origin, "cast-at": String(at) },
          signal,
        });
        if (!answer.ok) {
          this.turnedAway.push(answer.status);
          return { kind: "again" };
        }
        const { up, castAt, now } = await answer.json();
        return { kind: "saved", now: { up }, castAt, at: now };
      },
    };
    this.outbox = new Outbox(around, "whoever holds the cookie");
    this.stream.start();
  }

  /** Raises a hand, or takes it down. */
  tap(slug: string, pitch: string, up: boolean): void {
    this.outbox.put(handWish(slug, pitch, up));
  }

  /** Its network is back: it asks at once. */
  comeOnline(): void {
    this.#window.dispatchEvent(new Event("online"));
  }

  /** Waits until the phone is so. */
  async until(so: (phone: TestPhone) => boolean | undefined, why: string): Promise<void> {
    const deadline = performance.now() + PATIENCE_MS;
    while (!so(this)) {
      if (performance.now() > deadline) throw new Error(`not in time: ${why}`);
      await sleep(20);
    }
  }

  stop(): void {
    this.stream.stop();
  }

  #lose(ear: Ear): void {
    this.lost += 1;
    ear.lost();
  }

  #learn(change: Change): void {
    if (this.known) this.known = apply(this.known, change);
    else if (isSnapshot(change)) this.known = change;
    else throw new Error("the first message is not a snapshot");
  }
}
