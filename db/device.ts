/** Devices: browsers that hold our one cookie. */
import { and, desc, eq, gt, inArray, ne, type SQL, sql } from "drizzle-orm";
import type { Database, Store } from "#db/connection.ts";
import { hashToken, newId, newToken } from "#db/id.ts";
import { bumpStanding } from "#db/live.ts";
import { readPage } from "#db/paging.ts";
import { device, ticket } from "#db/schema/device.ts";
import { person } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
import { COOKIE_DAYS } from "#domain/cookie.ts";

const DAY = 24 * 60 * 60 * 1000;

/** The token for the cookie, and the row, which holds only its hash. */
export function newDevice({ personId = null, label = "" }: { personId?: string | null; label?: string }) {
  const token = newToken();
  const id = newId();
  const row: typeof device.$inferInsert = {
    id,
    personId,
    // What a browser calls itself is a stranger's text, and Postgres keeps no NUL.
    label: label.replaceAll("\0", "").slice(0, 200),
    tokenHash: hashToken(token),
    expiresAt: new Date(Date.now() + COOKIE_DAYS * DAY),
  };
  return { id, token, row };
}

/** Inserts devices; none for an empty list. */
export async function keepDevices(
  db: Store,
  devices: readonly ReturnType<typeof newDevice>[],
): Promise<void> {
  if (devices.length > 0) await db.insert(device).values(devices.map(({ row }) => row));
}

/** @param label what the browser calls itself @returns its id and the token for its cookie, shown this once */
export async function startDevice(
  db: Store,
  options: { personId?: string | null; label?: string },
): Promise<{ id: string; token: string }> {
  const started = newDevice(options);
  await keepDevices(db, [started]);
  return { id: started.id, token: started.token };
}

/** Lets devices act for registrations. Safe to repeat, also within the list. */
export async function holdTickets(
  db: Store,
  tickets: readonly { deviceId: string; registrationId: string; second?: boolean }[],
): Promise<void> {
  // A statement can change a row only once.
  const each = new Map(tickets.map((one) => [`${one.deviceId} ${one.registrationId}`, one]));
  if (each.size > 0)
    await db
      .insert(ticket)
      .values([...each.values()])
      // A pass of the same phone becomes the whole ticket; what was taken from the first address stays so.
      .onConflictDoUpdate({
        target: [ticket.deviceId, ticket.registrationId],
        set: {
          passUntil: null,
          second: sql`excluded.second and (${ticket.second} or ${ticket.passUntil} is not null)`,
        },
      });
}

/** Has the open screens of whoever acts for these registrations ask again, whether by a ticket or signed in. */
export async function bumpHolders(tx: Store, registrationIds: readonly string[]): Promise<void> {
  if (registrationIds.length === 0) return;
  const devices = await tx
    .select({ id: ticket.deviceId })
    .from(ticket)
    .where(inArray(ticket.registrationId, [...registrationIds]));
  const people = await tx
    .select({ id: person.id })
    .from(registration)
    .innerJoin(person, eq(person.email, registration.email))
    .where(inArray(registration.id, [...registrationIds]));
  await bumpStanding(
    tx,
    [...devices, ...people].map(({ id }) => id),
  );
}

/** Lets a device act for a registration. Safe to repeat. @param second as long as there is this second address */
export async function holdTicket(
  db: Store,
  deviceId: string,
  registrationId: string,
  second = false,
): Promise<void> {
  await holdTickets(db, [{ deviceId, registrationId, second }]);
}

/** Browsers on a page: more than nearly anybody has. */
export const DEVICES_A_PAGE = 30;

/** Where somebody is signed in, a page at a time, last used first. */
export async function listDevices(db: Store, personId: string, page: number) {
  const theirs = and(eq(device.personId, personId), gt(device.expiresAt, new Date()));
  const { id, label, createdAt, seenAt } = device;
  return readPage(
    page,
    DEVICES_A_PAGE,
    ({ limit, offset }) =>
      db
        .select({ id, label, createdAt, seenAt })
        .from(device)
        .where(theirs)
        .orderBy(desc(seenAt), desc(id))
        .limit(limit)
        .offset(offset),
    () => db.$count(device, theirs),
  );
}

/**
 * Gives a device a new token and its whole time again. Whatever lets a device do more than before calls it, so that a
 * cookie planted or overheard before is worth nothing (session fixation, OWASP ASVS 5, 7.2.4).
 * @returns the new token for the cookie, shown this once
 */
export async function rotateDevice(db: Store, deviceId: string, now: Date): Promise<string> {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + COOKIE_DAYS * DAY);
  const [row] = await db
    .update(device)
    .set({ tokenHash: hashToken(token), seenAt: now, expiresAt })
    .where(eq(device.id, deviceId))
    .returning({ id: device.id });
  if (!row) throw new Error("a device that is gone gains nothing");
  return token;
}

/** Ending one that is gone, or somebody else's, changes nothing. */
export async function endDevice(db: Database, personId: string, deviceId: string): Promise<void> {
  await end(db, and(eq(device.id, deviceId), eq(device.personId, personId)));
}

/** Ends every device of this person but one, if any, that they keep. */
export async function endDevices(db: Database, personId: string, keep: string | null): Promise<void> {
  await end(db, and(eq(device.personId, personId), keep ? ne(device.id, keep) : undefined));
}

async function end(db: Database, which: SQL | undefined): Promise<void> {
  await db.transaction(async (tx) => {
    const ended = await tx.delete(device).where(which).returning({ id: device.id });
    await bumpStanding(
      tx,
      ended.map(({ id }) => id),
    );
  });
}
