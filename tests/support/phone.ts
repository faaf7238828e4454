/** A phone without a browser: the product's own stream client and outbox over Node's network. */
import { setTimeout as sleep } from "node:timers/promises";
import { Stream } from "#components/live/stream.ts";
import { Outbox } from "#components/voting/outbox.ts";
import { inMemory, tapClock } from "#components/voting/tap-store.ts";
import { apply, type Change, isSnapshot, type Snapshot } from "#domain/live.ts";
import { openSource } from "./source.ts";

const PATIENCE_MS = 15_000;

export class TestPhone {
  readonly stream: Stream;
  readonly outbox: Outbox;
  known: Snapshot | null = null;

  /** @param cookie of a device that holds a ticket */
  constructor(origin: string, slug: string, cookie: string) {
    const document = Object.assign(new EventTarget(), { visibilityState: "visible" as const });
    this.stream = new Stream(`${origin}/live/${slug}/stream?audience=phone`, (said) => this.#learn(said), {
      open: (address, ear) => openSource(address, cookie, ear),
      window: new EventTarget(),
      document,
      navigator: { onLine: true },
      random: Math.random,
    });
    this.outbox = new Outbox({
      store: inMemory(),
      clock: tapClock(),
      alone: (work) => work(),
      now: Date.now,
      random: Math.random,
      onSaved: async () => undefined,
      send: async (tap, signal) => {
        const answer = await fetch(`${origin}/live/${tap.slug}/pitches/${tap.pitch}/hand`, {
          method: tap.up ? "PUT" : "DELETE",
          headers: { cookie, "cast-at": String(tap.castAt) },
          signal,
        });
        if (!answer.ok) return { kind: "again" };
        const { up, castAt, now } = await answer.json();
        return { kind: "saved", up, castAt, now };
      },
    });
    this.stream.start();
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

  #learn(change: Change): void {
    if (this.known) this.known = apply(this.known, change);
    else if (isSnapshot(change)) this.known = change;
    else throw new Error("the first message is not a snapshot");
  }
}
