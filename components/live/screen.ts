/** One live screen in a browser: its cache and its stream, without React. */
import { QueryClient } from "@tanstack/react-query";
import { meQuery, readRefusal, snapshotQuery, streamAddress } from "#components/queries.ts";
import { apply, type Change, isSnapshot, type Screen, type Snapshot } from "#domain/live.ts";
import { rootsOf } from "#domain/pitch/merging.ts";
import { type Me, STRANGER } from "#domain/viewer.ts";
import { asOne, cast } from "#domain/voting.ts";
import { forgetKept, isTheirs, type Kept, keep, readKept } from "./kept.ts";
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

export class LiveScreen {
  readonly slug: string;
  readonly screen: Screen;
  readonly client = new QueryClient();
  readonly stream: Stream;
  /** Whether what is shown is for whoever holds this screen, and not what everybody may see. */
  #mine: boolean;
  #asking: Promise<void> | null = null;
  #tabs: Tabs | null = null;

  constructor(slug: string, screen: Screen) {
    this.slug = slug;
    this.screen = screen;
    // A desk's page was rendered for whoever asked.
    this.#mine = screen === "desk";
    // A camp may be seen again by everybody, and whoever is signed out may sign in: a desk that is not found was taken away.
    const isShut = async () => screen === "desk" && (await readRefusal(slug, screen))?.code === "not_found";
    this.stream = new Stream(streamAddress(slug, screen), (change) => this.#learn(change), browser, isShut);
  }

  /** What a page shows. What is known already and newer stays, and so does what only this reader may see. */
  show(snapshot: Snapshot): void {
    this.client.setQueryData<Snapshot>(this.#snapshotKey, (known) => {
      if (!known) return snapshot;
      return this.#mine && this.screen !== "desk" ? known : apply(known, snapshot);
    });
  }

  /** @returns how to stop */
  start(): () => void {
    const stopped = new AbortController();
    const { signal } = stopped;
    const look = () => document.visibilityState === "hidden" && void this.#keep();
    window.addEventListener("pagehide", () => void this.#keep(), { signal });
    document.addEventListener("visibilitychange", look, { signal });
    if (this.screen === "phone") void this.#meet();
    const tabs = new Tabs(this.slug, ({ owner, pitch, up }) => {
      if (owner === this.#me?.owner) void this.#showHand(pitch, up);
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

  get #snapshotKey() {
    return snapshotQuery(this.slug, this.screen).queryKey;
  }

  /** Which pitches are parts of which, as a text to compare. */
  get #merged(): string {
    const known = this.client.getQueryData<Snapshot>(this.#snapshotKey);
    const parts = known?.pitches.flatMap(({ id, merged }) =>
      (merged ?? []).map((part) => `${part.id} ${id}`),
    );
    return (parts ?? []).sort().join(" ");
  }

  get #me(): Me | undefined {
    return this.client.getQueryData<Me>(meQuery(this.slug).queryKey);
  }

  /** Who holds this phone: as the server says, and while it says nothing as this phone kept it. */
  async #meet(): Promise<void> {
    if (isNobody()) {
      this.#learnMe(STRANGER);
      meetHolder(this.slug, STRANGER);
      return forgetKept(this.slug);
    }
    const kept = await readKept(this.slug);
    // The page came from this phone itself: there is no network, or none that answers.
    if (kept && wasKept()) this.#showKept(kept);
    await this.askWho();
    const me = this.#me;
    if (!kept) return;
    if (me && !isTheirs(kept, me)) await forgetKept(this.slug);
    else this.#showKept(kept);
  }

  /** Asks the server who holds this phone and what is theirs. */
  askWho(): Promise<void> {
    this.#asking ??= this.client
      .fetchQuery({ ...meQuery(this.slug), staleTime: 0 })
      // What is known stays; the next connection asks again.
      .then(
        (me) => {
          meetHolder(this.slug, me);
          return this.#keep();
        },
        () => undefined,
      )
      .finally(() => {
        this.#asking = null;
      });
    return this.#asking;
  }

  #showKept({ snapshot, me }: Kept): void {
    if (!this.#me) this.#learnMe(me);
    // An older page knew fewer parts: what it kept cannot be drawn.
    if (!isSnapshot(snapshot)) return;
    this.client.setQueryData<Snapshot>(this.#snapshotKey, (known) => {
      if (known && (this.#mine || known.v > snapshot.v)) return known;
      this.#mine = true;
      return snapshot;
    });
  }

  #learnMe(me: Me): void {
    this.client.setQueryData<Me>(meQuery(this.slug).queryKey, me);
  }

  #learn(change: Change): void {
    if (!isSnapshot(change)) {
      const before = change.pitches && this.#merged;
      this.client.setQueryData<Snapshot>(this.#snapshotKey, (known) => known && apply(known, change));
      // What was merged has one hand of each, and what is two again has the hands that it had.
      if (change.pitches && this.screen === "phone" && this.#me && this.#merged !== before)
        void this.askWho();
      return;
    }
    // What the page showed was cut for everybody, so that this says more even where it is no newer.
    const first = !this.#mine;
    this.#mine = true;
    this.client.setQueryData<Snapshot>(this.#snapshotKey, (known) =>
      known && !first && known.v > change.v ? known : change,
    );
    // A new connection: what another phone of the same person did meanwhile is not in the stream.
    if (this.screen === "phone" && !(first && this.#me)) void this.askWho();
  }

  /** Shows a hand as the server has it, here and in every other tab of whoever holds this phone. */
  async learnHand(pitch: string, up: boolean): Promise<void> {
    const owner = this.#me?.owner;
    if (owner) this.#tabs?.tell({ owner, pitch, up });
    await this.#showHand(pitch, up);
  }

  /** Cancels a question asked before the server had this hand: its answer would be out of date. */
  async #showHand(pitch: string, up: boolean): Promise<void> {
    const { queryKey } = meQuery(this.slug);
    await this.client.cancelQueries({ queryKey });
    const root = rootsOf(this.client.getQueryData<Snapshot>(this.#snapshotKey)?.pitches ?? []);
    if (root(pitch) !== pitch) {
      // Tapped on what was merged since: what that came to is the server's to say.
      await this.#asking;
      return this.askWho();
    }
    this.client.setQueryData<Me>(
      queryKey,
      (known) => known && { ...known, hands: cast(asOne(known.hands, root), pitch, up) },
    );
    await this.#keep();
  }

  async #keep(): Promise<void> {
    const snapshot = this.client.getQueryData<Snapshot>(this.#snapshotKey);
    // Only phones: a desk knows things that must not be stored on a device.
    if (snapshot && this.#me && this.screen === "phone") await keep(this.slug, { snapshot, me: this.#me });
  }
}
