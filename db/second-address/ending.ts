/** How a second address ends: taken away with all that went there, or written to no more. */
import { and, eq, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { record } from "#db/audit.ts";
import { dropDayAddresses } from "#db/day-address.ts";
import { mailbox, outbox } from "#db/schema/mail.ts";
import { registration, registrationLink } from "#db/schema/registration.ts";
import { secondAddress } from "#db/schema/second-address.ts";
import { endSecondTickets } from "#db/ticket.ts";
import type { Transaction } from "#db/transaction.ts";

/** What went to these people's second addresses; a mail that is on its way just now is left to the worker, who asks again whether it may go. */
async function dropCopies(tx: Transaction, ids: readonly string[]): Promise<void> {
  const free = tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(inArray(outbox.secondOf, [...ids]))
    .for("update", { skipLocked: true });
  const gone = await tx.delete(outbox).where(inArray(outbox.id, free)).returning({ id: outbox.id });
  const copies = gone.map(({ id }) => id);
  if (copies.length > 0) await tx.delete(mailbox).where(inArray(mailbox.id, copies));
}

/**
 * Takes away the second addresses of these people, with the mails that went there; links in those open nothing any more,
 * nor does a phone that came in by one.
 * @returns whether anybody had one
 */
export async function dropSeconds(tx: Transaction, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return false;
  const gone = await tx
    .delete(secondAddress)
    .where(inArray(secondAddress.registrationId, [...ids]))
    .returning({ id: secondAddress.registrationId });
  if (gone.length === 0) return false;
  const had = gone.map(({ id }) => id);
  await tx
    .delete(registrationLink)
    .where(and(inArray(registrationLink.registrationId, had), eq(registrationLink.second, true)));
  await endSecondTickets(tx, had);
  await dropDayAddresses(tx, had);
  await dropCopies(tx, had);
  return true;
}

/** Of a whole camp. */
export async function dropSecondsOf(tx: Transaction, eventId: string): Promise<void> {
  // At most one for each registration.
  const had = await tx
    .select({ id: secondAddress.registrationId })
    .from(secondAddress)
    .innerJoin(registration, eq(registration.id, secondAddress.registrationId))
    .where(eq(registration.eventId, eventId));
  await dropSeconds(
    tx,
    had.map(({ id }) => id),
  );
}

/** @param eventId null where a report says no camp: then it is about every one. @param at when it happened */
export type Failing = { email: string; eventId: string | null; registrationId?: string; at: Date };

/**
 * Nothing goes to these second addresses any more: mail to them came back, or was called spam. The first address is not
 * touched by it. Safe to repeat; what came back before the address was proven says nothing of it.
 */
export async function stopSeconds(
  tx: Transaction,
  { email, eventId, registrationId, at }: Failing,
  why: "bounce" | "complaint",
  now: Date,
): Promise<void> {
  const since = why === "bounce" ? secondAddress.bouncedAt : secondAddress.complainedAt;
  const here = sql`exists (select from ${registration}
    where ${registration.id} = ${secondAddress.registrationId} and ${registration.eventId} = ${eventId})`;
  const stopped = await tx
    .update(secondAddress)
    .set(why === "bounce" ? { bouncedAt: now } : { complainedAt: now })
    .where(
      and(
        eq(secondAddress.email, email),
        registrationId === undefined ? undefined : eq(secondAddress.registrationId, registrationId),
        eventId === null ? undefined : here,
        or(isNull(secondAddress.provenAt), lte(secondAddress.provenAt, at)),
        isNull(since),
      ),
    )
    .returning({ id: secondAddress.registrationId });
  for (const { id } of stopped) {
    const [of] = await tx
      .select({ eventId: registration.eventId })
      .from(registration)
      .where(eq(registration.id, id));
    if (!of) continue;
    const by = { actor: "system", actorId: null } as const;
    await record(tx, {
      eventId: of.eventId,
      at: now,
      ...by,
      act: "stop_second_address",
      subjectId: id,
      to: why,
    });
  }
}
