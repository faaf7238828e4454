/**
 * Rate limits, counted in Postgres for all instances: a bucket per limit and asker, stored as the instant at which it
 * is full again (the generic cell rate algorithm, ITU-T I.371). The numbers are in domain/rate-limit.ts.
 */
import { lte, type SQL, sql } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { hashToken } from "#db/id.ts";
import { limitBucket } from "#db/schema/rate-limit.ts";
import type { Transaction } from "#db/transaction.ts";
import { bucketOf, type Charge, CLOCKS_DIFFER_MS, LIMITS, paceOf } from "#domain/rate-limit.ts";
import { granted, type Result, refused } from "#domain/result.ts";

/**
 * Takes one from each bucket, in one statement. Name the narrowest first: the next is asked only when the one before
 * has granted. Inside a transaction the buckets stay locked until it ends, and a rollback gives everything back.
 * @param charges each with another limit
 * @returns refused `too_many` by the first bucket that is empty
 */
export async function spend(
  store: Store,
  charges: readonly Charge[],
  now: Date,
): Promise<Result<null, "too_many">> {
  const takes = charges.map((charge, i) => sql`${step(i)} as (${take(charge, i, now)})`);
  const last = step(charges.length - 1);
  const rows = await store.execute(sql`with ${sql.join(takes, sql`, `)} select from ${last}`);
  return rows.length > 0 ? granted(null) : refused("too_many");
}

const step = (i: number) => sql.identifier(`take_${i}`);

/** The row comes back only when there was something to take. */
function take({ limit, by }: Charge, i: number, now: Date): SQL {
  const pace = paceOf(LIMITS[limit]);
  const at = sql`${now.toISOString()}::timestamptz`;
  const after = (ms: number) => sql`${new Date(now.getTime() + ms).toISOString()}::timestamptz`;
  const one = sql`${pace.step} * interval '1 millisecond'`;
  // An instant beyond an empty bucket was written before a clock was set back: it is ignored.
  const known = sql`case when known.full_at > ${after(pace.span + CLOCKS_DIFFER_MS)} then ${at} else known.full_at end`;
  const next = sql`greatest(${known}, ${at}) + ${one}`;
  return sql`insert into ${limitBucket} as known (key, full_at)
    select ${keyOf({ limit, by })}, ${after(pace.step)} ${i > 0 ? sql`from ${step(i - 1)}` : sql``}
    on conflict (key) do update set full_at = ${next} where ${next} <= ${after(pace.span)}
    returning 1`;
}

const keyOf = (charge: Charge): string => hashToken(bucketOf(charge));

/**
 * Locks buckets until the transaction ends, so that many people can be judged in turn with two statements. Locked in
 * the order of their keys, so that two transactions never deadlock.
 * @param charges everything that may be taken
 * @returns when each is full again, by `bucketOf`, in milliseconds since 1970
 */
export async function lockBuckets(
  tx: Transaction,
  charges: readonly Charge[],
  now: Date,
): Promise<Map<string, number>> {
  const buckets = new Map(charges.map((charge) => [keyOf(charge), bucketOf(charge)]));
  const rows = await tx.execute<{ key: string; full_at: string }>(sql`
    insert into ${limitBucket} as known (key, full_at)
    select key, ${now.toISOString()} from jsonb_array_elements_text(${JSON.stringify([...buckets.keys()])}::text::jsonb) key order by key
    on conflict (key) do update set full_at = known.full_at
    returning key, full_at`);
  return new Map(rows.map((row) => [buckets.get(row.key)!, new Date(row.full_at).getTime()]));
}

/** @param fullAt by `bucketOf`, as `lockBuckets` returns it */
export async function saveBuckets(tx: Transaction, fullAt: ReadonlyMap<string, number>): Promise<void> {
  if (fullAt.size === 0) return;
  const taken = [...fullAt].map(([bucket, full]) => [hashToken(bucket), new Date(full).toISOString()]);
  await tx.execute(sql`update ${limitBucket} set full_at = spent.value::timestamptz
    from jsonb_each_text(${JSON.stringify(Object.fromEntries(taken))}::text::jsonb) spent where ${limitBucket.key} = spent.key`);
}

/** Deletes the buckets that are full again. */
export async function forgetSpent(store: Store, now: Date): Promise<void> {
  await store.delete(limitBucket).where(lte(limitBucket.fullAt, now));
}
