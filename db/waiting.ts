/**
 * The waiting list that runs itself: a freed place goes to the next in line, at once, under the
 * camp's lock. The clock and the organiser's button call the same verbs.
 */
import { and, eq, inArray, isNull, lte } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database } from "#db/connection.ts";
import { lockEvent } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { bump } from "#db/live.ts";
import { post } from "#db/mail.ts";
import { countPlaces } from "#db/place.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { permits } from "#domain/event.ts";
import { offerUntil } from "#domain/offer.ts";
import { freePlaces, nextInLine } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { Organiser } from "#domain/viewer.ts";

type EventRow = typeof event.$inferSelect;
type Person = { id: string; email: string };

/**
 * Offers every free place to the line. The camp's row must be locked by this transaction.
 *
 * @param by who made the places free; null for the clock
 * @returns how many offers were made; 0 while offers are off or the phase does not make them
 */
export async function fillFreePlaces(
  tx: Transaction,
  camp: EventRow,
  now: Date,
  by: Organiser | null = null,
): Promise<number> {
  if (!permits(camp.phase, "offer") || !(camp.offersOn || by)) return 0;
  const counts = await countPlaces(tx, camp.id);
  const free = freePlaces(camp.capacity, counts);
  if (free === 0 || counts.waiting === 0) return 0;
  const line = await readLine(tx, camp.id);
  const chosen = nextInLine(line, free);
  const people = chosen.map((id) => line.find((person) => person.id === id)!);
  await offer(tx, camp, people, now, by);
  return people.length;
}

async function readLine(tx: Transaction, eventId: string) {
  const rows = await tx
    .select()
    .from(registration)
    .where(and(eq(registration.eventId, eventId), eq(registration.status, "waiting")));
  return rows.map(({ id, email, rank, verifiedAt, bouncedAt }) => ({
    id,
    email,
    rank,
    verified: verifiedAt !== null && bouncedAt === null,
  }));
}

async function offer(
  tx: Transaction,
  camp: EventRow,
  people: readonly Person[],
  now: Date,
  by: Organiser | null,
) {
  if (people.length === 0) return;
  const until = new Date(offerUntil(now.getTime(), camp.startsAt.getTime(), camp.zone));
  const ids = people.map((person) => person.id);
  await tx
    .update(registration)
    .set({ status: "offered", offeredUntil: until, changedAt: now })
    .where(inArray(registration.id, ids));
  await post(
    tx,
    people.map(({ id, email }) => ({
      eventId: camp.id,
      kind: "offered" as const,
      // Each offer is an occasion of its own, even two to one person in the same millisecond.
      occasion: newId(),
      recipient: email,
      facts: { registrationId: id, until: until.toISOString() },
    })),
  );
  await record(
    tx,
    ids.map((id) => ({
      eventId: camp.id,
      at: now,
      actor: by ? ("crew" as const) : ("clock" as const),
      actorId: by?.personId ?? null,
      act: "offer",
      subjectId: id,
      from: "waiting",
      to: "offered",
    })),
  );
}

/** Ends the offers whose time has passed. Those whose mail came back keep their clock stopped. */
async function expireOffers(tx: Transaction, camp: EventRow, now: Date): Promise<number> {
  const gone = await tx
    .update(registration)
    .set({ status: "expired", offeredUntil: null, changedAt: now })
    .where(and(eq(registration.eventId, camp.id), dueOffers(now)))
    .returning({ id: registration.id, email: registration.email });
  await record(
    tx,
    gone.map(({ id }) => ({
      eventId: camp.id,
      at: now,
      actor: "clock" as const,
      actorId: null,
      act: "expire",
      subjectId: id,
      from: "offered",
      to: "expired",
    })),
  );
  await post(
    tx,
    gone.map(({ id, email }) => ({
      eventId: camp.id,
      kind: "offer_expired" as const,
      occasion: newId(),
      recipient: email,
      facts: { registrationId: id },
    })),
  );
  return gone.length;
}

const dueOffers = (now: Date) =>
  and(
    eq(registration.status, "offered"),
    lte(registration.offeredUntil, now),
    isNull(registration.bouncedAt),
  );

/**
 * One beat of the clock: in every camp, offers that ran out end and free places are offered.
 * Looks before it locks, so that a quiet camp costs two counts.
 */
export async function tick(db: Database, now: Date): Promise<void> {
  const camps = await db.select().from(event);
  for (const camp of camps) {
    if (await somethingToDo(db, camp, now)) await settle(db, camp.id, now, null);
  }
}

async function somethingToDo(db: Database, camp: EventRow, now: Date): Promise<boolean> {
  if (!permits(camp.phase, "offer")) return false;
  if ((await db.$count(registration, and(eq(registration.eventId, camp.id), dueOffers(now)))) > 0)
    return true;
  const counts = await countPlaces(db, camp.id);
  return camp.offersOn && counts.waiting > 0 && freePlaces(camp.capacity, counts) > 0;
}

/** The organiser's button: the same beat, for one camp, now, even while offers are off. */
export async function offerFreePlaces(
  db: Database,
  organiser: Organiser,
  now: Date,
): Promise<Result<number, "not_found" | "not_open">> {
  return settle(db, organiser.eventId, now, organiser);
}

async function settle(
  db: Database,
  eventId: string,
  now: Date,
  by: Organiser | null,
): Promise<Result<number, "not_found" | "not_open">> {
  return transact(db, async (tx) => {
    const camp = await lockEvent(tx, eventId);
    if (!camp) return refused("not_found");
    if (!permits(camp.phase, "offer")) return refused("not_open");
    const expired = await expireOffers(tx, camp, now);
    const offered = await fillFreePlaces(tx, camp, now, by);
    if (expired + offered > 0) await bump(tx, eventId, ["people"]);
    return granted(offered);
  });
}
