/**
 * What is asked too often, counted in Postgres for all instances together: a bucket per limit and asker, kept as the
 * one instant at which it is full again (the generic cell rate algorithm, ITU-T I.371). The numbers are in domain/rate-limit.ts.
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
 * has granted, so that whoever is refused has spent their own allowance and nobody else's.
 *
 * Outside a transaction it is committed at once. Inside one, the buckets stay locked until it ends, and what ends in
 * a refusal gives everything back.
 *
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

/** Inserts or moves the instant on; the row comes back only when there was something to take. */
function take({ limit, by }: Charge, i: number, now: Date): SQL {
  const pace = paceOf(LIMITS[limit]);
  const at = sql`${now.toISOString()}::timestamptz`;
  const after = (ms: number) => sql`${new Date(now.getTime() + ms).toISOString()}::timestamptz`;
  const one = sql`${pace.step} * interval '1 millisecond'`;
  // Further ahead than an empty bucket is only what was written before the clock went back: that begins anew.
  const known = sql`case when known.full_at > ${after(pace.span + CLOCKS_DIFFER_MS)} then ${at} else known.full_at end`;
  const next = sql`greatest(${known}, ${at}) + ${one}`;
  return sql`insert into ${limitBucket} as known (key, full_at)
    select ${keyOf({ limit, by })}, ${after(pace.step)} ${i > 0 ? sql`from ${step(i - 1)}` : sql``}
    on conflict (key) do update set full_at = ${next} where ${next} <= ${after(pace.span)}
    returning 1`;
}

const keyOf = (charge: Charge): string => hashToken(bucketOf(charge));

/**
 * Locks buckets until the transaction ends, so that many people can be judged by them one after the other at the cost
 * of two statements. In the order of their keys: two transactions never wait for each other.
 *
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

/** Writes down what was taken from locked buckets, in one statement. @param fullAt by `bucketOf`, as `lockBuckets` has it */
export async function saveBuckets(tx: Transaction, fullAt: ReadonlyMap<string, number>): Promise<void> {
  if (fullAt.size === 0) return;
  const taken = [...fullAt].map(([bucket, full]) => [hashToken(bucket), new Date(full).toISOString()]);
  await tx.execute(sql`update ${limitBucket} set full_at = spent.value::timestamptz
    from jsonb_each_text(${JSON.stringify(Object.fromEntries(taken))}::text::jsonb) spent where ${limitBucket.key} = spent.key`);
}

/** Forgets the buckets that are full again. */
export async function forgetSpent(store: Store, now: Date): Promise<void> {
  await store.delete(limitBucket).where(lte(limitBucket.fullAt, now));
}
