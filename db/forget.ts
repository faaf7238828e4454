/** What time alone takes away. */
import { lt } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { forgetSpent } from "#db/limit.ts";
import { device, setupLink, signIn } from "#db/schema/device.ts";
import { mailbox } from "#db/schema/mail.ts";
import { registrationLink } from "#db/schema/registration.ts";

const DAY = 24 * 60 * 60 * 1000;

/** How long the local mailbox keeps what it shows, in days. */
const MAILBOX_DAYS = 30;

/**
 * Takes away what is no longer good for anything: devices, links, codes and counts past their
 * time, and old local mail.
 */
export async function forget(db: Database, now: Date): Promise<void> {
  const yesterday = new Date(now.getTime() - DAY);
  await db.delete(device).where(lt(device.expiresAt, now));
  await db.delete(signIn).where(lt(signIn.expiresAt, yesterday));
  await db.delete(setupLink).where(lt(setupLink.expiresAt, yesterday));
  await db.delete(registrationLink).where(lt(registrationLink.expiresAt, now));
  await db
    .update(registrationLink)
    .set({ codeHash: null, codeExpiresAt: null })
    .where(lt(registrationLink.codeExpiresAt, yesterday));
  await db.delete(mailbox).where(lt(mailbox.sentAt, new Date(now.getTime() - MAILBOX_DAYS * DAY)));
  await forgetSpent(db, now);
}
