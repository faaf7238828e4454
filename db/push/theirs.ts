/** Whether a phone that asked to be told still acts for whoever asked, as `findViewer` in db/viewer.ts sees it. */
import { and, eq, exists, gt, isNotNull, isNull, or, type SQL } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { device, ticket } from "#db/schema/device.ts";
import { person } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
import { TAKES_PART } from "#domain/registration.ts";

/**
 * A condition on a row of `device` and one of `registration`: a ticket, a pass or a sign-in by which to act for somebody who has
 * a place, stands by for one, or whose place was passed on.
 */
export function actsFor(store: Store, now: Date): SQL {
  const held = store
    .select({ id: ticket.deviceId })
    .from(ticket)
    .where(
      and(
        eq(ticket.deviceId, device.id),
        eq(ticket.registrationId, registration.id),
        or(isNull(ticket.passUntil), gt(ticket.passUntil, now)),
      ),
    );
  const signedIn = store
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.id, device.personId), eq(person.email, registration.email)));
  return and(
    or(
      eq(registration.status, TAKES_PART),
      isNotNull(registration.standsBySince),
      isNotNull(registration.passedOnAt),
    ),
    gt(device.expiresAt, now),
    or(exists(held), exists(signedIn)),
  )!;
}
