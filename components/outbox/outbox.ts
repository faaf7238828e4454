/**
 * What this phone has to send and has no answer to yet. The last entry of a key replaces earlier ones; entries are sent
 * in the order they were made, only as who made them, and removed when the server has answered that very entry. It
 * knows nothing of what is sent, nor of screens or the framework.
 */

import { castTime, clockError, goesAgain } from "#domain/phone-clock.ts";
import { type Entry, type EntryStore, type Sent, stands, type Wish } from "./entry.ts";

/** An entry being sent: which it is, what it has to come after, and the latest time that it can stand with. */
type Sending = { castAt: number; after: number; latest: number };

/** Survives a reload, as the entries do, and is shared by all tabs. */
export type OutboxClock = {
  /** The latest time this phone has given an entry or heard of. */
  read: () => number;
  keep: (castAt: number) => void;
  /** How far its clock is ahead of the server's, in milliseconds. */
  ahead: () => number;
  /** Earlier times are by another clock, so the latest is forgotten. */
  learn: (ahead: number) => void;
};

type Surroundings = {
  /** What somebody is told who may send nothing. */
  nobody: Refused;
  store: EntryStore;
  clock: OutboxClock;
  /** @param signal ends the try: a dead network may never answer */
  send: (entry: Entry, signal: AbortSignal) => Promise<Sent>;
  /** Runs work while no other tab of this phone does. */
  alone: (work: () => Promise<void>) => Promise<void>;
  now: () => number;
  random: () => number;
  /** @param now the present state of what the entry wanted */
  onSaved: (entry: Entry, now: Readonly<Record<string, boolean>>) => Promise<void>;
};

const PATIENCE_MS = 8_000;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/** What somebody else left on this phone and never came back for is deleted after so long. */
const ABANDONED_MS = 30 * 24 * 3_600_000;

/** In the words of whoever refused it. */
export type Refused = { refusal: string; words: string };

/** Of an outbox with nothing in it. */
export const NOTHING: ReadonlyMap<string, Entry> = new Map();

export class Outbox {
  readonly #around: Surroundings;
  readonly #listeners = new Set<() => void>();
  #waiting = NOTHING;
  #writing: Promise<unknown> = Promise.resolve();
  /** Entries that could not be stored: they are sent all the same, and last as long as the page. */
  readonly #unkept = new Map<string, Entry>();
  #running = false;
  #again = false;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #refused: Refused | null = null;
  /** The last entry that was sent, by key. */
  readonly #sending = new Map<string, Sending>();

  /** Who holds this phone: null for nobody who may send anything, undefined until it is known. */
  #owner: string | null | undefined;

  constructor(around: Surroundings, owner?: string | null) {
    this.#around = around;
    this.#owner = owner;
  }

  get owner(): string | null | undefined {
    return this.#owner;
  }

