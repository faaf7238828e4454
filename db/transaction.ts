import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { Database } from "#db/connection.ts";
import type { Refusal } from "#domain/refusal.ts";
import type { Result } from "#domain/result.ts";

/** Inner writes take it, so that they cannot be called outside a transaction. */
export type Transaction = Parameters<Parameters<PostgresJsDatabase["transaction"]>[0]>[0];

class Refused extends Error {
  readonly result: Result<never, Refusal>;
  constructor(result: Result<never, Refusal>) {
    super("refused");
    this.result = result;
  }
}

/** How often a command starts over after a deadlock. */
const TRIES = 3;

/**
 * Runs a command's work in one transaction. A refusal rolls back whatever was written before it. After a deadlock it
 * starts over, so the work may run more than once.
 * @throws whatever the database or the work throws; nothing is then written
 */
export async function transact<T, R extends Refusal>(
  db: Database,
  work: (tx: Transaction) => Promise<Result<T, R>>,
): Promise<Result<T, R>> {
  try {
    return await overDeadlocks(() => attempt(db, work));
  } catch (fault) {
    if (fault instanceof Refused) return fault.result as Result<T, R>;
    throw fault;
  }
}

/** Runs a transaction, and runs it again when a deadlock ended it. @throws whatever else ends it */
export async function overDeadlocks<T>(run: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await run();
    } catch (fault) {
      if (tries === TRIES || !endedByDeadlock(fault)) throw fault;
    }
  }
}

function attempt<T, R extends Refusal>(
  db: Database,
  work: (tx: Transaction) => Promise<Result<T, R>>,
): Promise<Result<T, R>> {
  return db.transaction(async (tx) => {
    const result = await work(tx);
    if (!result.ok) throw new Refused(result as Result<never, Refusal>);
    return result;
  });
}

/** `deadlock_detected` (PostgreSQL, appendix A), also where Drizzle wrapped it. */
function endedByDeadlock(fault: unknown): boolean {
  const cause = fault instanceof Error && fault.cause instanceof Error ? fault.cause : fault;
  return cause instanceof Error && "code" in cause && cause.code === "40P01";
}
