/** What is written now is read once it is committed, which may be later than whoever wrote it says. */
import { sql } from "drizzle-orm";
import type { Store } from "#db/connection.ts";

/**
 * Up to when everything that was written can be read: now, or when the oldest transaction began that may still commit. A
 * reader that asks again for what is newer than this misses none of it, however long a transaction took. What a writer did
 * between looking at its clock and beginning is for the reader to allow for.
 *
 * @param now by the clock of this server, which need not be the database's
 */
export async function knownUpTo(store: Store, now: Date): Promise<Date> {
  const [row] = await store.execute<{ ms: string | null }>(sql`
    select ceil(1000 * extract(epoch from clock_timestamp() - min(xact_start))) as ms from pg_stat_activity
    where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`);
  return new Date(now.getTime() - Math.max(0, Number(row?.ms ?? 0)));
}
