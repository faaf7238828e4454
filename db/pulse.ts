/**
 * Whether the database is there, asked on a connection of its own several times a second: so that while it is away
 * nobody waits for it, and whoever asks is told at once. It goes on asking with growing pauses, and says when it is back.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type postgres from "postgres";
import { pauseAfter } from "#domain/backoff.ts";
import { codeOf } from "./loss.ts";

/** How often it is asked while it is there, in milliseconds. */
const EVERY = 200;
/**
 * How long it may be silent. Counted in turns of our own clock, and not in time: a process that was busy with something
 * else for a second has heard nothing either.
 */
const TURN = 150;
const TURNS = 5;
/** The first question on a new connection may take this many turns: starting up answers late. */
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

  /**
   * Starts asking.
   * @param connect opens a driver with one connection
   * @param onAway called each time it turns out to be away
   */
  constructor(connect: () => postgres.Sql, onAway: () => void) {
    this.#connect = connect;
    this.#onAway = onAway;
    void this.#run();
  }

  /** Since when it is away; null while it is there. */
  get away(): Date | null {
    return this.#away;
  }

  /** Somebody else got an answer: it is there, however late our own answer is. */
  heard(): void {
    this.#heard = performance.now();
  }

  /** When somebody who asked got no answer, by `performance.now()`. */
  get failedAt(): number {
    return this.#failedAt;
  }

  /** Somebody who asked got no answer. */
  failed(): void {
    this.#failedAt = performance.now();
  }

  /** Somebody lost a connection: ask now. */
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
      // A connection may have been ended for its own sake: one try with a new one.
      if (!fresh && there === null) continue;
      failures += 1;
      if (this.#away === null) {
        this.#away = new Date();
        this.#onAway();
      }
      await sleep(pauseAfter(failures - 1, Math.random(), WHILE_AWAY));
    }
  }

  /** @returns null where it said no, false where it said nothing */
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
        // A server that is full is there: those who are connected are answered.
        answer = codeOf(fault) === "53300" ? true : null;
      },
    );
    for (let turn = 0; turn < turns && answer === undefined; turn++) {
      await Promise.race([done, sleep(TURN)]);
      if (this.#away !== null || this.#heard < asked) continue;
      // Others are answered: the machine is slow, and the database there.
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
