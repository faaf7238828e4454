/** Private addresses of a registration: random tokens of which only the hash is kept. */
import { and, eq, gt } from "drizzle-orm";
import type { Database, Store } from "#db/connection.ts";
import { hashToken, newToken } from "#db/id.ts";
import { post } from "#db/mail.ts";
import { registration, registrationLink } from "#db/schema/registration.ts";

/** How long a private address stays good, in days. */
const LINK_DAYS = 400;
const DAY = 24 * 60 * 60 * 1000;
const HOUR = 60 * 60 * 1000;

/** A mailed code's life, in milliseconds, and how often it may be mistyped. */
const CODE_LIFE = DAY;

type LinkOptions = {
  /** Sent by mail, so that whoever holds it reads that mailbox. */
  mailed: boolean;
  /** Hash of the six digits in the same mail. */
  codeHash?: string;
  now: Date;
};

/** A private address not yet written down: its token, shown this once, and the row that knows its hash. */
export function newLink(registrationId: string, { mailed, codeHash, now }: LinkOptions) {
  const token = newToken();
  const row: typeof registrationLink.$inferInsert = {
    tokenHash: hashToken(token),
    registrationId,
    mailed,
    codeHash: codeHash ?? null,
    codeExpiresAt: codeHash ? new Date(now.getTime() + CODE_LIFE) : null,
    expiresAt: new Date(now.getTime() + LINK_DAYS * DAY),
    createdAt: now,
  };
  return { token, row };
}

/** Writes private addresses down. */
export async function keepLinks(store: Store, links: readonly ReturnType<typeof newLink>[]): Promise<void> {
  if (links.length > 0) await store.insert(registrationLink).values(links.map((link) => link.row));
}

/**
 * Makes a private address for a registration.
 *
 * @returns its token, shown this once
 */
export async function mintLink(store: Store, registrationId: string, options: LinkOptions): Promise<string> {
  const link = newLink(registrationId, options);
  await keepLinks(store, [link]);
  return link.token;
}

/** What a token opens, or null when it opens nothing. */
export async function findLink(
  store: Store,
  token: string,
  now: Date,
): Promise<{ registrationId: string; mailed: boolean } | null> {
  const [row] = await store
    .select({ registrationId: registrationLink.registrationId, mailed: registrationLink.mailed })
    .from(registrationLink)
    .where(and(eq(registrationLink.tokenHash, hashToken(token)), gt(registrationLink.expiresAt, now)));
  return row ?? null;
}

/** Mails somebody the way to their own page; at most once an hour, and silently nothing for a stranger. */
export async function postOwnPage(db: Database, eventId: string, email: string, now: Date): Promise<void> {
  const [row] = await db
    .select({ id: registration.id })
    .from(registration)
    .where(and(eq(registration.eventId, eventId), eq(registration.email, email)));
  if (!row) return;
  const occasion = `${row.id}:${Math.floor(now.getTime() / HOUR)}`;
  await post(db, {
    eventId,
    kind: "your_page",
    occasion,
    recipient: email,
    facts: { registrationId: row.id },
  });
}
