/** One live screen in a browser: what it knows and its stream, without React. */
import { readMe, streamAddress } from "#components/queries.ts";
import { apply, type Change, isSnapshot, type Screen, type Snapshot } from "#domain/live.ts";
import { type Me, STRANGER } from "#domain/viewer.ts";
import { cast } from "#domain/voting.ts";
import { forgetKept, isTheirs, type Kept, keep, readKept } from "./kept.ts";
import { isNobody, wasKept } from "./me.ts";
import { type Browser, Stream } from "./stream.ts";

/** Looked up when used, because a server has none of it. */
const browser: Browser = {
  open: (address, { message, beat, lost }) => {
    const source = new EventSource(address);
    source.onmessage = ({ data }) => message(data);
    source.addEventListener("beat", beat);
    source.onerror = lost;
    return source;
  },
  get window() {
    return window;
  },
  get document() {
    return document;
  },
  get navigator() {
    return navigator;
  },
  random: Math.random,
};

/** A question who holds this phone. Its answer is thrown away once it is `outdated`. */
type Asking = { answer: Promise<void>; outdated: AbortController };

export class LiveScreen {
  readonly slug: string;
  readonly screen: Screen;
  readonly stream: Stream;
  readonly #listeners = new Set<() => void>();
  #snapshot: Snapshot;
  #me: Me | undefined;
  /** Whether what is shown is for whoever holds this screen, and not what everybody may see. */
  #mine: boolean;
  #asking: Asking | null = null;

  /** @param first what the page was rendered with */
  constructor(first: Snapshot, screen: Screen) {
    this.slug = first.event.slug;
    this.screen = screen;
    this.#snapshot = first;
    // A desk's page was rendered for whoever asked.
    this.#mine = screen === "desk";
    this.stream = new Stream(streamAddress(this.slug, screen), (change) => this.#learn(change), browser);
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  /** Undefined until it is known. */
  get me(): Me | undefined {
    return this.#me;
  }

  /** Tells of every other snapshot or holder. @returns how to stop */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What a page shows. What is known already and newer stays, and so does what only this reader may see. */
  show(snapshot: Snapshot): void {
    if (this.#mine && this.screen !== "desk") return;
    this.#know(apply(this.#snapshot, snapshot));
  }

  /** @returns how to stop */
  start(): () => void {
    const stopped = new AbortController();
    const { signal } = stopped;
    const look = () => document.visibilityState === "hidden" && void this.#keep();
    window.addEventListener("pagehide", () => void this.#keep(), { signal });
    document.addEventListener("visibilitychange", look, { signal });
    if (this.screen === "phone") void this.#meet();
    this.stream.start();
    return () => {
      stopped.abort();
      this.stream.stop();
    };
  }

  /** Who holds this phone: as the server says, and while it says nothing as this phone kept it. */
  async #meet(): Promise<void> {
    if (isNobody()) {
      this.#know(this.#snapshot, STRANGER);
      return forgetKept(this.slug);
    }
    const kept = await readKept(this.slug);
    // The page came from this phone itself: there is no network, or none that answers.
    if (kept && wasKept()) this.#showKept(kept);
    await this.askWho();
    if (!kept) return;
    if (this.#me && !isTheirs(kept, this.#me)) await forgetKept(this.slug);
    else this.#showKept(kept);
  }

  /** Asks the server who holds this phone and what is theirs; once, however many want to know. */
  askWho(): Promise<void> {
    this.#asking ??= this.#ask();
    return this.#asking.answer;
  }

  #ask(): Asking {
    const outdated = new AbortController();
    const answer = readMe(this.slug, outdated.signal)
      // What is known stays; the next connection asks again.
      .then(
        (me) => this.#learnMe(me, outdated.signal),
        () => undefined,
      )
      .finally(() => {
        if (this.#asking?.outdated === outdated) this.#asking = null;
      });
    return { answer, outdated };
  }

  async #learnMe(me: Me, { aborted }: AbortSignal): Promise<void> {
    if (aborted) return;
    this.#know(this.#snapshot, me);
    await this.#keep();
  }

  #showKept({ snapshot, me }: Kept): void {
    const known = this.#mine || this.#snapshot.v > snapshot.v;
    this.#mine ||= !known;
    this.#know(known ? this.#snapshot : snapshot, this.#me ?? me);
  }

  #learn(change: Change): void {
    if (!isSnapshot(change)) {
      this.#know(apply(this.#snapshot, change));
      return;
    }
    // What the page showed was cut for everybody, so that this says more even where it is no newer.
    const first = !this.#mine;
    this.#mine = true;
    if (first || this.#snapshot.v <= change.v) this.#know(change);
    // A new connection: what another phone of the same person did meanwhile is not in the stream.
    if (this.screen === "phone" && !(first && this.#me)) void this.askWho();
  }

  /** Throws a question away that was asked before the server had this hand: its answer would be out of date. */
  async learnHand(pitch: string, up: boolean): Promise<void> {
    this.#asking?.outdated.abort();
    this.#asking = null;
    if (this.#me) this.#know(this.#snapshot, { ...this.#me, hands: cast(this.#me.hands, pitch, up) });
    await this.#keep();
  }

  #know(snapshot: Snapshot, me = this.#me): void {
    if (snapshot === this.#snapshot && me === this.#me) return;
    this.#snapshot = snapshot;
    this.#me = me;
    for (const listener of this.#listeners) listener();
  }

  async #keep(): Promise<void> {
    // Only phones: a desk knows things that must not be stored on a device.
    if (this.#me && this.screen === "phone")
      await keep(this.slug, { snapshot: this.#snapshot, me: this.#me });
  }
}
