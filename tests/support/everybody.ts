/** Everybody who can ask for something of a camp: each role here, each elsewhere, somebody signed in, a camper, nobody. */
import { eq, inArray } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { holdTicket, startDevice } from "#db/device.ts";
import { hashToken, newId } from "#db/id.ts";
import { device } from "#db/schema/device.ts";
import { event } from "#db/schema/event.ts";
import { passkey } from "#db/schema/passkey.ts";
import { person } from "#db/schema/person.ts";
import { allowed, type Capability, ROLES, type Role } from "#domain/permission.ts";
import { makeCamp, makeOrganiser, type TestCamp } from "./camp.ts";

/** @property roles at the camp; null for whoever is not of its crew */
export type Who = { name: string; token: string; roles: readonly Role[] | null };

/** What it takes to be answered: all of these; nothing but being of the crew where the list is empty. */
export type Takes = readonly Capability[];

/** Whether somebody is of the crew and has all that it takes. */
export const may = ({ roles }: Who, takes: Takes) =>
  roles !== null && takes.every((it) => allowed(roles, it));

export const isSignedIn = ({ name }: Who) => name !== "nobody" && name !== "a camper";

/** Everybody, signed in where they can be. @param registrationId whose ticket the camper holds */
export async function everybodyAt(db: Database, camp: TestCamp, registrationId: string): Promise<Who[]> {
  const who = async (name: string, roles: readonly Role[] | null, personId: string): Promise<Who> => {
    return { name, roles, token: (await startDevice(db, { personId })).token };
  };
  const ticket = await startDevice(db, {});
  await holdTicket(db, ticket.id, registrationId);
  const stranger = newId();
  await db.insert(person).values({ id: stranger, email: `${stranger}@example.org`, name: "Ama" });
  const everybody: Who[] = [
    { name: "nobody", token: "", roles: null },
    { name: "a camper", token: ticket.token, roles: null },
    await who("somebody signed in", null, stranger),
  ];
  const elsewhere = await makeCamp(db);
  const here: readonly Role[][] = [...ROLES.map((role) => [role]), ["campmaker", "registrar"]];
  for (const roles of here) {
    const name = roles.join(" and ");
    everybody.push(await who(name, roles, (await makeOrganiser(db, camp, ...roles)).personId));
    everybody.push(
      await who(`${name} elsewhere`, null, (await makeOrganiser(db, elsewhere, ...roles)).personId),
    );
  }
  return everybody;
}

/** The camp needs a passkey of its crew, or no more. */
export async function needPasskeys(db: Database, camp: TestCamp, passkeyRequired = true): Promise<void> {
  await db.update(event).set({ passkeyRequired }).where(eq(event.id, camp.id));
}

/** As if each had signed in with one, in the browser they have. */
export async function usePasskeys(db: Database, everybody: readonly Who[]): Promise<void> {
  const hashes = everybody.map(({ token }) => hashToken(token));
  const at = await db.select().from(device).where(inArray(device.tokenHash, hashes));
  for (const { id: deviceId, personId } of at) {
    if (personId === null) continue;
    const id = newId();
    const key = { credentialId: id, publicKey: "", handle: id, counter: 0 };
    await db.insert(passkey).values({ id, personId, name: "Phone", ...key });
    await db.update(device).set({ passkeyId: id, passkeyAt: new Date() }).where(eq(device.id, deviceId));
  }
}
