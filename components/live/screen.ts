/** One live screen in a browser: its cache and its stream, without React. */
import { QueryClient } from "@tanstack/react-query";
import { ballotQuery, snapshotQuery, streamAddress } from "#components/queries.ts";
import { apply, type Change, isSnapshot, type Screen, type Snapshot } from "#domain/live.ts";
import { type Ballot, cast } from "#domain/voting.ts";
import { type Kept, keep, newer, readKept } from "./kept.ts";
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

export class LiveScreen {
  readonly slug: string;
  readonly screen: Screen;
  readonly client = new QueryClient();
  readonly stream: Stream;
  readonly owner: string | null;
  #served = "";

  /** @param owner the registration this phone holds: what is kept is only theirs */
  constructor(slug: string, screen: Screen, owner: string | null) {
    this.slug = slug;
    this.screen = screen;
    this.owner = owner;
    this.stream = new Stream(streamAddress(slug, screen), (change) => this.#learn(change), browser);
  }

  /** What is known already and newer stays. */
  show({ snapshot, ballot, served }: Omit<Kept, "owner">): void {
    this.#served = served;
    this.#learnSnapshot(snapshot);
    this.client.setQueryData(ballotQuery(this.slug).queryKey, ballot ?? []);
  }

  /** Adds what this phone kept of the camp: all there is when the page came without a network. */
  async remember(page: Kept): Promise<void> {
    const kept = await readKept(this.slug, this.owner);
    if (kept && this.#served === page.served) this.show(newer(page, kept));
  }

  /** @returns how to stop */
  start(): () => void {
    const stopped = new AbortController();
    const { signal } = stopped;
    const look = () => document.visibilityState === "hidden" && void this.#keep();
    window.addEventListener("pagehide", () => void this.#keep(), { signal });
    document.addEventListener("visibilitychange", look, { signal });
    this.stream.start();
    return () => {
      stopped.abort();
      this.stream.stop();
    };
  }

  get #snapshotKey() {
    return snapshotQuery(this.slug, this.screen).queryKey;
  }

  #learn(change: Change): void {
    if (isSnapshot(change)) {
      this.#learnSnapshot(change);
      // A new connection: what another phone of the same person did meanwhile is not in the stream.
      void this.client.invalidateQueries({ queryKey: ballotQuery(this.slug).queryKey });
      return;
    }
    this.client.setQueryData<Snapshot>(this.#snapshotKey, (known) => known && apply(known, change));
  }

  #learnSnapshot(snapshot: Snapshot): void {
    this.client.setQueryData<Snapshot>(this.#snapshotKey, (known) =>
      known ? apply(known, snapshot) : snapshot,
    );
  }

  /** Cancels a question asked before the server had this hand: its answer would be out of date. */
  async learnHand(pitch: string, up: boolean): Promise<void> {
    const { queryKey } = ballotQuery(this.slug);
    await this.client.cancelQueries({ queryKey });
    this.client.setQueryData<Ballot>(queryKey, (known) => known && cast(known, pitch, up));
    await this.#keep();
  }

  async #keep(): Promise<void> {
    const snapshot = this.client.getQueryData<Snapshot>(this.#snapshotKey);
    const ballot = this.client.getQueryData<Ballot>(ballotQuery(this.slug).queryKey) ?? null;
    // Only phones: a desk knows things that must not be stored on a device.
    if (snapshot && this.screen === "phone")
      await keep(this.slug, { snapshot, ballot, served: this.#served, owner: this.owner });
  }
}
