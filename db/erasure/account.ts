/** The way to sign in of somebody who is forgotten, where they need it for nothing else. */
import { and, eq, inArray, isNull, notInArray, type SQL, sql } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { bumpStanding } from "#db/live.ts";
import { device, signIn } from "#db/schema/device.ts";
import { outbox } from "#db/schema/mail.ts";
import { person, role } from "#db/schema/person.ts";
import { type RegistrationRow, registration } from "#db/schema/registration.ts";
import type { Transaction } from "#db/transaction.ts";

type Mine = Pick<RegistrationRow, "id" | "email">;

/** Nobody who runs anything, and registered nowhere else. */
function onlyHere(people: readonly Mine[]): SQL {
  const emails = people.map(({ email }) => email);
  const ids = people.map(({ id }) => id);
  const elsewhere = and(eq(registration.email, person.email), notInArray(registration.id, ids));
  return and(
    inArray(person.email, emails),
    sql`not ${person.owner}`,
    sql`not exists (select from ${role} where ${role.personId} = ${person.id})`,
    sql`not exists (select from ${registration} where ${elsewhere})`,
  )!;
}

export async function hasAccountOnlyHere(db: Store, mine: Mine): Promise<boolean> {
  return (await db.$count(person, onlyHere([mine]))) > 0;
}

/** Browsers that were signed in are nobody's from now on, and keep the tickets of others. */
export async function forgetAccounts(tx: Transaction, people: readonly Mine[]): Promise<void> {
  const known = await tx.select({ id: person.id, email: person.email }).from(person).where(onlyHere(people));
  if (known.length === 0) return;
  const ids = known.map(({ id }) => id);
  const emails = known.map(({ email }) => email);
  const ended = await tx
    .update(device)
    .set({ personId: null, passkeyId: null, label: "", stranger: true })
    .where(inArray(device.personId, ids))
    .returning({ id: device.id });
  await tx.delete(person).where(inArray(person.id, ids));
  await tx.delete(signIn).where(inArray(signIn.email, emails));
  await tx.delete(outbox).where(and(inArray(outbox.recipient, emails), isNull(outbox.eventId)));
  await bumpStanding(
    tx,
    [...known, ...ended].map(({ id }) => id),
  );
}
