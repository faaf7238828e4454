/** Whoever has a place asked whether they can come on a new date, by the mail that tells of it. Under the camp's lock. */
import { and, eq } from "drizzle-orm";
import { record } from "#db/audit.ts";
import { noteDone } from "#db/reconfirmation/round.ts";
import type { By, EventRow } from "#db/registration/move.ts";
import { proven } from "#db/registration/place.ts";
import { reconfirmation } from "#db/schema/reconfirmation.ts";
import { registration } from "#db/schema/registration.ts";
import type { Transaction } from "#db/transaction.ts";
import { roundsDue } from "#domain/registration/reconfirmation.ts";
import { TAKES_PART } from "#domain/registration.ts";

/** A statement holds 65,535 values; this many rows stay far below. */
const AT_ONCE = 1_000;

/** No round whose time has come is asked any more of the day that the camp has now. */
export async function closeRounds(tx: Transaction, camp: EventRow, now: Date): Promise<void> {
  await noteDone(tx, camp, roundsDue(camp, [], now.getTime()), 0, now);
}

/** Nothing goes back for want of this answer. What somebody said of that day before is said anew. */
export async function askAnew(tx: Transaction, camp: EventRow, by: By, now: Date): Promise<void> {
  const people = await tx
    .select({ id: registration.id })
    .from(registration)
    .where(and(eq(registration.eventId, camp.id), eq(registration.status, TAKES_PART), proven));
  const asked = { askedAt: now, answer: null, answeredAt: null, goesBackAt: null };
  for (let from = 0; from < people.length; from += AT_ONCE) {
    const ids = people.slice(from, from + AT_ONCE).map(({ id }) => id);
    await tx
      .insert(reconfirmation)
      .values(ids.map((registrationId) => ({ registrationId, eventId: camp.id, day: camp.day, ...asked })))
      .onConflictDoUpdate({ target: [reconfirmation.registrationId, reconfirmation.day], set: asked });
    const entry = { eventId: camp.id, at: now, ...by, act: "ask_coming" as const };
    await record(
      tx,
      ids.map((subjectId) => ({ ...entry, subjectId })),
    );
  }
}
