/** The passkeys of somebody: how many, which, and which of their browsers used one. */
import { and, asc, eq, sql } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { device } from "#db/schema/device.ts";
import { event } from "#db/schema/event.ts";
import { passkey } from "#db/schema/passkey.ts";
import { person, role } from "#db/schema/person.ts";
import { MOST } from "#domain/limits.ts";
import type { Standing } from "#domain/passkey.ts";

/** Somebody, and the browser they are at. */
export type AtBrowser = { personId: string; deviceId: string };

/** As its owner sees it. `here`: it was used in this browser. Instants are ISO 8601, `usedAt` null before its first use. */
export type PasskeyView = {
  id: string;
  name: string;
  createdAt: string;
  usedAt: string | null;
  here: boolean;
};

/** The first one first, at most MOST.passkeys. */
export async function listPasskeys(db: Store, { personId, deviceId }: AtBrowser): Promise<PasskeyView[]> {
  const rows = await db
    .select({ key: passkey, usedHere: device.passkeyId })
    .from(passkey)
    .leftJoin(device, and(eq(device.id, deviceId), eq(device.personId, personId)))
    .where(eq(passkey.personId, personId))
    .orderBy(asc(passkey.createdAt), asc(passkey.id))
    .limit(MOST.passkeys);
  return rows.map(({ key: { id, name, createdAt, usedAt }, usedHere }) => {
    const at = { createdAt: createdAt.toISOString(), usedAt: usedAt?.toISOString() ?? null };
    return { id, name, ...at, here: usedHere === id };
  });
}

/** What decides whether somebody may add or remove a passkey in a browser that they are signed in at. */
export async function readStanding(db: Store, { personId, deviceId }: AtBrowser): Promise<Standing> {
  const [at] = await db
    .select({ signedInAt: device.signedInAt, passkeyAt: device.passkeyAt, usedId: passkey.id })
    .from(device)
    .leftJoin(passkey, usedHere)
    .where(and(eq(device.id, deviceId), eq(device.personId, personId)));
  return {
    passkeys: await db.$count(passkey, eq(passkey.personId, personId)),
    signedInAt: at?.signedInAt ?? null,
    usedAt: at?.usedId ? at.passkeyAt : null,
    shared: await isShared(db, personId),
  };
}

/** Whether somebody is on the crew of demo camps and of no other. Whoever owns the installation is one person. */
async function isShared(db: Store, personId: string): Promise<boolean> {
  const [row] = await db
    .select({ shared: sql<boolean>`bool_and(${event.demo} and not ${person.owner})` })
    .from(role)
    .innerJoin(person, eq(person.id, role.personId))
    .innerJoin(event, eq(event.id, role.eventId))
    .where(eq(role.personId, personId));
  return row?.shared ?? false;
}

/** The passkey that a browser was signed in with: one that is still there, of whoever is signed in. */
const usedHere = and(eq(passkey.id, device.passkeyId), eq(passkey.personId, device.personId));
