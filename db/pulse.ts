/** Asks several times a second whether the database is there, so that nobody waits for one that is not. */
import { setTimeout as sleep } from "node:timers/promises";
import type postgres from "postgres";
import { pauseAfter } from "#domain/backoff.ts";
import { codeOf } from "./loss.ts";

/** In milliseconds. */
const EVERY = 200;
/** Silence counted in turns of our own timer: a process that was busy for a second has heard nothing either. */
const TURN = 150;
const TURNS = 5;
/** Connecting takes longer: a server that starts up answers late. */
const TURNS_TO_CONNECT = 34;
const WHILE_AWAY = { first: 100, most: 1_000 };

export class Pulse {
  readonly #connect: () => postgres.Sql;
  readonly #onAway: () => void;
  readonly #leaving = new AbortController();
  #client: postgres.Sql | null = null;
  #away: Date | null = null;
  #heard = performance.now();
  #failedAt = Number.NEGATIVE_INFINITY;
  #hurry = () => {};

  /** @param connect opens a driver with one connection @param onAway called each time the database goes away */
  constructor(connect: () => postgres.Sql, onAway: () => void) {
    this.#connect = connect;
    this.#onAway = onAway;
    void this.#run();
  }

  /** Null while it is there. */
  get away(): Date | null {
    return this.#away;
  }

  /** Another query was answered, so the database is there, however late our own answer is. */
  heard(): void {
    this.#heard = performance.now();
  }

  /** When a query last got no answer, by `performance.now()`. */
  get failedAt(): number {
    return this.#failedAt;
  }

  failed(): void {
    this.#failedAt = performance.now();
  }

  /** A connection was lost elsewhere: ask now. */
  look(): void {
    this.#hurry();
  }

  end(): void {
    this.#leaving.abort();
    this.#hurry();
    this.#drop();
  }

  async #run(): Promise<void> {
    for (let failures = 0; !this.#leaving.signal.aborted; ) {
      const fresh = this.#client === null;
      const there = await this.#ask();
      if (this.#leaving.signal.aborted) return;
      if (there) {
        failures = 0;
        this.#away = null;
        await this.#pause(EVERY);
        continue;
      }
      this.#drop();
      // The connection alone may have been ended: try once with a new one.
      if (!fresh && there === null) continue;
      failures += 1;
      if (this.#away === null) {
        this.#away = new Date();
        this.#onAway();
      }
      await sleep(pauseAfter(failures - 1, Math.random(), WHILE_AWAY));
    }
  }

  /** @returns null where it refused, false where it did not answer */
  async #ask(): Promise<boolean | null> {
    const turns = this.#client ? TURNS : TURNS_TO_CONNECT;
    this.#client ??= this.#connect();
    let asked = performance.now();
    let answer: boolean | null | undefined;
    const done = this.#client`select 1`.simple().then(
      () => {
        answer = true;
      },
      (fault) => {
        // A server that is full is there, and answers those who are connected.
        answer = codeOf(fault) === "53300" ? true : null;
      },
    );
    for (let turn = 0; turn < turns && answer === undefined; turn++) {
      await Promise.race([done, sleep(TURN)]);
      if (this.#away !== null || this.#heard < asked) continue;
      // Other queries are answered: the machine is slow, and the database there.
      asked = performance.now();
      turn = -1;
    }
    return answer === undefined ? false : answer;
  }

  #drop(): void {
    void this.#client?.end({ timeout: 0 }).catch(() => undefined);
    this.#client = null;
  }

  #pause(time: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, time);
      this.#hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
