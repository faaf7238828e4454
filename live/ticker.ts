/**
 * Counts hands: the first change of a camp at once, then at most one count per 50 ms. Marks live in memory. In which
 * camps this instance takes hands is in the database as well, so that another looks there once this one is killed.
 */
import type { Database } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { expectHands, forgetLooks, listUncounted, WATCHED_MS } from "#db/uncounted.ts";
import { countHands, findMiscounted } from "#db/voting/tally.ts";
import { complain } from "#live/complain.ts";

const FLUSH_MS = 50;
/** Pause after a count, in times of what it took, to relieve a database under pressure. */
const REST = 4;
const LONGEST_REST_MS = 250;
/** After a failed count. The marks stay, so nothing is lost meanwhile. */
const RETRY_MS = 500;
const SWEEP_MS = 5_000;
/** How many camps are looked at in one sweep; the others in the next. */
const LOOKS = 200;
/** How long after our last word of a camp we say it again, well before anybody looks. */
const WORD_MS = WATCHED_MS / 2;

type Camp = {
  dirty: Set<string>;
  timer: NodeJS.Timeout | null;
  counting: Promise<void> | null;
  last: number;
  /** Until when the database knows that we take its hands, by `performance.now()`. */
  known: number;
  telling: Promise<void> | null;
};

const FRESH = { timer: null, counting: null, last: 0, known: 0, telling: null };

export class Ticker {
  readonly #db: Database;
  readonly #counter = newId();
  readonly #camps = new Map<string, Camp>();
  readonly #sweeper: NodeJS.Timeout;

  /** Looks at all camps that take hands at once: an instance that was killed may have left some uncounted. */
  constructor(db: Database) {
    this.#db = db;
    this.#sweeper = setInterval(() => void this.sweep(), SWEEP_MS);
    void this.sweep("all");
  }

  /**
   * Whether another instance would look for hands of this camp should this one be killed now. Where none would, `expect`
   * it before a hand is written, and again before it is acknowledged.
   */
  expects(eventId: string): boolean {
    return (this.#camps.get(eventId)?.known ?? 0) > performance.now();
  }

  /** Tells the database that this instance takes hands of a camp. @throws when it is away */
  async expect(eventId: string): Promise<void> {
    const camp = this.#camp(eventId);
    camp.telling ??= this.#tell(eventId, camp).finally(() => {
      camp.telling = null;
    });
    await camp.telling;
  }

  async #tell(eventId: string, camp: Camp): Promise<void> {
    const known = performance.now() + WORD_MS;
    await expectHands(this.#db, eventId, this.#counter);
    camp.known = known;
  }

  mark(eventId: string, pitchId: string): void {
    const camp = this.#camp(eventId);
    camp.dirty.add(pitchId);
    this.#schedule(eventId, camp, camp.last + FLUSH_MS - performance.now());
  }

  /** How many camps it remembers. */
  get camps(): number {
    return this.#camps.size;
  }

  /** Looks at camps in which hands may be left uncounted, and marks every pitch whose count is not what its hands say. */
  async sweep(which: "due" | "all" = "due"): Promise<void> {
    this.#forget();
    try {
      const looks = await listUncounted(this.#db, which, LOOKS);
      for (const eventId of new Set(looks.map((look) => look.eventId))) {
        const pitchIds = await findMiscounted(this.#db, eventId);
        if (pitchIds.length > 0) await this.expect(eventId);
        for (const pitchId of pitchIds) this.mark(eventId, pitchId);
      }
      await forgetLooks(this.#db, looks);
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

  /** Camps of which nothing is left to count or to say; the next hand makes them known again. */
  #forget(): void {
    const now = performance.now();
    for (const [eventId, { dirty, timer, counting, telling, known, last }] of this.#camps)
      if (dirty.size === 0 && !timer && !counting && !telling && known < now && last + LONGEST_REST_MS < now)
        this.#camps.delete(eventId);
  }

  #camp(eventId: string): Camp {
    const known = this.#camps.get(eventId) ?? { ...FRESH, dirty: new Set() };
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
