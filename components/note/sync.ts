/**
 * A phone's end of a note: a document that is typed into at once, and sent and asked for whenever there is a network.
 * What has no answer yet is kept on the phone, and removed when the server has it. It knows no screen.
 */
import { mergeUpdates } from "yjs";
import { documentOf, REMOTE, take, typedIn, vectorOf } from "#domain/note/document.ts";
import type { NoteBegun } from "#domain/note.ts";
import { fromBase64 } from "./base64.ts";

/** What was typed and has no answer, of one document. `of` says of which note, and whose phone it was. */
export type Unsent = { id: string; of: string; epoch: number; update: Uint8Array; at: number };

export type UnsentStore = {
  all: (of: string) => Promise<Unsent[]>;
  put: (unsent: Unsent) => Promise<void>;
  remove: (ids: readonly string[]) => Promise<void>;
};

export type NoteSent = { epoch: number; vector: Uint8Array; update: Uint8Array | null };

type News = { epoch: number; seq: number; update: Uint8Array; names: readonly string[] };

/** `again`: nobody knows whether it arrived. */
export type NoteAnswer =
  | ({ kind: "news" } & News)
  | { kind: "refused"; refusal: string; words: string }
  | { kind: "again" };

type Around = {
  send: (sent: NoteSent) => Promise<NoteAnswer>;
  store: UnsentStore;
  now: () => number;
  newId: () => string;
};

/** Between two requests of one phone, in milliseconds. */
const GAP_MS = 300;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 15_000;
/** How often it is looked whether a word is composed by now. */
const HOLD_STEP_MS = 50;
/** So many keystrokes are kept as one. */
const MERGE_AFTER = 60;

/**
 * `unsaved`: `sending` has just been typed, `waiting` was sent in vain. `frail`: this browser keeps nothing but the page.
 * `aside`: what was typed into a document that began anew meanwhile. `epoch`: which document it is.
 */
export type NoteState = {
  unsaved: "sending" | "waiting" | null;
  frail: boolean;
  refused: { refusal: string; words: string } | null;
  names: readonly string[];
  aside: string;
  epoch: number;
};

/** Refused for now, or until something else is typed. */
const PASSING = ["too_many", "note_full"];

export class NoteSync {
  doc = documentOf([]);
  readonly #of: string;
  readonly #around: Around;
  readonly #listeners = new Set<() => void>();
  readonly #unsent = new Map<string, Uint8Array>();
  #state: NoteState;
  #seq: number;
  #running = false;
  #again = false;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #heldUntil = 0;
  #writing: Promise<unknown> = Promise.resolve();
  #ended = false;

  /** @param of which note, and whose phone: what is kept for another is left alone */
  constructor(of: string, { epoch, seq, updates }: NoteBegun, around: Around) {
    this.#of = of;
    this.#around = around;
    this.#seq = seq;
    this.#state = { unsaved: null, frail: false, refused: null, names: [], aside: "", epoch };
    this.#begin(updates.map(fromBase64));
  }

