/**
 * Taps that are not yet acknowledged. The last one per pitch is kept on the phone, sent in order, and
 * forgotten only when the server has answered that very tap. It knows no screen and no framework.
 */

import { castTime, clockError, goesAgain } from "#domain/voting.ts";

export type Tap = {
  slug: string;
  pitch: string;
  up: boolean;
  /** When it was tapped, in milliseconds since 1970, by the server's clock as far as we know it. */
  castAt: number;
  /** How far this phone's clock was taken to be ahead when `castAt` was given, in milliseconds. Older pages kept none. */
  ahead?: number;
};

/** A tap on its way: which it is, what it has to come after, and the latest time that it can stand with. */
type Sending = { castAt: number; after: number; latest: number };

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

/** What the phone knows of time; it survives a reload, as the taps do, and all its tabs share it. */
export type TapClock = {
  /** The latest time this phone has given a tap or heard of. */
  read: () => number;
  keep: (castAt: number) => void;
  /** How far its clock is ahead of the server's, in milliseconds. */
  ahead: () => number;
  /** Times from before are by another clock: the latest is forgotten. */
  learn: (ahead: number) => void;
};

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
  /** The last tap that was sent, by `tapKey`. */
  readonly #sending = new Map<string, Sending>();

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
    const { now, clock } = this.#around;
    const ahead = clock.ahead();
    const castAt = castTime(now() - ahead, clock.read());
    clock.keep(castAt);
    const tap = { slug, pitch, up, castAt, ahead };
    this.#show(new Map(this.#waiting).set(tapKey(tap), tap));
    this.#unkept.set(tapKey(tap), tap);
    this.#writing = this.#writing
      .then(() => this.#around.store.put(tap))
      .then(
        () => this.#forget(tap),
        () => undefined,
      );
    void this.kick();
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
      const sending = this.#sendingOf(tap);
      const at = Math.max(this.#timeOf(tap), sending.after + 1);
      sending.latest = Math.max(sending.latest, at);
      const asked = this.#around.now();
      const sent = await this.#send({ ...tap, castAt: at });
      if (sent.kind === "again") return false;
      this.#reached();
      if (sent.kind === "saved") {
        const { castAt, now } = sent;
        if (now !== null) this.#setClock(asked, now);
        const known = castAt ?? 0;
        this.#around.clock.keep(Math.max(this.#around.clock.read(), known));
        // The server takes a tap from the future as now.
        sending.latest = Math.min(sending.latest, castAt ?? now ?? sending.latest);
        const newest = this.#waiting.get(tapKey(tap))?.castAt === tap.castAt;
        if (newest && sent.up !== tap.up && goesAgain(at, known, now ?? 0, this.#timeOf(tap))) {
          sending.after = known;
          this.#again = true;
          continue;
        }
        await this.#around.onSaved(tap, sent.up);
      } else {
        this.#refused = sent.refusal;
        sending.latest = sending.after;
      }
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

  /** When a tap was made, by what is known of the clock now. */
  #timeOf(tap: Tap): number {
    const ahead = this.#around.clock.ahead();
    return tap.castAt + (tap.ahead ?? ahead) - ahead;
  }

  /**
   * A tap comes after the one that was sent before it on the same pitch, whatever a clock that was corrected
   * between them says; also after one without an answer, which may have arrived.
   */
  #sendingOf(tap: Tap): Sending {
    const last = this.#sending.get(tapKey(tap));
    if (last?.castAt === tap.castAt) return last;
    const sending = { castAt: tap.castAt, after: last?.latest ?? 0, latest: 0 };
    this.#sending.set(tapKey(tap), sending);
    return sending;
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
  #setClock(asked: number, serverTime: number): void {
    const { clock, now } = this.#around;
    const known = clock.ahead();
    const ahead = clockError(known, asked, now(), serverTime);
    if (ahead !== known) clock.learn(ahead);
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
