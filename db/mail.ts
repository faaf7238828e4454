/** The outbox: mail is decided and kept in the same transaction, and sent by the worker afterwards. */
import { and, asc, eq, isNull, lte, sql } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { mailbox, outbox } from "#db/schema/mail.ts";
import type { Transaction } from "#db/transaction.ts";

/** Every kind of mail there is. Its words are in messages/en/mail.ts. */
export const MAIL_KINDS = [
  "registered",
  "your_page",
  "offered",
  "offer_expired",
  "camp_changed",
  "sign_in",
  "invited",
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

export type Letter = {
  eventId: string | null;
  kind: MailKind;
  /** With the kind, what makes this mail the only one of its sort, such as a registration and its rank. */
  occasion: string;
  recipient: string;
  facts: Record<string, string>;
};

/** A letter whose time has come. Its id is also its Message-ID. */
export type DueLetter = Letter & { id: string; tries: number };

/**
 * Puts letters into the outbox. One of the same kind and occasion is there at most once, so that
 * repeating a verb never sends twice.
 */
export async function post(tx: Store, letters: Letter | readonly Letter[]): Promise<void> {
  const rows = [letters].flat().map((letter) => ({ id: newId(), ...letter }));
  if (rows.length > 0) await tx.insert(outbox).values(rows).onConflictDoNothing();
}

const waiting = and(isNull(outbox.sentAt), isNull(outbox.failedAt));

/**
 * Takes one due letter, oldest first, and keeps it from every other worker until the transaction ends.
 *
 * @param now letters due later stay where they are
 */
export async function takeDue(tx: Transaction, now: Date): Promise<DueLetter | null> {
  const [row] = await tx
    .select()
    .from(outbox)
    .where(and(waiting, lte(outbox.dueAt, now)))
    .orderBy(asc(outbox.dueAt), asc(outbox.id))
    .limit(1)
    .for("update", { skipLocked: true });
  return row ? { ...row, kind: row.kind as MailKind } : null;
}

/**
 * Adds facts to a letter on its way. What it says must be decided before it is first sent: a second try after a
 * crash then says the same under the same Message-ID.
 */
export async function addFacts(
  tx: Transaction,
  letter: DueLetter,
  facts: Record<string, string>,
): Promise<void> {
  await tx
    .update(outbox)
    .set({ facts: { ...letter.facts, ...facts } })
    .where(eq(outbox.id, letter.id));
}

/** Done. The facts go: they hold tokens. */
export async function markSent(tx: Transaction, letterId: string, now: Date): Promise<void> {
  await tx.update(outbox).set({ sentAt: now, facts: {} }).where(eq(outbox.id, letterId));
}

/** Given up. @param failure the server's status code or a word, never the address */
export async function markFailed(
  tx: Transaction,
  letterId: string,
  failure: string,
  now: Date,
): Promise<void> {
  await tx.update(outbox).set({ failedAt: now, failure, facts: {} }).where(eq(outbox.id, letterId));
}

/** Tries again later. */
export async function postpone(tx: Transaction, letterId: string, dueAt: Date): Promise<void> {
  await tx
    .update(outbox)
    .set({ dueAt, tries: sql`${outbox.tries} + 1` })
    .where(eq(outbox.id, letterId));
}

/** Delivers to the mailbox page, where no mail server is configured. In the transaction that marks it: exactly once. */
export async function putInMailbox(
  tx: Transaction,
  message: { id: string; recipient: string; subject: string; text: string },
  now: Date,
): Promise<void> {
  const { id, recipient, subject, text } = message;
  await tx.insert(mailbox).values({ id, recipient, subject, body: text, sentAt: now });
}
