/** The outbox: mail is decided and kept in the same transaction, and sent by the worker afterwards. */
import type { Store } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { outbox } from "#db/schema/mail.ts";

/** Every kind of mail there is. Its words are in messages/en/mail.ts. */
export const MAIL_KINDS = [
  "registered",
  "your_page",
  "offered",
  "offer_expired",
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

/**
 * Puts letters into the outbox. One of the same kind and occasion is there at most once, so that
 * repeating a verb never sends twice.
 */
export async function post(tx: Store, letters: Letter | readonly Letter[]): Promise<void> {
  const rows = [letters].flat().map((letter) => ({ id: newId(), ...letter }));
  if (rows.length > 0) await tx.insert(outbox).values(rows).onConflictDoNothing();
}