  /** Says who holds the phone, once. What they tapped before it was known is then sent as theirs, or refused. */
  belongTo(owner: string | null): void {
    if (this.#owner !== undefined) return;
    const early = [...this.#waiting.values()];
    this.#owner = owner;
    this.#waiting = NOTHING;
    for (const { owner: _unknown, castAt: _at, ahead: _ahead, ...wish } of early) this.put(wish);
    this.#tellAll();
    void this.kick();
  }

  /** Entries without an answer, by key. A new map whenever it changes. */
  get waiting(): ReadonlyMap<string, Entry> {
    return this.#waiting;
  }

  /** Whether the last try did not reach the server. */
  get stuck(): boolean {
    return this.#failures > 0;
  }

  /** Why the last refused entry was refused; null once somebody taps again. */
  get refused(): Refused | null {
    return this.#refused;
  }

  /** @returns how to stop */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Shows an entry at once, stores it and sends it; until it is known whose it is, it is only shown. */
  put(wish: Wish): void {
    const { now, clock, nobody } = this.#around;
    const owner = this.#owner;
    if (owner === null) {
      this.refuse(nobody);
      return;
    }
    this.#refused = null;
    const ahead = clock.ahead();
    const castAt = castTime(now() - ahead, clock.read());
    clock.keep(castAt);
    const entry = { ...wish, owner: owner ?? "", castAt, ahead };
    this.#show(new Map(this.#waiting).set(entry.key, entry));
    if (owner === undefined) return;
    this.#unkept.set(entry.key, entry);
    this.#writing = this.#writing
      .then(() => this.#around.store.put(entry))
      .then(
        () => this.#forget(entry),
        () => undefined,
      );
    void this.kick();
  }

  /** Says why something is not even taken; until somebody taps again. */
  refuse(refused: Refused): void {
    this.#refused = refused;
    this.#tellAll();
  }

  /** Tries now: after an entry, when the network comes back, when the page is opened or shown. */
  async kick(): Promise<void> {
    if (this.#owner === undefined) return;
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
      // The store or the lock failed: what was not acknowledged is still here, and tried again.
      reached = false;
    } finally {
      this.#running = false;
    }
    if (!reached) this.#later();
  }

  /** @returns whether every entry got an answer */
  async #sendAll(): Promise<boolean> {
    const entries = await this.#readAll();
    for (const entry of entries.sort((a, b) => a.castAt - b.castAt)) {
      const sending = this.#sendingOf(entry);
      const at = Math.max(this.#timeOf(entry), sending.after + 1);
      sending.latest = Math.max(sending.latest, at);
      const asked = this.#around.now();
      const sent = await this.#send({ ...entry, castAt: at });
      if (sent.kind === "again") return false;
      this.#reached();
      if (sent.kind === "saved") {
        const { castAt, at: serverTime } = sent;
        if (serverTime !== null) this.#setClock(asked, serverTime);
        const known = castAt ?? 0;
        this.#around.clock.keep(Math.max(this.#around.clock.read(), known));
        // The server takes an entry from the future as now.
        sending.latest = Math.min(sending.latest, castAt ?? serverTime ?? sending.latest);
        const newest = this.#waiting.get(entry.key)?.castAt === entry.castAt;
        if (
          newest &&
          !stands(entry, sent.now) &&
          goesAgain(at, known, serverTime ?? 0, this.#timeOf(entry))
        ) {
          sending.after = known;
          this.#again = true;
          continue;
        }
        await this.#around.onSaved(entry, sent.now);
      } else {
        this.#refused = sent;
        sending.latest = sending.after;
      }
      this.#forget(entry);
      await this.#around.store.remove(entry);
      if (this.#waiting.get(entry.key)?.castAt === entry.castAt) this.#drop(entry);
    }
    return true;
  }

  /** Entries another tab has sent meanwhile are no longer shown; those it left are sent. */
  async #readAll(): Promise<Entry[]> {
    await this.#writing;
    const before = this.#waiting;
    const { store, now } = this.#around;
    const owner = this.#owner;
    const everybodys = await store.all();
    const left = everybodys.filter((entry) => entry.owner !== owner && entry.castAt < now() - ABANDONED_MS);
    for (const entry of left) await store.remove(entry);
    const stored = everybodys.filter((entry) => entry.owner === owner);
    const kept = new Map([...stored, ...this.#unkept.values()].map((entry) => [entry.key, entry]));
    const entries = [...kept.values()];
    // Tapped during the read: it is on its way into the store.
    for (const [key, entry] of this.#waiting) if (before.get(key) !== entry) kept.set(key, entry);
    this.#show(kept);
    return entries;
  }

  /** When an entry was made, by what is known of the clock now. */
  #timeOf(entry: Entry): number {
    const ahead = this.#around.clock.ahead();
    return entry.castAt + (entry.ahead ?? ahead) - ahead;
  }

  /**
   * An entry comes after the one sent before it with the same key, even if the clock was corrected in between; also
   * after one without an answer, which may have arrived.
   */
  #sendingOf(entry: Entry): Sending {
    const last = this.#sending.get(entry.key);
    if (last?.castAt === entry.castAt) return last;
    const sending = { castAt: entry.castAt, after: last?.latest ?? 0, latest: 0 };
    this.#sending.set(entry.key, sending);
    return sending;
  }

  async #send(entry: Entry): Promise<Sent> {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), PATIENCE_MS);
    try {
      return await this.#around.send(entry, stop.signal);
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

  /** With a wrong clock a phone would always, or never, override its owner's other phone. */
  #setClock(asked: number, serverTime: number): void {
    const { clock, now } = this.#around;
    const known = clock.ahead();
    const ahead = clockError(known, asked, now(), serverTime);
    if (ahead !== known) clock.learn(ahead);
  }

  /** It is stored, or no longer needed; a newer one with the same key stays. */
  #forget(entry: Entry): void {
    if (this.#unkept.get(entry.key)?.castAt === entry.castAt) this.#unkept.delete(entry.key);
  }

  #drop(entry: Entry): void {
    const rest = new Map(this.#waiting);
    rest.delete(entry.key);
    this.#show(rest);
  }

  #show(waiting: ReadonlyMap<string, Entry>): void {
    if (waiting.size === 0 && this.#waiting.size === 0) return;
    this.#waiting = waiting;
    this.#tellAll();
  }

  #tellAll(): void {
    for (const listener of this.#listeners) listener();
  }
}
