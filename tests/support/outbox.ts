/** A phone's outboxes without a browser. */
import { Outbox, type Sent, type Tap, type TapClock, type TapStore } from "#components/voting/outbox.ts";
import { inMemory, tapClock } from "#components/voting/tap-store.ts";

export const saved = (up: boolean, now: number | null = null, castAt: number | null = null): Sent => ({
  kind: "saved",
  up,
  castAt,
  now,
});

export const NOW = Date.parse("2026-07-14T09:30:00Z");

/** A server that answers as told and remembers what reached it, and a phone with one outbox at a time. */
export class TestOutboxes {
  readonly store: TapStore = inMemory();
  readonly clock: TapClock = tapClock();
  readonly sent: Tap[] = [];
  readonly acknowledged: [string, boolean][] = [];
  /** How far the phone's clock is ahead, in milliseconds. */
  ahead = 0;
  answer: (tap: Tap, signal: AbortSignal) => Promise<Sent> = async (tap) => saved(tap.up);
  /** The lock that all tabs of the phone share. */
  #lock: Promise<unknown> = Promise.resolve();

  outbox(): Outbox {
    return new Outbox({
      store: this.store,
      clock: this.clock,
      send: (tap, signal) => {
        this.sent.push(tap);
        return this.answer(tap, signal);
      },
      alone: (work) => {
        // As the browser's: work that fails gives the lock back.
        const turn = this.#lock.catch(() => undefined).then(work);
        this.#lock = turn;
        return turn;
      },
      now: () => Date.now() + this.ahead,
      random: () => 1,
      onSaved: async (tap, up) => void this.acknowledged.push([tap.pitch, up]),
    });
  }
}
