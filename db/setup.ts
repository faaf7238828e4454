import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database, Store } from "#db/connection.ts";
import { hashToken, newId, newToken } from "#db/id.ts";
import { setupLink } from "#db/schema/device.ts";
import { person } from "#db/schema/person.ts";
import { signInDevice } from "#db/sign-in.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { sameAddress } from "#domain/email-address.ts";
import { granted, type Result, refused } from "#domain/result.ts";

/** Long enough for a weekend between the server's start and the set-up. */
const HOURS_TO_SET_UP = 72;

/** The advisory lock of making the first owner; any number. */
const SETUP_LOCK = 7_110_420;

/** Voids unused links before it. @returns `/setup/{token}`, shown this once; null once there is an owner */
export async function mintSetupLink(db: Database, now: Date): Promise<string | null> {
  const token = newToken();
  const minted = await transact(db, async (tx) => {
    if (await lockAndFindOwner(tx)) return granted(false);
    await tx.delete(setupLink).where(isNull(setupLink.usedAt));
    const expiresAt = new Date(now.getTime() + HOURS_TO_SET_UP * 3_600_000);
    await tx.insert(setupLink).values({ tokenHash: hashToken(token), expiresAt });
    return granted(true);
  });
  return minted.ok && minted.value ? `/setup/${token}` : null;
}

/** Whether a set-up link would still work. Changes nothing. */
export async function isSetupLinkGood(db: Store, token: string, now: Date): Promise<boolean> {
  return (await db.$count(setupLink, usable(token, now))) > 0;
}

/**
 * Signs its reader in as the first owner. The address is not proven: whoever reads the server's output is trusted.
 * @returns the device's new token; refused `code_expired` when the link is used up, voided or too old
 */
export async function setUp(
  db: Database,
  deviceId: string,
  { token, name, email }: { token: string; name: string; email: string },
  now: Date,
): Promise<Result<{ token: string }, "code_expired">> {
  return transact(db, async (tx) => {
    if (await lockAndFindOwner(tx)) return refused("code_expired");
    const [used] = await tx
      .update(setupLink)
      .set({ usedAt: now })
      .where(usable(token, now))
      .returning({ tokenHash: setupLink.tokenHash });
    if (!used) return refused("code_expired");
    const personId = await makeOwner(tx, name, sameAddress(email));
    await record(tx, {
      eventId: null,
      at: now,
      actor: "crew",
      actorId: personId,
      act: "set_up",
      subjectId: personId,
    });
    return granted({ token: await signInDevice(tx, deviceId, personId, now) });
  });
}

const usable = (token: string, now: Date) =>
  and(eq(setupLink.tokenHash, hashToken(token)), isNull(setupLink.usedAt), gt(setupLink.expiresAt, now));

async function lockAndFindOwner(tx: Transaction): Promise<boolean> {
  await tx.execute(sql`select pg_advisory_xact_lock(${SETUP_LOCK})`);
  return (await tx.$count(person, eq(person.owner, true))) > 0;
}

async function makeOwner(tx: Transaction, name: string, email: string): Promise<string> {
  const [row] = await tx
    .insert(person)
    .values({ id: newId(), name, email, owner: true })
    .onConflictDoUpdate({ target: person.email, set: { owner: true, name } })
    .returning({ id: person.id });
  return row!.id;
}
