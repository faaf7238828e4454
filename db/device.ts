/** Devices: browsers that hold our one cookie. */
import { and, desc, eq, gt, sql } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { hashToken, newId, newToken } from "#db/id.ts";
import { device, ticket } from "#db/schema/device.ts";

/** How long a cookie stays good, in days. */
export const DEVICE_DAYS = 180;

export const COOKIE = "wallchart";

/**
 * Starts a device.
 *
 * @param label what the browser calls itself
 * @returns its id and the token for its cookie, which is shown this once
 */
export async function startDevice(
  db: Store,
  { personId = null, label = "" }: { personId?: string | null; label?: string },
): Promise<{ id: string; token: string }> {
  const token = newToken();
  const id = newId();
  await db.insert(device).values({
    id,
    personId,
    label: label.slice(0, 200),
    tokenHash: hashToken(token),
    expiresAt: sql`now() + ${`${DEVICE_DAYS} days`}::interval` as never,
  });
  return { id, token };
}

/** Lets a device act for a registration. Safe to repeat. */
export async function holdTicket(db: Store, deviceId: string, registrationId: string): Promise<void> {
  await db.insert(ticket).values({ deviceId, registrationId }).onConflictDoNothing();
}

/** The devices where a person is signed in, last used first. */
export async function listDevices(db: Store, personId: string) {
  return db
    .select({ id: device.id, label: device.label, createdAt: device.createdAt, seenAt: device.seenAt })
    .from(device)
    .where(and(eq(device.personId, personId), gt(device.expiresAt, sql`now()`)))
    .orderBy(desc(device.seenAt));
}

/** Ends a device of this person. Ending one that is gone, or somebody else's, changes nothing. */
export async function endDevice(db: Store, personId: string, deviceId: string): Promise<void> {
  await db.delete(device).where(and(eq(device.id, deviceId), eq(device.personId, personId)));
}