  get state(): NoteState {
    return this.#state;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes up what this phone could not send before, and asks for what is new. */
  async start(): Promise<void> {
    this.#ended = false;
    const left = await this.#around.store.all(this.#of).catch(() => this.#frail([]));
    const old = left.filter(({ epoch }) => epoch !== this.#state.epoch);
    for (const { id, epoch, update } of left) {
      if (epoch !== this.#state.epoch) continue;
      this.#unsent.set(id, update);
      take(this.doc, update);
    }
    if (old.length > 0) this.#putAside(old.map(({ update }) => update));
    await this.#around.store.remove(old.map(({ id }) => id)).catch(() => undefined);
    this.kick();
  }

  /** Something was written, as a stream says it. */
  hear({ epoch, seq }: { epoch: number; seq: number }): void {
    if (epoch !== this.#state.epoch || seq > this.#seq) this.kick();
  }

  /** Sends and asks now: on a beat, when the network comes back, when the page is shown. */
  kick(): void {
    this.#again = true;
    if (this.#running || this.#ended) return;
    clearTimeout(this.#timer);
    void this.#run();
  }

  /** While somebody composes a word nothing that others typed comes in. @param ms at most so long from now */
  hold(ms: number): void {
    this.#heldUntil = this.#around.now() + ms;
  }

  end(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
  }

  #begin(updates: readonly Uint8Array[]): void {
    const doc = documentOf(updates);
    this.doc = doc;
    doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== REMOTE && this.doc === doc) this.#typed(update);
    });
  }

  #typed(update: Uint8Array): void {
    const id = this.#around.newId();
    this.#unsent.set(id, update);
    const { refused } = this.#state;
    const over = refused !== null && PASSING.includes(refused.refusal);
    this.#set({ unsaved: this.#failures > 0 ? "waiting" : "sending", refused: over ? null : refused });
    this.#keep(id, update);
    if (this.#unsent.size >= MERGE_AFTER) this.#mergeUnsent();
    if (this.#failures === 0) this.kick();
  }

  #keep(id: string, update: Uint8Array): void {
    const unsent = { id, of: this.#of, epoch: this.#state.epoch, update, at: this.#around.now() };
    this.#writing = this.#writing
      .then(() => this.#around.store.put(unsent))
      .catch(() => this.#frail(undefined));
  }

  #mergeUnsent(): void {
    const ids = [...this.#unsent.keys()];
    const [id, update] = [this.#around.newId(), mergeUpdates([...this.#unsent.values()])];
    this.#unsent.clear();
    this.#unsent.set(id, update);
    this.#keep(id, update);
    // Only once the one is there that has them all.
    this.#writing = this.#writing.then(() => this.#around.store.remove(ids)).catch(() => undefined);
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#again && !this.#ended) {
      this.#again = false;
      const ids = [...this.#unsent.keys()];
      const update = ids.length > 0 ? mergeUpdates([...this.#unsent.values()]) : null;
      const sent = { epoch: this.#state.epoch, vector: vectorOf(this.doc), update };
      const answer = await this.#around.send(sent).catch(() => ({ kind: "again" }) as const);
      if (this.#ended) break;
      if (answer.kind === "news") {
        while (this.#around.now() < this.#heldUntil) await passed(HOLD_STEP_MS);
        this.#learn(answer, ids);
        await passed(GAP_MS);
        if (this.#unsent.size > 0) this.#again = true;
      } else if (answer.kind === "refused") {
        const { refusal, words } = answer;
        this.#set({ refused: { refusal, words }, unsaved: this.#unsent.size > 0 ? "waiting" : null });
        if (refusal === "too_many") this.#later();
        this.#again = false;
      } else {
        this.#later();
        this.#again = false;
      }
    }
    this.#running = false;
  }

  #learn({ epoch, seq, update, names }: News, ids: readonly string[]): void {
    this.#failures = 0;
    this.#seq = seq;
    if (epoch !== this.#state.epoch) {
      const typed = [...this.#unsent.values()];
      const old = [...this.#unsent.keys()];
      this.#unsent.clear();
      this.#set({ epoch });
      this.#begin([update]);
      if (typed.length > 0) this.#putAside(typed);
      this.#forget(old);
    } else {
      for (const id of ids) this.#unsent.delete(id);
      take(this.doc, update);
      this.#forget(ids);
    }
    this.#set({ unsaved: this.#unsent.size > 0 ? "sending" : null, refused: null, names });
  }

  #forget(ids: readonly string[]): void {
    if (ids.length === 0) return;
    this.#writing = this.#writing.then(() => this.#around.store.remove(ids)).catch(() => undefined);
  }

  #putAside(updates: readonly Uint8Array[]): void {
    const typed = typedIn(updates);
    const aside = [this.#state.aside, typed].filter((text) => text !== "").join("\n");
    this.#set({ aside });
  }

  #later(): void {
    this.#failures += 1;
    this.#set({ unsaved: this.#unsent.size > 0 ? "waiting" : null });
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (this.#failures - 1));
    this.#timer = setTimeout(() => this.kick(), wait);
  }

  #frail<Value>(value: Value): Value {
    this.#set({ frail: true });
    return value;
  }

  #set(change: Partial<NoteState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

const passed = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
