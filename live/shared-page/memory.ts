/** Renderings that are the same for everybody: made once for all who ask meanwhile, kept while they are fresh. */
import { judge, type Kept as KeptTimes, type Known, spend } from "./freshness.ts";

type Sized = { bytes: number };
type Kept<Page> = KeptTimes & { page: Page };
type Underway<Page> = { begun: number; page: Promise<Page | null> };

export type Wanted<Page> = {
  /** What is known of the camp now; it must not be newer than what is in the database. */
  versions: () => Known | Promise<Known>;
  /** Null where what came is not for everybody. */
  render: () => Promise<Page | null>;
  /** How old it may be though nothing changed, in milliseconds. */
  oldest: number;
};

/** What takes a larger part of the room than this is not kept: it would push out too many others. */
const LARGEST = 1 / 4;

export class PageMemory<Page extends Sized> {
  readonly #most: number;
  readonly #now: () => number;
  /** Those used last are at the end. */
  readonly #kept = new Map<string, Kept<Page>>();
  readonly #underway = new Map<string, Underway<Page>>();
  #bytes = 0;

  /** @param most bytes of all pages together @param now milliseconds of a clock that is never set back */
  constructor(most: number, now: () => number = () => performance.now()) {
    this.#most = most;
    this.#now = now;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** The page with its age in milliseconds; null where there is none for everybody. @throws what `wanted` throws */
  async find(key: string, wanted: Wanted<Page>): Promise<{ page: Page; age: number } | null> {
    const asked = this.#now();
    for (;;) {
      // Read before a rendering begins and kept with it: what changes meanwhile makes it old, and is not missed.
      const answer = wanted.versions();
      const known = answer instanceof Promise ? await answer : answer;
      const shown = this.#show(key, known, wanted);
      if (shown) return shown;
      const making = this.#underway.get(key) ?? this.#begin(key, known, wanted.render);
      const page = await making.page;
      if (!page) return null;
      // Begun after it was asked for, it cannot be older than a rendering of one's own.
      if (making.begun >= asked) return { page, age: this.#now() - making.begun };
    }
  }

  #show(key: string, known: Known, { render, oldest }: Wanted<Page>): { page: Page; age: number } | null {
    const kept = this.#kept.get(key);
    if (!kept) return null;
    const now = this.#now();
    if (known.any === kept.versions.any) kept.current = Math.max(kept.current, known.at);
    const verdict = judge(kept, known, now, oldest);
    if (verdict === "wait") return null;
    // A fault is said to whoever has to wait for the next one.
    if (verdict === "renew" && !this.#underway.has(key))
      this.#begin(key, known, render).page.catch(() => undefined);
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    return { page: kept.page, age: now - kept.begun };
  }

  #begin(key: string, { firm, any }: Known, render: () => Promise<Page | null>): Underway<Page> {
    const begun = this.#now();
    const before = this.#kept.get(key);
    const spent = spend(before?.spent ?? begun, begun);
    // Also one that fails is spent.
    if (before) before.spent = spent;
    const page = render()
      .then((page) => {
        this.#drop(key);
        if (page) this.#keep(key, { page, versions: { firm, any }, begun, current: begun, spent });
        return page;
      })
      .finally(() => this.#underway.delete(key));
    const underway = { begun, page };
    this.#underway.set(key, underway);
    return underway;
  }

  #keep(key: string, kept: Kept<Page>): void {
    if (kept.page.bytes > this.#most * LARGEST) return;
    this.#kept.set(key, kept);
    this.#bytes += kept.page.bytes;
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.#most) break;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    this.#bytes -= this.#kept.get(key)?.page.bytes ?? 0;
    this.#kept.delete(key);
  }
}
