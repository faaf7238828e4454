/** Reads what was sent while no mail server is configured. */
import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { event } from "#db/schema/event.ts";
import { mailbox } from "#db/schema/mail.ts";
import { person, role } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
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
  if (reader === "owner") return undefined;
  const to = sql`lower(${mailbox.recipient})`;
  return sql`not exists (select 1 from ${person} where ${person.owner} and ${person.email} = ${to})
    and not exists (select 1 from ${registration} join ${event} on ${event.id} = ${registration.eventId}
      where not ${event.demo} and ${registration.email} = ${to})
    and not exists (select 1 from ${role} join ${event} on ${event.id} = ${role.eventId}
      join ${person} on ${person.id} = ${role.personId} where not ${event.demo} and ${person.email} = ${to})`;
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
