/** The way to sign in of somebody who is forgotten, where they need it for nothing else. */
import { and, eq, isNull, ne, type SQL, sql } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { bumpStanding } from "#db/live.ts";
import { device, signIn } from "#db/schema/device.ts";
import { outbox } from "#db/schema/mail.ts";
import { person, role } from "#db/schema/person.ts";
import { type RegistrationRow, registration } from "#db/schema/registration.ts";
import type { Transaction } from "#db/transaction.ts";

type Mine = Pick<RegistrationRow, "id" | "email">;

/** Nobody who runs anything, and registered nowhere else. */
function onlyHere({ id, email }: Mine): SQL {
  return and(
    eq(person.email, email),
    sql`not ${person.owner}`,
    sql`not exists (select from ${role} where ${role.personId} = ${person.id})`,
    sql`not exists (select from ${registration} where ${and(eq(registration.email, email), ne(registration.id, id))})`,
  )!;
}

export async function hasAccountOnlyHere(db: Store, mine: Mine): Promise<boolean> {
  return (await db.$count(person, onlyHere(mine))) > 0;
}

/** Browsers that were signed in are nobody's from now on, and keep the tickets of others. */
export async function forgetAccount(tx: Transaction, mine: Mine): Promise<void> {
  const [known] = await tx.select({ id: person.id }).from(person).where(onlyHere(mine));
  if (!known) return;
  const ended = await tx
    .update(device)
    .set({ personId: null, label: "", stranger: true })
    .where(eq(device.personId, known.id))
    .returning({ id: device.id });
  await tx.delete(person).where(eq(person.id, known.id));
  await tx.delete(signIn).where(eq(signIn.email, mine.email));
  await tx.delete(outbox).where(and(eq(outbox.recipient, mine.email), isNull(outbox.eventId)));
  await bumpStanding(
    tx,
    [known, ...ended].map(({ id }) => id),
  );
}
