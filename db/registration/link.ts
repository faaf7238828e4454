import { and, eq, gt } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { hashToken, newId, newToken } from "#db/id.ts";
import { post } from "#db/mail.ts";
import { registrationLink } from "#db/schema/registration.ts";
import type { Transaction } from "#db/transaction.ts";
import type { Claim } from "#domain/registration/claim.ts";

const LINK_DAYS = 400;
const DAY = 24 * 60 * 60 * 1000;

const CODE_LIFE = DAY;

type LinkOptions = {
  /** Sent by mail, so that whoever holds it reads that mailbox. */
  mailed: boolean;
  /** Sent to the second address, which says nothing of the first. */
  second?: boolean;
  codeHash?: string;
  /** What a browser was told that has not proven the mailbox. */
  claim?: Claim | undefined;
  now: Date;
};

/** A private address's token, shown this once, and the row, which holds only its hash. */
export function newLink(registrationId: string, { mailed, second, codeHash, claim, now }: LinkOptions) {
  const token = newToken();
  const row: typeof registrationLink.$inferInsert = {
    tokenHash: hashToken(token),
    registrationId,
    mailed,
    second: second ?? false,
    claim: claim ?? null,
    codeHash: codeHash ?? null,
    codeExpiresAt: codeHash ? new Date(now.getTime() + CODE_LIFE) : null,
    expiresAt: new Date(now.getTime() + LINK_DAYS * DAY),
    createdAt: now,
  };
  return { token, row };
}

/** Inserts private addresses; none for an empty list. */
export async function keepLinks(store: Store, links: readonly ReturnType<typeof newLink>[]): Promise<void> {
  if (links.length > 0) await store.insert(registrationLink).values(links.map((link) => link.row));
}

/** Makes a private address for a registration. @returns its token, shown this once */
export async function mintLink(store: Store, registrationId: string, options: LinkOptions): Promise<string> {
  const link = newLink(registrationId, options);
  await keepLinks(store, [link]);
  return link.token;
}

export type Link = {
  tokenHash: string;
  registrationId: string;
  mailed: boolean;
  /** Sent to the second address. */
  second: boolean;
  claim: Claim | null;
  createdAt: Date;
};

/** Null when the token opens nothing. */
export async function findLink(store: Store, token: string, now: Date): Promise<Link | null> {
  const { tokenHash, registrationId, mailed, second, claim, createdAt, expiresAt } = registrationLink;
  const [row] = await store
    .select({ tokenHash, registrationId, mailed, second, claim, createdAt })
    .from(registrationLink)
    .where(and(eq(tokenHash, hashToken(token)), gt(expiresAt, now)));
  return row ?? null;
}

/** From now on the address opens this: its browser may lose the answer, and has nothing else. */
export async function turnLink(
  store: Store,
  { tokenHash }: Pick<Link, "tokenHash">,
  { registrationId, claim = null }: { registrationId: string; claim?: Claim | null | undefined },
): Promise<void> {
  await store
    .update(registrationLink)
    .set({ registrationId, claim })
    .where(eq(registrationLink.tokenHash, tokenHash));
}

/** Changes what a browser is told that has not proven the mailbox; null once it has. */
export async function setClaim(
  store: Store,
  link: Pick<Link, "tokenHash">,
  claim: Claim | null,
): Promise<void> {
  await store.update(registrationLink).set({ claim }).where(eq(registrationLink.tokenHash, link.tokenHash));
}

/** Mails the way to their own page, and a code, to people whose address was registered again: each time, as a newcomer is. */
export async function claimOwnPage(
  tx: Transaction,
  eventId: string,
  people: readonly { id: string; email: string }[],
): Promise<void> {
  await post(
    tx,
    people.map(({ id, email }) => ({
      eventId,
      kind: "your_page" as const,
      occasion: newId(),
      recipient: email,
      facts: { registrationId: id },
    })),
  );
}
