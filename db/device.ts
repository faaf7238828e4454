/** Devices: browsers that hold our one cookie. */
import { and, desc, eq, gt } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { hashToken, newId, newToken } from "#db/id.ts";
import { device, ticket } from "#db/schema/device.ts";

/** How long a cookie stays good, in days. */
export const DEVICE_DAYS = 180;

export const COOKIE = "wallchart";

/** A device not yet written down: the token for its cookie, shown this once, and the row that knows its hash. */
export function newDevice({ personId = null, label = "" }: { personId?: string | null; label?: string }) {
  const token = newToken();
  const id = newId();
  const row: typeof device.$inferInsert = {
    id,
    personId,
    // What a browser calls itself is a stranger's text, and Postgres keeps no NUL.
    label: label.replaceAll("\0", "").slice(0, 200),
    tokenHash: hashToken(token),
    expiresAt: new Date(Date.now() + DEVICE_DAYS * 24 * 60 * 60 * 1000),
  };
  return { id, token, row };
}

/** Writes devices down. */
export async function keepDevices(
  db: Store,
  devices: readonly ReturnType<typeof newDevice>[],
): Promise<void> {
  if (devices.length > 0) await db.insert(device).values(devices.map(({ row }) => row));
}

/**
 * Starts a device.
 *
 * @param label what the browser calls itself
 * @returns its id and the token for its cookie, which is shown this once
 */
export async function startDevice(
  db: Store,
  options: { personId?: string | null; label?: string },
): Promise<{ id: string; token: string }> {
  const started = newDevice(options);
  await keepDevices(db, [started]);
  return { id: started.id, token: started.token };
}

/** Lets devices act for registrations. Safe to repeat. */
export async function holdTickets(
  db: Store,
  tickets: readonly { deviceId: string; registrationId: string }[],
): Promise<void> {
  if (tickets.length > 0)
    await db
      .insert(ticket)
      .values([...tickets])
      .onConflictDoNothing();
}

/** Lets a device act for a registration. Safe to repeat. */
export async function holdTicket(db: Store, deviceId: string, registrationId: string): Promise<void> {
  await holdTickets(db, [{ deviceId, registrationId }]);
}

/** The devices where a person is signed in, last used first. */
export async function listDevices(db: Store, personId: string) {
  return db
    .select({ id: device.id, label: device.label, createdAt: device.createdAt, seenAt: device.seenAt })
    .from(device)
    .where(and(eq(device.personId, personId), gt(device.expiresAt, new Date())))
    .orderBy(desc(device.seenAt));
}

/** Ends a device of this person. Ending one that is gone, or somebody else's, changes nothing. */
export async function endDevice(db: Store, personId: string, deviceId: string): Promise<void> {
  await db.delete(device).where(and(eq(device.id, deviceId), eq(device.personId, personId)));
}
