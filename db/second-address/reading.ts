/** The second address of a registration, for its owner and for whoever writes to it. */
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { registration } from "#db/schema/registration.ts";
import { secondAddress } from "#db/schema/second-address.ts";
import { reachOf, type SecondAddress } from "#domain/second-address.ts";

export type SecondAddressRow = typeof secondAddress.$inferSelect;

/** Where a second address gets mail, as `reachOf` says it of one row. */
export const works = and(
  isNotNull(secondAddress.provenAt),
  isNull(secondAddress.bouncedAt),
  isNull(secondAddress.complainedAt),
)!;

/** Null where there is none. */
export async function findSecond(store: Store, registrationId: string): Promise<SecondAddressRow | null> {
  const [row] = await store
    .select()
    .from(secondAddress)
    .where(eq(secondAddress.registrationId, registrationId));
  return row ?? null;
}

/** As its owner sees it. Null where there is none, or nobody said yes in time. */
export async function readSecond(
  store: Store,
  registrationId: string,
  now: Date,
): Promise<SecondAddress | null> {
  const row = await findSecond(store, registrationId);
  const reach = row && reachOf(row, now);
  return reach && { email: row.email, reach, lapsesAt: row.lapsesAt.toISOString() };
}

/** On a private page: whoever has not proven the first address may have typed another's, and is shown none. */
export async function readSecondBehind(
  store: Store,
  { registrationId, claim }: { registrationId: string; claim: object | null },
  now: Date,
): Promise<SecondAddress | null> {
  const proven = and(eq(registration.id, registrationId), isNotNull(registration.verifiedAt));
  if (claim !== null || (await store.$count(registration, proven)) === 0) return null;
  return readSecond(store, registrationId, now);
}
