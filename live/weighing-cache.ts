/** Who wants what, to weigh cards with: kept in memory, never sent. Weighing yields to everything else. */
import { setImmediate } from "node:timers/promises";
import type { Database } from "#db/connection.ts";
import { listPlacements } from "#db/placement.ts";
import { type AskedOf, readQuestion, weighableOf } from "#db/planner-problem.ts";
import { type DeskVersion, readDeskVersion } from "#db/snapshot.ts";
import { keepsCounts } from "#db/voting/closing.ts";
import { type Gains, gaining, type Weighable } from "#domain/weighing.ts";

/** Hands keep changing while a draft stays as it is, so they are read again at this age. */
const FRESH_MS = 5_000;
/** The longest slice of work, so that a hand arriving meanwhile is not delayed. */
const SLICE_MS = 8;
/** Camps whose grid is being made at the same time. */
const MOST = 50;

/** What a move leaves as it is, which is nearly all, is read once for many moves. */
type Kept = DeskVersion & { until: number; read: Promise<AskedOf>; asked: Promise<Weighable> };

/** The work for one version of a camp, and whether each of those who wait for it has left. */
type Worked = { version: string; lettingGo: (() => boolean)[]; gains: Promise<Gains | null> };

export class WeighingCache {
  readonly #db: Database;
  readonly #kept = new Map<string, Kept>();
  readonly #worked = new Map<string, Worked>();

  constructor(db: Database) {
    this.#db = db;
  }

  /** Whether nobody may know yet how many hands are up. */
  kept(eventId: string): Promise<boolean> {
    return keepsCounts(this.#db, eventId);
  }

  async of(eventId: string): Promise<Weighable> {
    return (await this.#fresh(eventId)).asked;
  }

  /**
   * What one more room or slot would bring, worked out once per version, in slices.
   * @param unwanted whether the asker has left; the work stops when all who wait for it have
   * @returns null when this asker left
   */
  async gains(eventId: string, unwanted: () => boolean): Promise<Gains | null> {
    while (!unwanted()) {
      const { question, placements, asked } = await this.#fresh(eventId);
      const version = `${question} ${placements}`;
      let worked = this.#worked.get(eventId);
      if (worked?.version !== version) worked = this.#work(eventId, version, asked);
      worked.lettingGo.push(unwanted);
      const gains = await worked.gains;
      worked.lettingGo.length = 0;
      // Those who waited before may all have left just as this one came.
      if (gains) return gains;
    }
    return null;
  }

  #work(eventId: string, version: string, asked: Promise<Weighable>): Worked {
    const lettingGo: Worked["lettingGo"] = [];
    const unwanted = () => lettingGo.every((letGo) => letGo());
    const gains = asked.then((it) => unhurried(gaining(it), unwanted));
    const worked = { version, lettingGo, gains };
    this.#worked.delete(eventId);
    keep(this.#worked, eventId, worked);
    const forget = () => this.#worked.get(eventId) === worked && this.#worked.delete(eventId);
    gains.then((found) => found ?? forget(), forget);
    return worked;
  }

  async #fresh(eventId: string): Promise<Kept> {
    const { question, placements } = await readDeskVersion(this.#db, eventId);
    const known = this.#kept.get(eventId);
    const lasts = known?.question === question && known.until > performance.now();
    if (lasts && known.placements === placements) return known;
    const [until, read] = lasts
      ? [known.until, known.read]
      : [performance.now() + FRESH_MS, readQuestion(this.#db, eventId)];
    const asked = Promise.all([read, listPlacements(this.#db, eventId)]).then(([all, placed]) =>
      weighableOf(all, placed, new Date()),
    );
    const kept = { question, placements, until, read, asked };
    this.#kept.delete(eventId);
    keep(this.#kept, eventId, kept);
    asked.catch(() => this.#kept.delete(eventId));
    return kept;
  }
}

/** A Map keeps the order of insertion: the first is the oldest. */
function keep<T>(all: Map<string, T>, eventId: string, one: T): void {
  all.set(eventId, one);
  if (all.size > MOST) all.delete(all.keys().next().value!);
}

/** Does work in slices. @returns null when nobody waits for it any more */
export async function unhurried<T>(
  work: Generator<void, T, void>,
  unwanted: () => boolean,
): Promise<T | null> {
  let until = performance.now() + SLICE_MS;
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    await setImmediate();
    if (unwanted()) return null;
    until = performance.now() + SLICE_MS;
  }
}
