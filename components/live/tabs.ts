/** The other tabs of this browser at the same camp: what one of them learns of its owner's hands and stars, all show. */

export type Learnt = {
  /** The registration that the tab shows. */
  owner: string;
} & ({ pitch: string; up: boolean } | { run: string; starred: boolean });

export class Tabs {
  /** Null in an older browser: its tabs learn it when they connect again. */
  readonly #channel: BroadcastChannel | null;

  /** @param learn gets what any other tab tells */
  constructor(slug: string, learn: (learnt: Learnt) => void) {
    this.#channel = "BroadcastChannel" in globalThis ? new BroadcastChannel(`wallchart hands ${slug}`) : null;
    this.#channel?.addEventListener("message", ({ data }) => learn(data));
  }

  tell(learnt: Learnt): void {
    this.#channel?.postMessage(learnt);
  }

  close(): void {
    this.#channel?.close();
  }
}
