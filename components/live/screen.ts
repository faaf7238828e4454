/** One live screen in a browser: what it knows and its stream, without React. */
import { readMe, readRefusal, streamAddress } from "#components/queries.ts";
import { shared } from "#domain/live/sharing.ts";
import { apply, type Change, isSnapshot, type Screen, type Snapshot } from "#domain/live.ts";
import { rootsOf } from "#domain/pitch/merging.ts";
import { type Me, STRANGER } from "#domain/viewer.ts";
import { asOne, cast } from "#domain/voting.ts";
import { forgetKept, isTheirs, type Kept, keep, readKept, wallKey } from "./kept.ts";
import { Known } from "./known.ts";
import { isNobody, meetHolder, wasKept } from "./me.ts";
import { type Browser, Stream } from "./stream.ts";
import { Tabs } from "./tabs.ts";

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

/** Over how long the phones of a hall ask what a version changed for them, in milliseconds. */
const SPREAD_MS = 3_000;

/** What a desk that was taken away is refused with, also until a passkey is used. */
const TAKEN: readonly unknown[] = ["not_found", "passkey_needed"];

export class LiveScreen {
  readonly slug: string;
  readonly screen: Screen;
  /** The camp, by the page at first; the stream writes into it. */
  readonly snapshot: Known<Snapshot>;
  /** Who holds this screen and what is theirs; undefined until it is known. */
  readonly me = new Known<Me | undefined>(undefined);
  readonly stream: Stream;
  /** Whether what is shown is for whoever holds this screen, and not what everybody may see. */
  #mine: boolean;
  #asking: { answered: Promise<void>; stop: AbortController } | null = null;
  #tabs: Tabs | null = null;
  /** When what a wall kept was so. */
  #keptAt = 0;

