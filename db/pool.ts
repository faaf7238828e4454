/**
 * The pool that everything asks: postgres.js behind the same face, with what it lacks when a database goes away.
 * It answers at once while the database is away, holds transactions to their connection, and gives up a pool of which
 * a connection was lost: postgres.js keeps half-written messages and late errors of the old connection for the next
 * one, which then hangs or fails (porsager/postgres issue 1208, pull requests 1168 and 1215).
 */
import type postgres from "postgres";
import { Away, isPassing } from "./loss.ts";
import type { Pulse } from "./pulse.ts";
import { begin } from "./scope.ts";

/** How long what is under way in a pool that was given up may take, in milliseconds: longer than any statement may. */
const GRACE = 35_000;
/** Questions that may wait for each connection. More would wait longer than anybody does. */
const MOST_WAITING = 100;

type Query = Promise<unknown> & {
  handler: (query: Query) => unknown;
  resolve: (rows: unknown) => void;
  reject: (fault: unknown) => void;
};

/** What the pool asks of whoever watches the database. */
type Watch = Pick<Pulse, "away" | "heard" | "failed" | "look">;

/** A driver's face, and the means to end what is under way. */
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
  let spoiled = false;
  let ended = false;
  /** Given up, and not ended yet. */
  const given = new Set<postgres.Sql>();
  let current = make();

  function make(): postgres.Sql {
    spoiled = false;
    const made = open(() => {
      if (made !== current || ended) return;
      spoiled = true;
      watch()?.look();
    });
    return made;
  }

  function giveUp(): void {
    const old = current;
    given.add(old);
    current = make();
    setTimeout(() => end(old), GRACE).unref();
  }

  function end(old: postgres.Sql): void {
    given.delete(old);
    void old.end({ timeout: 0 }).catch(() => undefined);
  }

  function take(): postgres.Sql {
    if (spoiled && !ended) giveUp();
    return current;
  }

  function refusal(): Away | null {
    if (watch()?.away) return new Away("The database is away.");
    return asked >= MOST_WAITING * current.options.max ? new Away("Too many wait for the database.") : null;
  }

  function failed(fault: unknown): unknown {
    if (isPassing(fault)) watch()?.failed();
    return fault;
  }

  function counted<Q>(made: Q): Q {
    const query = made as unknown as Query;
    if (!(made instanceof Promise) || !query.handler) return made;
    const { handler, resolve, reject } = query;
    query.handler = (sent) => {
      const no = refusal();
      if (no) return reject(failed(no));
      asked += 1;
      query.resolve = (rows) => {
        asked -= 1;
        watch()?.heard();
        resolve(rows);
      };
      query.reject = (fault) => {
        asked -= 1;
        reject(failed(fault));
      };
      return handler(sent);
    };
    return made;
  }

  async function transaction(options: string, work: (tx: postgres.TransactionSql) => unknown) {
    const no = refusal();
    if (no) throw failed(no);
    asked += 1;
    try {
      return await begin(take(), options, work);
    } catch (fault) {
      throw failed(fault);
    } finally {
      asked -= 1;
    }
  }

  const own: Record<PropertyKey, unknown> = {
    unsafe: (...args: Parameters<postgres.Sql["unsafe"]>) => counted(take().unsafe(...args)),
    begin: (...args: [string, never] | [never]) =>
      args.length === 1 ? transaction("", args[0]) : transaction(...args),
    end: (options?: { timeout?: number }) => {
      ended = true;
      return current.end(options);
    },
  };
  const sql = new Proxy(current, {
    apply: (_target, _this, args) => counted(Reflect.apply(take() as never, undefined, args)),
    get: (_target, key) => own[key] ?? Reflect.get(current, key),
  });
  const drop = () => {
    giveUp();
    for (const old of given) end(old);
  };
  return { sql, drop };
}
