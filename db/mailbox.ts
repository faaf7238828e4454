/** Reads what was sent to this installation itself: all mail without a mail server, a demo’s always. */
import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { onlyOfDemos } from "#db/mail.ts";
import { mailbox } from "#db/schema/mail.ts";
import type { LetterView } from "#domain/mailbox.ts";

/** How many letters the list shows. */
export const NEWEST = 100;

/**
 * Whose letters may be read. A letter can hold the code that makes its reader its recipient, so `strangers` see
 * none to an owner, nor to anybody of a camp that is no demo.
 */
export type Reader = "owner" | "strangers";

/** The newest letters first, at most NEWEST. */
export async function listLetters(db: Store, reader: Reader): Promise<LetterView[]> {
  return select(db, readableBy(reader), NEWEST);
}

/** One letter, or null when there is none that this reader may see. */
export async function findLetter(db: Store, reader: Reader, id: string): Promise<LetterView | null> {
  const [letter] = await select(db, and(readableBy(reader), eq(mailbox.id, id)), 1);
  return letter ?? null;
}

function readableBy(reader: Reader): SQL | undefined {
  return reader === "owner" ? undefined : onlyOfDemos(sql`lower(${mailbox.recipient})`);
}

async function select(db: Store, where: SQL | undefined, limit: number): Promise<LetterView[]> {
  const rows = await db
    .select()
    .from(mailbox)
    .where(where)
    .orderBy(desc(mailbox.sentAt), desc(mailbox.id))
    .limit(limit);
  return rows.map(({ id, recipient, subject, body, sentAt }) => {
    return { id, recipient, subject, text: body, sentAt: sentAt.toISOString() };
  });
}
