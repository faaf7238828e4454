import { eq } from "drizzle-orm";
import { lockEvent } from "#db/event.ts";
import { findLink, type Link } from "#db/registration/link.ts";
import type { EventRow } from "#db/registration/move.ts";
import { type RegistrationRow, registration } from "#db/schema/registration.ts";
import type { Transaction } from "#db/transaction.ts";

export type LockedPage = { camp: EventRow; link: Link; mine: RegistrationRow };

/** Reads the page again once the camp is locked: a proof or a mended address may have changed what it opens. */
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
