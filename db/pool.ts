/**
 * The pool that everything asks: postgres.js behind the same interface, with what it lacks when a database goes away.
 * It answers at once while the database is away, holds transactions to their connection, and gives up a pool of which
 * a connection was lost: postgres.js keeps half-written messages and late errors of the old connection for the next
 * one, which then hangs or fails (porsager/postgres issue 1208, pull requests 1168 and 1215).
 */
import type postgres from "postgres";
import { Away, codeOf, isPassing } from "./loss.ts";
import type { Pulse } from "./pulse.ts";
import { begin } from "./scope.ts";

/** How long what is under way in a pool that was given up may take, in milliseconds: longer than any statement may. */
const GRACE = 35_000;
/** What Postgres says to whoever wants one more connection than it has (too_many_connections). */
const TOO_MANY = "53300";
/** Questions that may wait for each connection. More would wait longer than anybody does. */
const MOST_WAITING = 100;

type Query = Promise<unknown> & {
  handler: (query: Query) => unknown;
  resolve: (rows: unknown) => void;
  reject: (fault: unknown) => void;
};

const late = () => {};

/** What the pool asks of whoever watches the database. */
type Watch = Pick<Pulse, "away" | "heard" | "failed" | "look">;

/** A driver and its connections: how many were lost, how many of these never got in, what is under way in it. */
type Opened = { driver: postgres.Sql; lost: number; refused: number; underWay: number; given: boolean };

/** A driver's interface, and the means to end what is under way. */
export type Pool = {
  sql: postgres.Sql;
  /** Ends every question that waits, now; whoever asks next gets new connections. */
  drop(): void;
};

/**
 * @param open makes a driver that calls back whenever one of its connections closed
 * @param watch none for programs that would rather wait
 */
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
    // Idle connections are the server's to give to the new ones.
    if (old.underWay === 0) end(old);
    else setTimeout(() => end(old), GRACE).unref();
  }

  function end(old: Opened): void {
    if (given.delete(old)) void old.driver.end({ timeout: 0 }).catch(() => undefined);
  }

  /** One that never got in leaves nothing behind, and those that are open go on. */
  function take(): Opened {
    if (current.lost > current.refused && !ended) giveUp();
    return current;
  }

  /** @returns says that it is over */
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
      // The driver may settle a question twice, when its connection breaks while it is answered.
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
