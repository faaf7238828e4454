/** Phones that asked to be told of a camp's announcements and of their turn to pitch. */
import { and, count, desc, eq, inArray, or } from "drizzle-orm";
import type { Database, Store } from "#db/connection.ts";
import { permitted } from "#db/event.ts";
import { hashToken, newId } from "#db/id.ts";
import { actsFor } from "#db/push/theirs.ts";
import { spend } from "#db/rate-limit.ts";
import { isRehearsal } from "#db/rehearsal/copy.ts";
import { device } from "#db/schema/device.ts";
import { pushSubscription } from "#db/schema/push.ts";
import { registration } from "#db/schema/registration.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { MOST } from "#domain/limits.ts";
import type { PushAsk } from "#domain/push.ts";
import { granted, type Result, refused } from "#domain/result.ts";

/** For whom a phone acts: somebody with a place, or who stands by for one. */
type Holder = { registrationId: string; eventId: string };

/** By which address this phone is told of a camp, as SHA-256 in hex; null where it is not. */
export async function readTold(db: Store, who: Holder, deviceId: string): Promise<string | null> {
  const { registrationId, eventId } = who;
  const [row] = await db
    .select({ endpointHash: pushSubscription.endpointHash })
    .from(pushSubscription)
    .where(
      and(
        eq(pushSubscription.eventId, eventId),
        eq(pushSubscription.deviceId, deviceId),
        eq(pushSubscription.registrationId, registrationId),
      ),
    );
  return row?.endpointHash ?? null;
}

/**
 * Tells this phone from now on. Safe to repeat; whoever asked on it before, and the longest told of somebody's
 * `MOST.toldPhones` phones, is told no more.
 * @returns refused `not_open` in a phase without announcements, `no_ticket` where the phone acts for nobody with a place by
 *   now, `too_many` for whoever goes on asking
 */
export async function askForPush(
  db: Database,
  who: Holder,
  deviceId: string,
  { endpoint, p256dh, auth }: PushAsk,
  now: Date,
): Promise<Result<null, "not_open" | "no_ticket" | "too_many">> {
  const { registrationId, eventId } = who;
  const spent = await spend(db, [{ limit: "push_by_registration", by: registrationId }], now);
  if (!spent.ok) return spent;
  return transact<null, "not_open" | "no_ticket">(db, async (tx) => {
    if (!(await permitted(tx, eventId, "announce"))) return refused("not_open");
    if (await isRehearsal(tx, eventId)) return refused("not_open");
    if (!(await lockActing(tx, deviceId, registrationId, now))) return refused("no_ticket");
    const endpointHash = hashToken(endpoint);
    const before = or(
      eq(pushSubscription.deviceId, deviceId),
      eq(pushSubscription.endpointHash, endpointHash),
    );
    await tx.delete(pushSubscription).where(and(eq(pushSubscription.eventId, eventId), before));
    await keepFewer(tx, registrationId);
    await tx.insert(pushSubscription).values({
      ...{ id: newId(), eventId, registrationId, deviceId },
      ...{ endpointHash, endpoint, p256dh, auth, createdAt: now },
    });
    return granted(null);
  });
}

/** Two phones of one person queue up. */
async function lockActing(tx: Transaction, deviceId: string, registrationId: string, now: Date) {
  const [row] = await tx
    .select({ id: registration.id })
    .from(registration)
    .innerJoin(device, eq(device.id, deviceId))
    .where(and(eq(registration.id, registrationId), actsFor(tx, now)))
    .for("no key update", { of: registration });
  return row !== undefined;
}

/** Leaves room for one more. */
async function keepFewer(tx: Transaction, registrationId: string): Promise<void> {
  const old = tx
    .select({ id: pushSubscription.id })
    .from(pushSubscription)
    .where(eq(pushSubscription.registrationId, registrationId))
    .orderBy(desc(pushSubscription.createdAt), desc(pushSubscription.id))
    .offset(MOST.toldPhones - 1);
  await tx.delete(pushSubscription).where(inArray(pushSubscription.id, old));
}

/**
 * Tells this phone no more of a camp. Safe to repeat.
 * @returns whether no other camp tells it by the same address, so that the browser may give that up
 */
export async function endPush(db: Database, eventId: string, deviceId: string): Promise<{ last: boolean }> {
  return db.transaction(async (tx) => {
    const here = and(eq(pushSubscription.eventId, eventId), eq(pushSubscription.deviceId, deviceId));
    const [ended] = await tx
      .delete(pushSubscription)
      .where(here)
      .returning({ endpointHash: pushSubscription.endpointHash });
    if (!ended) return { last: false };
    const [left] = await tx
      .select({ n: count() })
      .from(pushSubscription)
      .where(eq(pushSubscription.endpointHash, ended.endpointHash));
    return { last: left!.n === 0 };
  });
}

/** For people whose place is gone. */
export async function endPushesOf(tx: Transaction, registrationIds: readonly string[]): Promise<void> {
  if (registrationIds.length > 0)
    await tx.delete(pushSubscription).where(inArray(pushSubscription.registrationId, [...registrationIds]));
}

/** For a camp that says nothing more. */
export async function endPushesAt(tx: Transaction, eventId: string): Promise<void> {
  await tx.delete(pushSubscription).where(eq(pushSubscription.eventId, eventId));
}
