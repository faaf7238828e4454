/** One person's own day: mailed to them, and at an address that a calendar follows, of which only a hash is kept. */
import { and, eq, isNull } from "drizzle-orm";
import type { Database, Store } from "#db/connection.ts";
import { dropDayAddresses } from "#db/day-address.ts";
import { readTimes } from "#db/event.ts";
import { hashToken, newToken } from "#db/id.ts";
import { post } from "#db/mail.ts";
import { root } from "#db/pitch/standing.ts";
import { readVersion } from "#db/publication/rows.ts";
import { spend } from "#db/rate-limit.ts";
import { event } from "#db/schema/event.ts";
import { pitch, pitchHost } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import { dayAddress } from "#db/schema/star.ts";
import { readStars } from "#db/star.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { readBallot } from "#db/voting.ts";
import { type EventView, isOver, permits } from "#domain/event.ts";
import type { Whose } from "#domain/my-day.ts";
import { takesPart } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { Attendee } from "#domain/viewer.ts";

/** What makes somebody's day. Give it to nobody but them. */
export async function readWhose(db: Store, registrationId: string): Promise<Whose> {
  const mine = and(
    eq(pitchHost.registrationId, registrationId),
    pitchHost.hosting,
    isNull(pitch.withdrawnAt),
  );
  const [hosted, hands, stars] = await Promise.all([
    // Bounded by the rounds of the camp.
    db
      .selectDistinctOn([root], { id: root })
      .from(pitchHost)
      .innerJoin(pitch, eq(pitch.id, pitchHost.pitchId))
      .where(mine),
    readBallot(db, { registrationId }),
    readStars(db, { registrationId }),
  ]);
  return { hosting: hosted.map(({ id }) => id), hands, stars };
}

type SendRefusal = "not_open" | "no_ticket" | "too_many";

/**
 * Mails somebody their day, as it is when the mail goes out. Safe to repeat: one press is one mail.
 * @param press of this press alone, made with the form
 * @returns refused `too_many` for whoever goes on pressing, `no_ticket` for whoever has no place, `not_open` while no grid is
 *   out
 */
export async function mailMyDay(
  db: Database,
  { registrationId, eventId }: Pick<Attendee, "registrationId" | "eventId">,
  press: string,
  now: Date,
): Promise<Result<null, SendRefusal>> {
  return transact<null, SendRefusal>(db, async (tx) => {
    const mine = await lockGoing(tx, registrationId, eventId);
    if (!mine.ok) return mine;
    const spent = await spend(tx, [{ limit: "day_mail_by_registration", by: registrationId }], now);
    if (!spent.ok) return spent;
    await post(tx, {
      ...{ eventId, kind: "my_day", occasion: `${registrationId} ${press}`, recipient: mine.value },
      facts: { registrationId },
    });
    return granted(null);
  });
}

/**
 * Makes the address of somebody's day anew; the one before leads nowhere from then on.
 * @returns its token, shown this once; refused as `mailMyDay` is
 */
export async function makeDayAddress(
  db: Database,
  { registrationId, eventId }: Pick<Attendee, "registrationId" | "eventId">,
  now: Date,
): Promise<Result<{ token: string }, SendRefusal>> {
  return transact<{ token: string }, SendRefusal>(db, async (tx) => {
    const mine = await lockGoing(tx, registrationId, eventId);
    if (!mine.ok) return mine;
    const spent = await spend(tx, [{ limit: "day_address_by_registration", by: registrationId }], now);
    if (!spent.ok) return spent;
    const token = newToken();
    const row = { tokenHash: hashToken(token), createdAt: now };
    await tx
      .insert(dayAddress)
      .values({ registrationId, ...row })
      .onConflictDoUpdate({ target: dayAddress.registrationId, set: row });
    return granted({ token });
  });
}

/** Takes the address away. Safe to repeat. */
export async function endDayAddress(
  db: Store,
  { registrationId }: Pick<Attendee, "registrationId">,
): Promise<void> {
  await dropDayAddresses(db, [registrationId]);
}

/** Whether a calendar may follow somebody's day. */
export async function hasDayAddress(
  db: Store,
  { registrationId }: Pick<Attendee, "registrationId">,
): Promise<boolean> {
  return (await db.$count(dayAddress, eq(dayAddress.registrationId, registrationId))) > 0;
}

/** Two presses of one person queue up. @returns their address, as long as there is a grid they may go by */
async function lockGoing(
  tx: Transaction,
  registrationId: string,
  eventId: string,
): Promise<Result<string, "no_ticket" | "not_open">> {
  const [row] = await tx
    .select({ email: registration.email, status: registration.status, phase: event.phase })
    .from(registration)
    .innerJoin(event, eq(event.id, registration.eventId))
    .where(and(eq(registration.id, registrationId), eq(registration.eventId, eventId)))
    .for("no key update", { of: registration });
  if (!row || !takesPart(row.status)) return refused("no_ticket");
  if (!permits(row.phase, "star") || !(await readVersion(tx, eventId))) return refused("not_open");
  return granted(row.email);
}

type CampOfDay = Pick<EventView, "id" | "slug" | "name" | "place" | "zone">;

/** Whose day an address is of; null for none, once they have no place, and once the camp is over. */
export async function findDay(
  db: Store,
  token: string,
  now: Date,
): Promise<{ camp: CampOfDay; whose: Whose } | null> {
  const [found] = await db
    .select({ id: registration.id, status: registration.status, event })
    .from(dayAddress)
    .innerJoin(registration, eq(registration.id, dayAddress.registrationId))
    .innerJoin(event, eq(event.id, registration.eventId))
    .where(eq(dayAddress.tokenHash, hashToken(token)));
  if (!found || !takesPart(found.status)) return null;
  const { endsAt } = await readTimes(db, found.event);
  if (isOver(found.event.phase, endsAt, now.getTime())) return null;
  const { id, slug, name, place, zone } = found.event;
  return { camp: { id, slug, name, place, zone }, whose: await readWhose(db, found.id) };
}
