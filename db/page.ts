import { eq } from "drizzle-orm";
import { lockEvent } from "#db/event.ts";
import { findLink, type Link } from "#db/link.ts";
import type { EventRow } from "#db/move.ts";
import { type RegistrationRow, registration } from "#db/schema/registration.ts";
import type { Transaction } from "#db/transaction.ts";

export type LockedPage = { camp: EventRow; link: Link; mine: RegistrationRow };

/**
 * Locks the camp of a private page, then reads the page again: a proof or a mended address may have changed it
 * meanwhile.
 * @returns null when the token opens nothing, or no longer what it did
 */
export async function lockPage(tx: Transaction, token: string, now: Date): Promise<LockedPage | null> {
  const before = await findLink(tx, token, now);
  const known = before && (await rowBehind(tx, before));
  const camp = known && (await lockEvent(tx, known.eventId));
  const link = camp && (await findLink(tx, token, now));
  const mine = link && (await rowBehind(tx, link));
  return camp && link && mine ? { camp, link, mine } : null;
}

async function rowBehind(tx: Transaction, { registrationId }: Link): Promise<RegistrationRow | null> {
  const [row] = await tx.select().from(registration).where(eq(registration.id, registrationId));
  return row ?? null;
}
