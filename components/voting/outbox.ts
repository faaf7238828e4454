/**
 * Taps that are not yet acknowledged. The last one per pitch is kept on the phone, sent in order, and
 * forgotten only when the server has answered that very tap. It knows no screen and no framework.
 */

import { castTime, goesAgain } from "#domain/voting.ts";

export type Tap = {
  slug: string;
  pitch: string;
  up: boolean;
  /** When the thumb tapped, in milliseconds since 1970, by the server's clock as far as we know it. */
  castAt: number;
};

/** What became of a tap: `again` means that nobody knows, so it is sent again. */
export type Sent =
  | {
      kind: "saved";
      up: boolean /** When the hand that stands was tapped. */;
      castAt: number | null;
      now: number | null;
    }
  | { kind: "refused"; refusal: string }
  | { kind: "again" };

/** Where taps survive a reload. */
export type TapStore = {
  all: () => Promise<Tap[]>;
  /** Replaces the tap on the same pitch. */
  put: (tap: Tap) => Promise<void>;
  /** Removes exactly this tap: a newer one on the same pitch stays. */
  remove: (tap: Tap) => Promise<void>;
};

/** The latest time this phone has given a tap or heard of; it survives a reload, as the taps do. */
export type TapClock = { read: () => number; keep: (castAt: number) => void };

type Surroundings = {
  store: TapStore;
  clock: TapClock;
  /** @param signal ends the try: a network that is there and dead never answers */
  send: (tap: Tap, signal: AbortSignal) => Promise<Sent>;
  /** Runs work while no other tab of this phone does. */
  alone: (work: () => Promise<void>) => Promise<void>;
  now: () => number;
  random: () => number;
  onSaved: (tap: Tap, up: boolean) => Promise<void>;
};

const PATIENCE_MS = 8_000;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
/** A clock that is so little wrong is right. */
const CLOCK_MS = 2_000;

export const tapKey = ({ slug, pitch }: Pick<Tap, "slug" | "pitch">) => `${slug} ${pitch}`;

export class Outbox {
  readonly #around: Surroundings;
  readonly #listeners = new Set<() => void>();
  #waiting: ReadonlyMap<string, Tap> = new Map();
  #writing: Promise<unknown> = Promise.resolve();
  /** Taps that the shelf would not take: they are sent all the same, and last as long as the page. */
  readonly #unkept = new Map<string, Tap>();
  #running = false;
  #again = false;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #refused: string | null = null;
  #clockError = 0;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** Taps without an answer, by `tapKey`. A new map whenever it changes. */
  get waiting(): ReadonlyMap<string, Tap> {
    return this.#waiting;
  }

  /** Whether the last try found no way to the server. */
  get stuck(): boolean {
    return this.#failures > 0;
  }

  /** Why the last tap that was refused was; null once somebody taps again. */
  get refused(): string | null {
    return this.#refused;
  }

  /** Calls back whenever `waiting`, `stuck` or `refused` changes. @returns how to stop that */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Takes a tap: it shows at once, is kept, and goes off. */
  tap(slug: string, pitch: string, up: boolean): void {
    this.#refused = null;
    this.#take({ slug, pitch, up });
    void this.kick();
  }

