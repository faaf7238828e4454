import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { device, ticket } from "#db/schema/device.ts";
import { person } from "#db/schema/person.ts";
import { readerOf } from "#domain/registration/reception.ts";
import { type Applicant, isProven, type Mailbox } from "#domain/registration.ts";

/** Which browsers are known to read which mailbox: signed in with an address, by `readerOf`, or holding a ticket. */
export type Proofs = { readers: Set<string>; tickets: { deviceId: string; registrationId: string }[] };

/** Neither a pass by a badge, which is photographed, nor a ticket that came by a second address proves the first. */
const isTheirs = and(isNull(ticket.passUntil), eq(ticket.second, false));

/** Bounded by who pressed at once. @param known registrations by any of their addresses; a ticket proves nothing unless their address is proven */
export async function listProofs(
  store: Store,
  applicants: readonly Pick<Applicant, "deviceId">[],
  known: readonly (Mailbox & { id: string })[],
): Promise<Proofs> {
  const devices = applicants.flatMap(({ deviceId }) => deviceId ?? []);
  if (devices.length === 0) return { readers: new Set(), tickets: [] };
  const signedIn = await store
    .select({ deviceId: device.id, email: person.email })
    .from(device)
    .innerJoin(person, eq(person.id, device.personId))
    .where(inArray(device.id, devices));
  const readers = new Set(signedIn.map(({ deviceId, email }) => readerOf(deviceId, email)));
  const proven = known.filter(isProven).map(({ id }) => id);
  if (proven.length === 0) return { readers, tickets: [] };
  const tickets = await store
    .select({ deviceId: ticket.deviceId, registrationId: ticket.registrationId })
    .from(ticket)
    .where(and(inArray(ticket.deviceId, devices), inArray(ticket.registrationId, proven), isTheirs));
  return { readers, tickets };
}
