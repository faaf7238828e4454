/**
 * A transaction that ends with its connection. When a connection dies inside `sql.begin`, postgres.js 3.4.9 goes on
 * writing to it, at the latest its own ROLLBACK: the process ends with "Cannot read properties of null (reading
 * 'write')" (porsager/postgres issues 1208, 1154 and 1133), what waits in the transaction is never settled (1186), or,
 * when the pool has connected again meanwhile, it runs inside another transaction (1216). So nothing reaches the driver
 * once the connection is known to be gone.
 */
import type postgres from "postgres";
import { Away, isLoss } from "./loss.ts";

type Tx = postgres.TransactionSql;
type Work<T> = (tx: Tx) => T | Promise<T>;

/** The part of the driver's query we rely on. It is lazy: the handler is what sends it. */
type Query = Promise<unknown> & { handler: (query: Query) => unknown; reject: (fault: unknown) => void };

/** @throws what the work throws; the loss of the connection at once, whatever the work is waiting for */
export function begin<T>(sql: postgres.Sql, options: string, work: Work<T>): Promise<T> {
  const scope = new Scope();
  const done = sql.begin(options, (tx) => scope.run(tx, work)) as Promise<T>;
  // The only place where the driver reports a connection that died between two queries.
  done.then(
    () => scope.close(new Away("This transaction is over.")),
    (fault) => scope.close(fault),
  );
  return Promise.race([done, scope.lost]);
}

class Scope {
  #over: unknown = null;
  #lose: (fault: unknown) => void = () => {};
  readonly lost: Promise<never>;

  constructor() {
    this.lost = new Promise((_, reject) => {
      this.#lose = reject;
    });
    this.lost.catch(() => undefined);
  }

  /** Sends nothing any more. @param fault what whoever asks now is told */
  close(fault: unknown): void {
    this.#over ??= fault;
    if (isLoss(fault)) this.#lose(fault);
  }

  /** Once the connection is lost, the driver never hears of the work's end, and so never writes to it. */
  run<T>(tx: Tx, work: Work<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const unlessLost = (act: (value: never) => void) => (value: unknown) => {
        if (this.#over === null) act(value as never);
      };
      const result = work(this.#guarded(tx));
      // As in the driver: a list of queries is awaited together.
      const all = Array.isArray(result) ? Promise.all(result) : Promise.resolve(result);
      all.then(unlessLost(resolve), unlessLost(reject));
    });
  }

  #guarded(tx: Tx): Tx {
    const savepoint = (name: string | Work<unknown>, work?: Work<unknown>) => {
      const [label, inner] = typeof name === "string" ? [name, work!] : [undefined, name];
      const run = (nested: Tx) => this.run(nested, inner);
      const made = label === undefined ? tx.savepoint(run) : tx.savepoint(label, run);
      return Promise.race([made, this.lost]);
    };
    const unsafe = (...args: Parameters<Tx["unsafe"]>) => this.#watch(tx.unsafe(...args));
    return new Proxy(tx, {
      apply: (target, _this, args) => this.#watch(Reflect.apply(target as never, undefined, args)),
      get: (target, key) =>
        key === "unsafe" ? unsafe : key === "savepoint" ? savepoint : Reflect.get(target, key),
    });
  }

  /** Does not send a query on a lost connection, and notices a loss during one. */
  #watch<Q>(made: Q): Q {
    const query = made as unknown as Query;
    // Names and fragments of a query have no handler.
    if (!(made instanceof Promise) || !query.handler) return made;
    const { handler, reject } = query;
    query.handler = (sent) => (this.#over === null ? handler(sent) : sent.reject(this.#over));
    query.reject = (fault) => {
      if (isLoss(fault)) this.close(fault);
      reject(fault);
    };
    return made;
  }
}