  /** Gives a tap its time, shows it and keeps it. */
  #take(wish: Omit<Tap, "castAt">): void {
    const castAt = castTime(this.#around.now() - this.#clockError, this.#around.clock.read());
    this.#around.clock.keep(castAt);
    const tap = { ...wish, castAt };
    this.#show(new Map(this.#waiting).set(tapKey(tap), tap));
    this.#unkept.set(tapKey(tap), tap);
    this.#writing = this.#writing
      .then(() => this.#around.store.put(tap))
      .then(
        () => this.#forget(tap),
        () => undefined,
      );
  }

  /** Tries now: after a tap, when the network comes back, when the page is opened or looked at. */
  async kick(): Promise<void> {
    clearTimeout(this.#timer);
    this.#again = true;
    if (this.#running) return;
    this.#running = true;
    let reached = true;
    try {
      while (this.#again && reached) {
        this.#again = false;
        await this.#around.alone(async () => {
          reached = await this.#sendAll();
        });
      }
    } catch {
      // The shelf or the lock failed under us: what was not acknowledged is still here, and tried again.
      reached = false;
    } finally {
      this.#running = false;
    }
    if (!reached) this.#later();
  }

  /** @returns whether every tap got an answer */
  async #sendAll(): Promise<boolean> {
    const taps = await this.#readAll();
    for (const tap of taps.sort((a, b) => a.castAt - b.castAt)) {
      const sent = await this.#send(tap);
      if (sent.kind === "again") return false;
      this.#reached();
      if (sent.kind === "saved") {
        const { castAt, now } = sent;
        if (now !== null) this.#setClock(now);
        this.#around.clock.keep(Math.max(this.#around.clock.read(), castAt ?? 0));
        const newest = this.#waiting.get(tapKey(tap))?.castAt === tap.castAt;
        if (newest && sent.up !== tap.up && goesAgain(tap.castAt, castAt ?? 0, now ?? 0)) {
          const { slug, pitch, up } = tap;
          this.#take({ slug, pitch, up });
          this.#again = true;
          continue;
        }
        await this.#around.onSaved(tap, sent.up);
      } else this.#refused = sent.refusal;
      this.#forget(tap);
      await this.#around.store.remove(tap);
      if (this.#waiting.get(tapKey(tap))?.castAt === tap.castAt) this.#drop(tap);
    }
    return true;
  }

  /** What another tab has sent meanwhile is not ours to show any more; what it left is ours to send. */
  async #readAll(): Promise<Tap[]> {
    await this.#writing;
    const before = this.#waiting;
    const stored = await this.#around.store.all();
    const kept = new Map([...stored, ...this.#unkept.values()].map((tap) => [tapKey(tap), tap]));
    const taps = [...kept.values()];
    // Tapped while we read: it is on its way into the store.
    for (const [key, tap] of this.#waiting) if (before.get(key) !== tap) kept.set(key, tap);
    this.#show(kept);
    return taps;
  }

  async #send(tap: Tap): Promise<Sent> {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), PATIENCE_MS);
    try {
      return await this.#around.send(tap, stop.signal);
    } catch {
      return { kind: "again" };
    } finally {
      clearTimeout(timer);
    }
  }

  #later(): void {
    this.#failures += 1;
    this.#tellAll();
    const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (this.#failures - 1));
    this.#timer = setTimeout(() => void this.kick(), longest * (0.5 + this.#around.random() / 2));
  }

  #reached(): void {
    if (this.#failures === 0) return;
    this.#failures = 0;
    this.#tellAll();
  }

  /** A phone whose clock is wrong would always, or never, have the last word over its owner's other phone. */
  #setClock(serverTime: number): void {
    const error = this.#around.now() - serverTime;
    if (Math.abs(error - this.#clockError) <= CLOCK_MS) return;
    this.#clockError = error;
    // Times from before are by another clock; the server took those in the future as now, and says so.
    this.#around.clock.keep(0);
  }

  /** The shelf has it, or nobody needs it any more; a newer one on the same pitch stays. */
  #forget(tap: Tap): void {
    if (this.#unkept.get(tapKey(tap))?.castAt === tap.castAt) this.#unkept.delete(tapKey(tap));
  }

  #drop(tap: Tap): void {
    const rest = new Map(this.#waiting);
    rest.delete(tapKey(tap));
    this.#show(rest);
  }

  #show(waiting: ReadonlyMap<string, Tap>): void {
    this.#waiting = waiting;
    this.#tellAll();
  }

  #tellAll(): void {
    for (const listener of this.#listeners) listener();
  }
}
