/**
 * The browser's end of a stream. It reconnects after a cut, a sleep or a killed server, and closes while the page is
 * hidden. What the messages mean is left to the listener.
 */
import type { Change } from "#domain/live.ts";

/** `offline` shows what it last heard. */
export type Connection = "live" | "connecting" | "offline";

/** The server sends a beat every 15 s: after this long the connection is dead, even if it looks open. */
const SILENCE_MS = 40_000;
/** A stream that spoke within this time is taken to be alive when the page is shown again. */
const FRESH_MS = 17_000;
/** A tab hidden for so long closes its stream. */
const HIDDEN_MS = 30_000;
/** Waits between tries: doubled each time, up to the longest, and spread so that a hall does not come back at once. */
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 20_000;
/** Failed tries in a row after which a screen says that it is offline. */
const TRIES = 2;

/** After `lost` it says nothing more. */
export type Ear = { message: (data: string) => void; beat: () => void; lost: () => void };
type Source = { close: () => void };

export type Browser = {
  /** Opens a stream of server-sent events that never reconnects by itself. */
  open: (address: string, ear: Ear) => Source;
  window: EventTarget;
  document: EventTarget & { visibilityState: DocumentVisibilityState };
  navigator: { onLine: boolean };
  random: () => number;
};

export class Stream {
  readonly #address: string;
  readonly #tell: (change: Change) => void;
  readonly #browser: Browser;
  readonly #isShut: () => Promise<boolean>;
  readonly #listeners = new Set<() => void>();
  #source: Source | null = null;
  #state: Connection = "connecting";
  #tries = 0;
  #heardAt = 0;
  /** Whether the stream that is open, or was last, has said a word. */
  #spoke = false;
  #shut = false;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #hidden: ReturnType<typeof setTimeout> | undefined;
  #stop: AbortController | null = null;

  /**
   * @param tell gets every message, in order
   * @param isShut asked whether the server refuses this stream for good, when one ends before its first word
   */
  constructor(
    address: string,
    tell: (change: Change) => void,
    browser: Browser,
    isShut: () => Promise<boolean> = async () => false,
  ) {
    this.#address = address;
    this.#tell = tell;
    this.#browser = browser;
    this.#isShut = isShut;
  }

  get state(): Connection {
    return this.#state;
  }

  /** When it last heard anything, by this device's clock in milliseconds since 1970; 0 before. */
  get heardAt(): number {
    return this.#heardAt;
  }

  /** Whether the server refuses it for good: it asks no more. */
  get shut(): boolean {
    return this.#shut;
  }

  /** @returns how to stop */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  start(): void {
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    const { window, document } = this.#browser;
    window.addEventListener("online", () => this.#again(), { signal });
    window.addEventListener("offline", () => this.#lose(), { signal });
    // A page restored from the browser's own cache has missed everything since.
    window.addEventListener("pageshow", (event) => "persisted" in event && event.persisted && this.#again(), {
      signal,
    });
    window.addEventListener("pagehide", () => this.#close(), { signal });
    document.addEventListener("visibilitychange", () => this.#look(), { signal });
    this.#open();
  }

  stop(): void {
    this.#stop?.abort();
    this.#stop = null;
    this.#close();
  }

  #open(): void {
    this.#close();
    if (!this.#browser.navigator.onLine) {
      this.#become("offline");
      return;
    }
    if (this.#tries < TRIES) this.#become("connecting");
    this.#spoke = false;
    this.#source = this.#browser.open(this.#address, {
      message: (data) => {
        this.#heard();
        this.#tell(JSON.parse(data));
      },
      beat: () => this.#heard(),
      lost: () => this.#lose(),
    });
    this.#listen();
  }

  #close(): void {
    this.#source?.close();
    this.#source = null;
    clearTimeout(this.#retry);
    clearTimeout(this.#silence);
    clearTimeout(this.#hidden);
  }

  #heard(): void {
    this.#spoke = true;
    this.#tries = 0;
    this.#heardAt = Date.now();
    this.#become("live");
    this.#listen();
  }

  #listen(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#lose(), SILENCE_MS);
  }

  /** A browser's own retries would come all at the same moment, and end for ever after some answers. */
  #lose(): void {
    this.#close();
    this.#tries += 1;
    this.#become(this.#browser.navigator.onLine && this.#tries < TRIES ? "connecting" : "offline");
    const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.#tries);
    this.#retry = setTimeout(() => this.#open(), longest * (0.5 + this.#browser.random() / 2));
    if (!this.#spoke && this.#browser.navigator.onLine) void this.#ask();
  }

  async #ask(): Promise<void> {
    if (!(await this.#isShut()) || !this.#stop) return;
    this.stop();
    this.#shut = true;
    for (const listener of this.#listeners) listener();
  }

  #again(): void {
    this.#tries = 0;
    this.#open();
  }

  #look(): void {
    if (this.#browser.document.visibilityState === "hidden") {
      this.#hidden = setTimeout(() => this.#close(), HIDDEN_MS);
      return;
    }
    clearTimeout(this.#hidden);
    // A phone that slept may hold a dead connection that looks alive: opening anew costs one snapshot.
    if (!this.#source || Date.now() - this.#heardAt > FRESH_MS) this.#again();
  }

  #become(state: Connection): void {
    if (state === this.#state) return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
