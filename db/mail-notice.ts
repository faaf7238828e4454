import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Store } from "#db/connection.ts";
import { readTimes } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { type Mail, post, postToSecond } from "#db/mail.ts";
import { proven } from "#db/registration/place.ts";
import { remindOf } from "#db/registration/reminder.ts";
import type { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import type { Transaction } from "#db/transaction.ts";
import { type Audience, audienceOf } from "#domain/consequence.ts";
import { latestEnd, offerAnew } from "#domain/registration/offer.ts";
import { LIVE, type Status } from "#domain/registration.ts";

/** `days` are the doors of each day. */
export type When = Pick<typeof event.$inferSelect, "day" | "startsAt" | "zone" | "place"> & {
  days: readonly Date[];
};

/** A statement holds 65,535 values; this many rows of mail or log stay far below. */
const AT_ONCE = 1_000;

/** Each of them is mailed, so all are read: as many as there are places and turns in the line. */
export type Concerned = {
  id: string;
  email: string;
  status: Status;
  offeredUntil: Date | null;
  reached: boolean;
  proven: boolean;
};

export async function readConcerned(store: Store, eventId: string): Promise<Concerned[]> {
  const { id, email, status, offeredUntil, bouncedAt } = registration;
  return store
    .select({ id, email, status, offeredUntil, reached: sql<boolean>`${bouncedAt} is null`, proven })
    .from(registration)
    .where(and(eq(registration.eventId, eventId), inArray(registration.status, [...LIVE])))
    .orderBy(asc(registration.rank));
}

/** Who would be mailed about a change of this camp now. */
export async function readAudience(store: Store, eventId: string): Promise<Audience> {
  return audienceOf(await readConcerned(store, eventId));
}

/**
 * Mails everybody with a place, an offer or a turn in the line what is new about when and where.
 * @param tell false mails only those whose offer got another time to answer
 * @param retimed those offers, by registration
 * @returns whom it told
 */
export async function tellChange(
  tx: Transaction,
  eventId: string,
  { was, is }: { was: When; is: When },
  { tell, retimed }: { tell: boolean; retimed: ReadonlyMap<string, Date> },
): Promise<Audience> {
  const concerned = await readConcerned(tx, eventId);
  const chosen = concerned.filter(({ id }) => tell || retimed.has(id));
  const facts = {
    wasDays: was.days.map((doors) => doors.toISOString()).join(" "),
    wasZone: was.zone,
    wasPlace: was.place,
    days: is.days.map((doors) => doors.toISOString()).join(" "),
    zone: is.zone,
    place: is.place,
  };
  const mailTo = ({ id, email, offeredUntil }: Concerned): Mail => ({
    eventId,
    kind: "camp_changed",
    // Each change is an occasion of its own, also one that undoes the last.
    occasion: newId(),
    recipient: email,
    facts: { registrationId: id, ...facts, until: offeredUntil?.toISOString() ?? "" },
  });
  return tellEach(tx, chosen, mailTo);
}

/** One mail to each, and to a second address alone where their first is not reached. @returns whom it told */
export async function tellEach(
  tx: Transaction,
  people: readonly Concerned[],
  mailTo: (person: Concerned) => Mail,
): Promise<Audience> {
  for (let from = 0; from < people.length; from += AT_ONCE) {
    const some = people.slice(from, from + AT_ONCE);
    await post(tx, some.filter(({ reached }) => reached).map(mailTo));
    await postToSecond(tx, some.filter(({ reached }) => !reached).map(mailTo));
  }
  return audienceOf(people);
}

/**
 * Gives open offers the time to answer that the camp's new beginning leaves them. On another day the time counts anew,
 * as if the offer were made now; with other doors alone an offer ends earlier only where it would outlast them.
 * @returns the offers that changed, by registration, and until when each stands
 */
export async function retimeOffers(
  tx: Transaction,
  eventId: string,
  { was, is }: { was: When; is: When },
  by: string,
  now: Date,
): Promise<ReadonlyMap<string, Date>> {
  const times = await readTimes(tx, { id: eventId, ...is });
  const sameDay = was.day === is.day;
  const until = new Date((sameDay ? latestEnd : offerAnew)(now.getTime(), times));
  // Whoever was reminded already is not again.
  const remindAt = sql`case when ${registration.remindAt} is not null then ${remindOf(now, until, is.zone)?.toISOString() ?? null}::timestamptz end`;
  const open = (await readConcerned(tx, eventId)).filter(({ offeredUntil }) => offeredUntil !== null);
  const moved = open.filter(({ offeredUntil }) =>
    sameDay ? offeredUntil! > until : offeredUntil!.getTime() !== until.getTime(),
  );
  for (let from = 0; from < moved.length; from += AT_ONCE) {
    const some = moved.slice(from, from + AT_ONCE);
    const ids = some.map(({ id }) => id);
    await tx
      .update(registration)
      .set({ offeredUntil: until, remindAt, changedAt: now })
      .where(inArray(registration.id, ids));
    await record(
      tx,
      some.map(({ id, offeredUntil }) => ({
        eventId,
        at: now,
        actor: "crew" as const,
        actorId: by,
        act: "retime_offer",
        subjectId: id,
        from: offeredUntil!.toISOString(),
        to: until.toISOString(),
      })),
    );
  }
  return new Map(moved.map(({ id }) => [id, until]));
}
