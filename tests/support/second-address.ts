/** Second addresses of people, and what the worker makes for the mail that asks one. */
import { and, eq } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { mintLink } from "#db/registration/link.ts";
import { outbox } from "#db/schema/mail.ts";
import { secondAddress } from "#db/schema/second-address.ts";
import { addSecond } from "#db/second-address/adding.ts";
import { confirmSecond, mintSecond } from "#db/second-address/proving.ts";
import { NOON } from "#tests/support/camp.ts";

export const HOME = "ama.at.home@example.org";

/** A private page of somebody, as their own browser has it. */
export const pageOf = (db: Database, registrationId: string, now = NOON) =>
  mintLink(db, registrationId, { mailed: false, now });

/** Has somebody give a second address. @returns the token in the mail that asks its reader */
export async function askAt(db: Database, registrationId: string, email = HOME, now = NOON): Promise<string> {
  const added = await addSecond(db, await pageOf(db, registrationId, now), email, now);
  if (!added.ok) throw new Error(`not added: ${added.refusal}`);
  const to = { secondOf: registrationId, recipient: email };
  return (await db.transaction((tx) => mintSecond(tx, to, now)))!;
}

/** The same, and its reader says yes. */
export async function confirmedAt(db: Database, registrationId: string, email = HOME, now = NOON) {
  const token = await askAt(db, registrationId, email, now);
  const said = await confirmSecond(db, token, now);
  if (!said.ok) throw new Error(`not confirmed: ${said.refusal}`);
  return token;
}

export async function secondOf(db: Database, registrationId: string) {
  const [row] = await db.select().from(secondAddress).where(eq(secondAddress.registrationId, registrationId));
  return row ?? null;
}

/** The kinds of mail that went to an address of a camp, or are on their way there. */
export async function kindsTo(db: Database, eventId: string, email: string): Promise<string[]> {
  const rows = await db
    .select()
    .from(outbox)
    .where(and(eq(outbox.eventId, eventId), eq(outbox.recipient, email)))
    .orderBy(outbox.id);
  return rows.map(({ kind }) => kind);
}
