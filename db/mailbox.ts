/** Reads what was sent while no mail server is configured. */
import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { mailbox } from "#db/schema/mail.ts";
import { person } from "#db/schema/person.ts";
import type { LetterView } from "#domain/mailbox.ts";

/** How many letters the list shows. */
export const NEWEST = 100;

/**
 * Whose letters may be read. A letter to an owner can hold the code that makes its reader one, so `strangers`
 * never see those.
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
  if (reader === "owner") return undefined;
  return sql`not exists (select 1 from ${person} where ${person.owner} and ${person.email} = lower(${mailbox.recipient}))`;
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