  /** @param first what the page was rendered with */
  constructor(first: Snapshot, screen: Screen) {
    const { slug } = first.event;
    this.slug = slug;
    this.snapshot = new Known(first);
    this.screen = screen;
    // A desk's page was rendered for whoever asked.
    this.#mine = screen === "desk";
    // A camp may be seen again by everybody, and whoever is signed out may sign in: a desk that is not found was taken away.
    const isShut = async () => screen === "desk" && TAKEN.includes((await readRefusal(slug, screen))?.code);
    this.stream = new Stream(streamAddress(slug, screen), (change) => this.#learn(change), browser, isShut);
  }

  /** When the server was last heard, in milliseconds since 1970; 0 where this browser does not know. */
  get heardAt(): number {
    return this.stream.heardAt || this.#keptAt;
  }

  /** What a page shows. What is known already and newer stays, and so does what only this reader may see. */
  show(snapshot: Snapshot): void {
    this.snapshot.change((known) => (this.#mine && this.screen !== "desk" ? known : apply(known, snapshot)));
  }

  /** @returns how to stop */
  start(): () => void {
    const stopped = new AbortController();
    const { signal } = stopped;
    const look = () => document.visibilityState === "hidden" && void this.#keep();
    window.addEventListener("pagehide", () => void this.#keep(), { signal });
    document.addEventListener("visibilitychange", look, { signal });
    if (this.screen === "phone") void this.#meet();
    if (this.screen === "wall" && wasKept()) void this.#recall();
    const tabs = new Tabs(this.slug, (learnt) => {
      if (learnt.owner !== this.me.now?.owner) return;
      void ("run" in learnt
        ? this.#showStar(learnt.run, learnt.starred)
        : this.#showHand(learnt.pitch, learnt.up));
    });
    this.#tabs = tabs;
    this.stream.start();
    return () => {
      tabs.close();
      this.#tabs = null;
      stopped.abort();
      this.stream.stop();
    };
  }

  /** Which pitches are parts of which, as a text to compare. */
  get #merged(): string {
    const parts = this.snapshot.now.pitches.flatMap(({ id, merged }) =>
      (merged ?? []).map((part) => `${part.id} ${id}`),
    );
    return parts.sort().join(" ");
  }

  /** Who holds this phone: as the server says, and while it says nothing as this phone kept it. */
  async #meet(): Promise<void> {
    if (isNobody()) {
      this.me.set(STRANGER);
      meetHolder(this.slug, STRANGER);
      return forgetKept(this.slug);
    }
    const kept = await readKept(this.slug);
    // The page came from this phone itself: there is no network, or none that answers.
    if (kept && wasKept()) this.#showKept(kept);
    await this.askWho();
    const me = this.me.now;
    if (!kept) return;
    if (me && !isTheirs(kept, me)) await forgetKept(this.slug);
    else this.#showKept(kept);
  }

  /** A wall whose page came from its own browser shows the newest that it kept (components/wall/live.tsx). */
  async #recall(): Promise<void> {
    const kept = await readKept(wallKey(this.slug));
    if (!kept || !isSnapshot(kept.snapshot) || this.stream.heardAt > 0) return;
    this.#keptAt = kept.at ?? 0;
    this.snapshot.change((known) => (known.v > kept.snapshot.v ? known : shared(known, kept.snapshot)));
  }

  /** Asks the server who holds this phone and what is theirs: one question at a time. */
  askWho(): Promise<void> {
    if (this.#asking) return this.#asking.answered;
    const stop = new AbortController();
    const asking = { answered: this.#ask(stop.signal), stop };
    this.#asking = asking;
    return asking.answered.finally(() => {
      if (this.#asking === asking) this.#asking = null;
    });
  }

  /** What is known stays where there is no answer; the next connection asks again. */
  async #ask(signal: AbortSignal): Promise<void> {
    const me = await readMe(this.slug, signal).catch(() => null);
    if (!me || signal.aborted) return;
    this.me.change((known) => shared(known, me));
    meetHolder(this.slug, me);
    await this.#keep();
  }

  #showKept({ snapshot, me }: Kept): void {
    if (!this.me.now) this.me.set(me);
    // An older page knew fewer parts: what it kept cannot be drawn.
    if (!isSnapshot(snapshot)) return;
    if (this.#mine || this.snapshot.now.v > snapshot.v) return;
    this.#mine = true;
    this.snapshot.change((known) => shared(known, snapshot));
  }

  #learn(change: Change): void {
    if (!isSnapshot(change)) {
      const before = change.pitches && this.#merged;
      this.snapshot.change((known) => apply(known, shared(known, change)));
      // What was merged has one hand of each, and what is two again has the hands that it had.
      if (change.pitches && this.screen === "phone" && this.me.now && this.#merged !== before)
        void this.askWho();
      // Whoever a version concerns is told of it.
      if (change.grid !== undefined && this.screen === "phone" && this.me.now?.attendee)
        setTimeout(() => void this.askWho(), Math.random() * SPREAD_MS);
      return;
    }
    // What the page showed was cut for everybody, so that this says more even where it is no newer.
    const first = !this.#mine;
    this.#mine = true;
    if (first || this.snapshot.now.v <= change.v) this.snapshot.change((known) => shared(known, change));
    // A new connection: what another phone of the same person did meanwhile is not in the stream.
    if (this.screen === "phone" && !(first && this.me.now)) void this.askWho();
  }

  /** Shows a hand as the server has it, here and in every other tab of whoever holds this phone. */
  async learnHand(pitch: string, up: boolean): Promise<void> {
    const owner = this.me.now?.owner;
    if (owner) this.#tabs?.tell({ owner, pitch, up });
    await this.#showHand(pitch, up);
  }

  /** The same of a run. @param run its key */
  async learnStar(run: string, starred: boolean): Promise<void> {
    const owner = this.me.now?.owner;
    if (owner) this.#tabs?.tell({ owner, run, starred });
    await this.#showStar(run, starred);
  }

  async #showStar(run: string, starred: boolean): Promise<void> {
    this.#giveUpAsking();
    this.me.change((known) => known && { ...known, stars: { ...known.stars, [run]: starred } });
    await this.#keep();
  }

  /** What was asked before the server had a tap would be out of date. */
  #giveUpAsking(): void {
    this.#asking?.stop.abort();
    this.#asking = null;
  }

  async #showHand(pitch: string, up: boolean): Promise<void> {
    this.#giveUpAsking();
    const root = rootsOf(this.snapshot.now.pitches);
    // Tapped on what was merged since: what that came to is the server's to say.
    if (root(pitch) !== pitch) return this.askWho();
    this.me.change((known) => known && { ...known, hands: cast(asOne(known.hands, root), pitch, up) });
    await this.#keep();
  }

  async #keep(): Promise<void> {
    const me = this.me.now;
    // Only phones: a desk knows things that must not be stored on a device.
    if (me && this.screen === "phone") await keep(this.slug, { snapshot: this.snapshot.now, me });
  }
}
