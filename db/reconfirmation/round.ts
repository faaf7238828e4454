/** Asks whoever has a place whether they still come, once for each round. The camp's row must be locked. */
import { and, asc, eq, sql } from "drizzle-orm";
import { record } from "#db/audit.ts";
import { post } from "#db/mail.ts";
import { CLOCK, type EventRow } from "#db/registration/move.ts";
import { proven } from "#db/registration/place.ts";
import { audit } from "#db/schema/audit.ts";
import { reconfirmation, reconfirmationRound } from "#db/schema/reconfirmation.ts";
import { registration } from "#db/schema/registration.ts";
import type { Transaction } from "#db/transaction.ts";
import { permits } from "#domain/event.ts";
import {
  answerBy,
  isAsked,
  nextRoundAt,
  type Round,
  roundsDue,
} from "#domain/registration/reconfirmation.ts";
import { TAKES_PART } from "#domain/registration.ts";

const isOpen = ({ phase, startsAt }: EventRow, now: Date) => permits(phase, "answer") && now < startsAt;

/** Asks in the round that is due, if any. Safe to repeat. @returns how many were asked */
export async function askRound(tx: Transaction, camp: EventRow, now: Date): Promise<number> {
  const at = now.getTime();
  if (!isOpen(camp, now) || roundsDue(camp, [], at).length === 0) return 0;
  const due = roundsDue(camp, await listDone(tx, camp), at);
  const last = due.at(-1);
  if (last === undefined) return 0;
  const asked = await ask(tx, camp, last, now);
  await noteDone(tx, camp, due, asked, now);
  return asked;
}

/** When the next round is due, milliseconds since 1970; null where there is none. */
export async function nextRound(tx: Transaction, camp: EventRow, now: Date): Promise<number | null> {
  if (!isOpen(camp, now)) return null;
  return nextRoundAt(camp, await listDone(tx, camp), now.getTime());
}

/** At most as many as there are rounds. */
async function listDone(tx: Transaction, { id, day }: EventRow): Promise<number[]> {
  const rows = await tx
    .select({ days: reconfirmationRound.days })
    .from(reconfirmationRound)
    .where(and(eq(reconfirmationRound.eventId, id), eq(reconfirmationRound.day, day)));
  return rows.map(({ days }) => days);
}

/** From now on these are over. @param asked how many were asked in the last of them */
export async function noteDone(
  tx: Transaction,
  { id: eventId, day }: Pick<EventRow, "id" | "day">,
  rounds: readonly Round[],
  asked: number,
  now: Date,
): Promise<void> {
  const rows = rounds.map((days, index) => {
    return { eventId, day, days, at: now, asked: index === rounds.length - 1 ? asked : 0 };
  });
  if (rows.length > 0) await tx.insert(reconfirmationRound).values(rows).onConflictDoNothing();
}

/** Everybody who has a place and can be reached, but those who said something or got it just now. */
async function ask(tx: Transaction, camp: EventRow, days: Round, now: Date): Promise<number> {
  // At most one for each place of the camp.
  const people = await tx
    .select({
      id: registration.id,
      email: registration.email,
      answeredAt: reconfirmation.answeredAt,
      told: reconfirmation.goesBackAt,
      placedAt: sql`(select max(${audit.at}) from ${audit}
        where ${audit.subjectId} = ${registration.id} and ${audit.to} = ${TAKES_PART})`.mapWith(audit.at),
    })
    .from(registration)
    .leftJoin(
      reconfirmation,
      and(eq(reconfirmation.registrationId, registration.id), eq(reconfirmation.day, camp.day)),
    )
    .where(and(eq(registration.eventId, camp.id), eq(registration.status, TAKES_PART), proven))
    .orderBy(asc(registration.rank));
  const asked = people.filter(({ placedAt, answeredAt }) =>
    isAsked(
      { placedAt: (placedAt as Date | null)?.getTime() ?? null, answeredAt: answeredAt?.getTime() ?? null },
      now.getTime(),
    ),
  );
  if (asked.length === 0) return 0;
  const rows = asked.map(({ id, email, told }) => {
    const by = answerBy(camp, told?.getTime() ?? null, now.getTime());
    return { id, email, goesBackAt: by === null ? null : new Date(by) };
  });
  await tx
    .insert(reconfirmation)
    .values(
      rows.map(({ id: registrationId, goesBackAt }) => {
        return { registrationId, eventId: camp.id, day: camp.day, askedAt: now, goesBackAt };
      }),
    )
    .onConflictDoUpdate({
      target: [reconfirmation.registrationId, reconfirmation.day],
      set: { askedAt: now, goesBackAt: sql`excluded.goes_back_at` },
    });
  await record(
    tx,
    asked.map(({ id }) => ({ eventId: camp.id, at: now, ...CLOCK, act: "ask_coming", subjectId: id })),
  );
  await post(
    tx,
    rows.map(({ id, email, goesBackAt }) => ({
      eventId: camp.id,
      kind: "still_coming" as const,
      occasion: `${id}:${camp.day}:${days}`,
      recipient: email,
      facts: { registrationId: id, until: goesBackAt?.toISOString() ?? "" },
    })),
  );
  return asked.length;
}
