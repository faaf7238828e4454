/** What time alone takes away. */
import { and, eq, exists, inArray, isNotNull, isNull, lt, notExists, or, sql } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { forgetSpent } from "#db/rate-limit.ts";
import { device, setupLink, signIn, ticket } from "#db/schema/device.ts";
import { unsubscribeLink } from "#db/schema/group-mail.ts";
import { mailbox, outbox, toStrangers } from "#db/schema/mail.ts";
import { passkeyChallenge } from "#db/schema/passkey-challenge.ts";
import { registrationLink } from "#db/schema/registration.ts";
import { secondAddress } from "#db/schema/second-address.ts";
import { forgetDeliveries } from "#db/webhook/log.ts";

const DAY = 24 * 60 * 60 * 1000;

/** How long the local mailbox keeps what it shows, in days. */
const MAILBOX_DAYS = 30;

/** How long we keep whom we wrote to because somebody typed their address, in days: they may know nothing of us. */
const STRANGERS_MAIL_DAYS = 30;

const daysAgo = (days: number, now: Date) => new Date(now.getTime() - days * DAY);

/** How long we remember a browser that is nobody's, in days. */
const STRANGER_DAYS = 2;

/**
 * Takes away what is no longer good for anything: devices, links, codes and counts past their
 * time, and old local mail.
 */
export async function forget(db: Database, now: Date): Promise<void> {
  const yesterday = new Date(now.getTime() - DAY);
  await db.delete(device).where(lt(device.expiresAt, now));
  await forgetPasses(db, now);
  await forgetStrangers(db, now);
  await db.delete(signIn).where(lt(signIn.expiresAt, yesterday));
  await db.delete(passkeyChallenge).where(lt(passkeyChallenge.expiresAt, now));
  await db.delete(setupLink).where(lt(setupLink.expiresAt, yesterday));
  await db.delete(registrationLink).where(lt(registrationLink.expiresAt, now));
  await db.delete(unsubscribeLink).where(lt(unsubscribeLink.expiresAt, now));
  await db.delete(secondAddress).where(and(isNull(secondAddress.provenAt), lt(secondAddress.lapsesAt, now)));
  await db
    .delete(outbox)
    .where(and(toStrangers(outbox.kind), lt(outbox.createdAt, daysAgo(STRANGERS_MAIL_DAYS, now))));
  await db
    .update(registrationLink)
    .set({ codeHash: null, codeExpiresAt: null })
    .where(lt(registrationLink.codeExpiresAt, yesterday));
  await db.delete(mailbox).where(lt(mailbox.sentAt, daysAgo(MAILBOX_DAYS, now)));
  await forgetSpent(db, now);
  await forgetDeliveries(db, now);
}

/** Passes of camps that are over. Without one a browser may be nobody's again. */
async function forgetPasses(db: Database, now: Date): Promise<void> {
  const ended = await db.delete(ticket).where(lt(ticket.passUntil, now)).returning({ id: ticket.deviceId });
  const ids = ended.map(({ id }) => id);
  if (ids.length > 0) await db.update(device).set({ stranger: true }).where(inArray(device.id, ids));
}

/** Browsers that asked for something and became nobody: they hold nothing that could be lost. */
async function forgetStrangers(db: Database, now: Date): Promise<void> {
  const held = db.select({ id: ticket.deviceId }).from(ticket).where(eq(ticket.deviceId, device.id));
  const unseen = lt(device.seenAt, daysAgo(STRANGER_DAYS, now));
  const stranger = and(sql`${device.stranger}`, unseen);
  await db.delete(device).where(and(stranger, isNull(device.personId), notExists(held)));
  // Each is looked at once: whoever is left became somebody.
  const known = or(isNotNull(device.personId), exists(held));
  await db.update(device).set({ stranger: false }).where(and(stranger, known));
}
