/**
 * Counts hands: the first change of a camp at once, then at most one count per 50 ms. Marks live in memory; what a
 * killed instance leaves uncounted is found when any instance sweeps.
 */
import type { Database } from "#db/connection.ts";
import { countHands, findMiscounted } from "#db/voting/tally.ts";
import { complain } from "#live/complain.ts";

const FLUSH_MS = 50;
/** Pause after a count, in times of what it took, to relieve a database under pressure. */
const REST = 4;
const LONGEST_REST_MS = 250;
/** After a failed count. The marks stay, so nothing is lost meanwhile. */
const RETRY_MS = 500;
const SWEEP_MS = 5_000;

type Camp = {
  dirty: Set<string>;
  timer: NodeJS.Timeout | null;
  counting: Promise<void> | null;
  last: number;
};

export class Ticker {
  readonly #db: Database;
  readonly #camps = new Map<string, Camp>();
  readonly #sweeper: NodeJS.Timeout;

  /** Sweeps at once: an instance that was killed may have left hands uncounted. */
  constructor(db: Database) {
    this.#db = db;
    this.#sweeper = setInterval(() => void this.sweep(), SWEEP_MS);
    void this.sweep();
  }

  mark(eventId: string, pitchId: string): void {
    const camp = this.#camp(eventId);
    camp.dirty.add(pitchId);
    this.#schedule(eventId, camp, camp.last + FLUSH_MS - performance.now());
  }

  /** Marks every pitch whose count is not what its hands say. */
  async sweep(): Promise<void> {
    try {
      for (const { eventId, pitchIds } of await findMiscounted(this.#db))
        for (const pitchId of pitchIds) this.mark(eventId, pitchId);
    } catch (fault) {
      complain("hands could not be swept", fault);
    }
  }

  /** Stops sweeping and counts what is marked. */
  async end(): Promise<void> {
    clearInterval(this.#sweeper);
    await Promise.all(
      [...this.#camps].map(async ([eventId, camp]) => {
        if (camp.timer) clearTimeout(camp.timer);
        await camp.counting?.catch(() => undefined);
        if (camp.timer) clearTimeout(camp.timer);
        await this.#count(eventId, camp).catch((fault) => complain("hands stay for the next sweep", fault));
      }),
    );
  }

  #camp(eventId: string): Camp {
    const known = this.#camps.get(eventId) ?? { dirty: new Set(), timer: null, counting: null, last: 0 };
    this.#camps.set(eventId, known);
    return known;
  }

  #schedule(eventId: string, camp: Camp, wait: number): void {
    if (camp.timer || camp.counting) return;
    camp.timer = setTimeout(() => void this.#flush(eventId, camp), Math.max(0, wait));
  }

  async #flush(eventId: string, camp: Camp): Promise<void> {
    camp.timer = null;
    camp.last = performance.now();
    camp.counting = this.#count(eventId, camp);
    const failed = await camp.counting.then(
      () => false,
      (fault) => {
        complain("hands could not be counted, trying again", fault);
        return true;
      },
    );
    camp.counting = null;
    const took = performance.now() - camp.last;
    const wait = failed ? RETRY_MS : Math.max(FLUSH_MS - took, Math.min(took * REST, LONGEST_REST_MS));
    camp.last = performance.now() + wait - FLUSH_MS;
    if (camp.dirty.size > 0) this.#schedule(eventId, camp, wait);
  }

  async #count(eventId: string, camp: Camp): Promise<void> {
    const pitchIds = [...camp.dirty];
    camp.dirty.clear();
    try {
      await countHands(this.#db, eventId, pitchIds);
    } catch (fault) {
      for (const pitchId of pitchIds) camp.dirty.add(pitchId);
      throw fault;
    }
  }
}
