/**
 * What cards are weighed with: who wants what, kept in memory for a moment and never sent. Weighing gives way to
 * everything else the server has to do.
 */
import { setImmediate } from "node:timers/promises";
import type { Database } from "#db/connection.ts";
import { readWeighable } from "#db/problem.ts";
import { readDeskVersion } from "#db/snapshot.ts";
import { type Gains, gainsOf, type Weighable } from "#domain/weighing.ts";

/** Hands go on being raised while a draft stays as it is; this old, they are read again. */
const FRESH_MS = 5_000;
/** So long at a time: a hand that arrives meanwhile does not feel it. */
const SLICE_MS = 8;
/** Camps whose grid is being made at the same time. */
const MOST = 50;

type Kept = { version: string; until: number; asked: Promise<Weighable>; gains: Gains | null };

export class Scales {
  readonly #db: Database;
  readonly #kept = new Map<string, Kept>();

  constructor(db: Database) {
    this.#db = db;
  }

  /** A camp's draft with its hands. */
  async of(eventId: string): Promise<Weighable> {
    return (await this.#fresh(eventId)).asked;
  }

  /** What one more room or slot would bring, worked out once for a draft. */
  async gains(eventId: string): Promise<Gains> {
    const kept = await this.#fresh(eventId);
    const asked = await kept.asked;
    kept.gains ??= gainsOf(asked);
    return kept.gains;
  }

  async #fresh(eventId: string): Promise<Kept> {
    const version = await readDeskVersion(this.#db, eventId);
    const known = this.#kept.get(eventId);
    if (known?.version === version && known.until > performance.now()) return known;
    const asked = readWeighable(this.#db, eventId, new Date());
    const kept = { version, until: performance.now() + FRESH_MS, asked, gains: null };
    this.#kept.delete(eventId);
    this.#kept.set(eventId, kept);
    asked.catch(() => this.#kept.delete(eventId));
    // A Map keeps the order of insertion: the first is the oldest.
    if (this.#kept.size > MOST) this.#kept.delete(this.#kept.keys().next().value!);
    return kept;
  }
}

/** Does work bit by bit. @returns null when nobody waits for it any more */
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
