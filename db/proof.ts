/** Which browsers are known to read which mailbox. */
import { and, eq, inArray } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { device, ticket } from "#db/schema/device.ts";
import { person } from "#db/schema/person.ts";
import { sameAddress } from "#domain/email-address.ts";
import { isProven, type Mailbox, type RegistrationForm } from "#domain/registration.ts";

type Asking = { form: Pick<RegistrationForm, "email">; deviceId: string | null };

/**
 * Who of these asks from a browser where their address is proven already: one that is signed in with it, or that holds
 * the ticket of a registration by it whose address is proven.
 *
 * @param known the registrations by any of these addresses
 * @returns whether an asker is one of them
 */
export async function listProofs(
  store: Store,
  askers: readonly Asking[],
  known: readonly (Mailbox & { id: string; email: string })[],
): Promise<(asker: Asking) => boolean> {
  const devices = askers.flatMap(({ deviceId }) => deviceId ?? []);
  if (devices.length === 0) return () => false;
  const signedIn = await store
    .select({ deviceId: device.id, email: person.email })
    .from(device)
    .innerJoin(person, eq(person.id, device.personId))
    .where(inArray(device.id, devices));
  const proven = new Map(known.filter(isProven).map(({ id, email }) => [id, email]));
  const held =
    proven.size === 0
      ? []
      : await store
          .select()
          .from(ticket)
          .where(and(inArray(ticket.deviceId, devices), inArray(ticket.registrationId, [...proven.keys()])));
  const proofs = new Set([
    ...signedIn.map(({ deviceId, email }) => `${deviceId} ${email}`),
    ...held.map(({ deviceId, registrationId }) => `${deviceId} ${proven.get(registrationId)}`),
  ]);
  return ({ deviceId, form }) => deviceId !== null && proofs.has(`${deviceId} ${sameAddress(form.email)}`);
}
