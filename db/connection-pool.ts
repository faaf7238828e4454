/**
 * The pool: postgres.js behind the same interface, with what it lacks when a database goes away. It refuses at once
 * while the database is away, binds transactions to their connection, and gives up a driver that lost a connection:
 * postgres.js keeps half-written messages and late errors of the old connection for the next one, which then hangs or
 * fails (porsager/postgres issue 1208, pull requests 1168 and 1215).
 */
import type postgres from "postgres";
import { Away, codeOf, isPassing } from "./loss.ts";
import type { Pulse } from "./pulse.ts";
import { begin } from "./scope.ts";

/** Milliseconds that queries under way may still take in a driver that was given up: longer than any statement may. */
const GRACE = 35_000;
/** Postgres has no more connections (too_many_connections). */
const TOO_MANY = "53300";
/** Queries that may wait for each connection; beyond that, people would have left before the answer. */
const MOST_WAITING = 100;

type Query = Promise<unknown> & {
  handler: (query: Query) => unknown;
  resolve: (rows: unknown) => void;
  reject: (fault: unknown) => void;
};

const late = () => {};

type Watch = Pick<Pulse, "away" | "heard" | "failed" | "look">;

/** Connections lost, those of them that were never let in, and queries under way. */
type Opened = { driver: postgres.Sql; lost: number; refused: number; underWay: number; given: boolean };

export type Pool = {
  sql: postgres.Sql;
  /** Ends every query that waits; whoever asks next gets new connections. */
  drop(): void;
};

/** @param open calls back whenever a connection closed @param watch none for programs that would rather wait */
export function openPool(open: (onclose: () => void) => postgres.Sql, watch: () => Watch | null): Pool {
  let asked = 0;
  let ended = false;
  /** Given up, and not ended yet. */
  const given = new Set<Opened>();
  let current = make();

  function make(): Opened {
    const opened: Opened = { lost: 0, refused: 0, underWay: 0, given: false, driver: null as never };
    opened.driver = open(() => {
      if (opened.given || ended) return;
      opened.lost += 1;
      watch()?.look();
    });
    return opened;
  }

  function giveUp(): void {
    const old = current;
    old.given = true;
    given.add(old);
    current = make();
    // Idle connections are closed at once, since the new driver may need their places at the server.
    if (old.underWay === 0) end(old);
    else setTimeout(() => end(old), GRACE).unref();
  }

  function end(old: Opened): void {
    if (given.delete(old)) void old.driver.end({ timeout: 0 }).catch(() => undefined);
  }

  /** A connection that was never let in leaves no broken state behind, so the driver stays. */
  function take(): Opened {
    if (current.lost > current.refused && !ended) giveUp();
    return current;
  }

  /** @returns to be called when the query is done */
  function enter(opened: Opened): () => void {
    asked += 1;
    opened.underWay += 1;
    return () => {
      asked -= 1;
      opened.underWay -= 1;
      if (opened.given && opened.underWay === 0) setImmediate(end, opened);
    };
  }

  function refusal(): Away | null {
    if (watch()?.away) return new Away("The database is away.");
    return asked >= MOST_WAITING * current.driver.options.max
      ? new Away("Too many wait for the database.")
      : null;
  }

  function failed(fault: unknown, opened: Opened | null = null): unknown {
    if (opened && codeOf(fault) === TOO_MANY) opened.refused += 1;
    if (isPassing(fault)) watch()?.failed();
    return fault;
  }

  function counted<Q>(opened: Opened, made: Q): Q {
    const query = made as unknown as Query;
    if (!(made instanceof Promise) || !query.handler) return made;
    const { handler, resolve, reject } = query;
    query.handler = (sent) => {
      const no = refusal();
      if (no) return reject(failed(no));
      const leave = enter(opened);
      // The driver may settle a query twice, when its connection breaks while it is answered.
      const settled = () => {
        query.resolve = query.reject = late;
        leave();
      };
      query.resolve = (rows) => {
        settled();
        watch()?.heard();
        resolve(rows);
      };
      query.reject = (fault) => {
        settled();
        reject(failed(fault, opened));
      };
      return handler(sent);
    };
    return made;
  }

  async function transaction(options: string, work: (tx: postgres.TransactionSql) => unknown) {
    const no = refusal();
    if (no) throw failed(no);
    const opened = take();
    const leave = enter(opened);
    try {
      return await begin(opened.driver, options, work);
    } catch (fault) {
      throw failed(fault, opened);
    } finally {
      leave();
    }
  }

  const own: Record<PropertyKey, unknown> = {
    unsafe: (...args: Parameters<postgres.Sql["unsafe"]>) => {
      const opened = take();
      return counted(opened, opened.driver.unsafe(...args));
    },
    begin: (...args: [string, never] | [never]) =>
      args.length === 1 ? transaction("", args[0]) : transaction(...args),
    end: (options?: { timeout?: number }) => {
      ended = true;
      return current.driver.end(options);
    },
  };
  const sql = new Proxy(current.driver, {
    apply: (_target, _this, args) => {
      const opened = take();
      return counted(opened, Reflect.apply(opened.driver as never, undefined, args));
    },
    get: (_target, key) => own[key] ?? Reflect.get(current.driver, key),
  });
  const drop = () => {
    giveUp();
    for (const old of given) end(old);
  };
  return { sql, drop };
}
