/** A phone's outboxes without a browser. */
import { vi } from "vitest";
import type { Entry, EntryStore, Sent } from "#components/outbox/entry.ts";
import { Outbox, type OutboxClock } from "#components/outbox/outbox.ts";
import { inMemory, outboxClock } from "#components/outbox/store.ts";
import { handWish } from "#components/voting/hands.ts";

/** A hand on its way, as tests speak of it. */
export type Tap = { owner: string; pitch: string; up: boolean; castAt: number };
export const tapOf = ({ owner, about, wants, castAt }: Entry): Tap => ({
  owner,
  pitch: about.pitch!,
  up: wants.up!,
  castAt,
});

export const saved = (up: boolean, now: number | null = null, castAt: number | null = null): Sent => ({
  kind: "saved",
  now: { up },
  castAt,
  at: now,
});

/** What each is about and wants. */
export const pitches = (taps: Iterable<Tap>) => [...taps].map(({ pitch, up }) => [pitch, up]);

/** Lets all happen that waits for no time to pass. */
export const settle = () => vi.advanceTimersByTimeAsync(0);

export const noNetwork = async () => {
  throw new TypeError("Failed to fetch");
};

export const NOW = Date.parse("2026-07-14T09:30:00Z");

/** A server that answers as told and remembers what reached it, and a phone with one outbox at a time. */
export class TestOutboxes {
  readonly store: EntryStore = inMemory();
  readonly clock: OutboxClock = outboxClock();
  readonly sent: Tap[] = [];
  readonly acknowledged: [string, boolean][] = [];
  /** How far the phone's clock is ahead, in milliseconds. */
  ahead = 0;
  answer: (tap: Tap, signal: AbortSignal) => Promise<Sent> = async (tap) => saved(tap.up);
  /** The lock that all tabs of the phone share. */
  #lock: Promise<unknown> = Promise.resolve();

  /** @param owner who holds the phone */
  outbox(owner = "ama") {
    return this.#open(owner);
  }

  /** Before it is known who holds the phone. */
  unknown() {
    return this.#open(undefined);
  }

  #open(owner: string | undefined) {
    const around = {
      nobody: { refusal: "no_ticket", words: "Hands are for people at the camp." },
      store: this.store,
      clock: this.clock,
      send: (entry: Entry, signal: AbortSignal) => {
        const tap = tapOf(entry);
        this.sent.push(tap);
        return this.answer(tap, signal);
      },
      alone: (work: () => Promise<void>) => {
        // As the browser's: work that fails gives the lock back.
        const turn = this.#lock.catch(() => undefined).then(work);
        this.#lock = turn;
        return turn;
      },
      now: () => Date.now() + this.ahead,
      random: () => 1,
      onSaved: async (entry: Entry, now: Readonly<Record<string, boolean>>) =>
        void this.acknowledged.push([entry.about.pitch!, now.up!]),
    };
    const outbox = new Outbox(around, owner);
    const tap = (slug: string, pitch: string, up: boolean) => outbox.put(handWish(slug, pitch, up));
    return Object.assign(outbox, { tap });
  }
}
