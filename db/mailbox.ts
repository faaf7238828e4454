/** Mail that stays on this installation: all of it without a mail server, a demo's always. */
import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { onlyOfDemos } from "#db/mail.ts";
import { mailbox } from "#db/schema/mail.ts";
import type { MailView } from "#domain/mailbox.ts";

export const NEWEST = 100;

/** A mail can hold a code that signs in, so `strangers` see none to an owner or to anybody of a real camp. */
export type Reader = "owner" | "strangers";

/** Newest first, at most NEWEST. */
export async function listMails(db: Store, reader: Reader): Promise<MailView[]> {
  return select(db, readableBy(reader), NEWEST);
}

/** Null when there is none that this reader may see. */
export async function findMail(db: Store, reader: Reader, id: string): Promise<MailView | null> {
  const [mail] = await select(db, and(readableBy(reader), eq(mailbox.id, id)), 1);
  return mail ?? null;
}

function readableBy(reader: Reader): SQL | undefined {
  return reader === "owner" ? undefined : onlyOfDemos(sql`lower(${mailbox.recipient})`);
}

async function select(db: Store, where: SQL | undefined, limit: number): Promise<MailView[]> {
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
