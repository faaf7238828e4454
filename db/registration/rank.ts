import { and, eq, inArray, lt, type SQL, sql } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import type { EventRow } from "#db/event.ts";
import { readDivision } from "#db/registration/place.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import type { Transaction } from "#db/transaction.ts";
import { decidedAmong, kindOf, organisationOf } from "#domain/pool.ts";
import { roomOf } from "#domain/registration/places.ts";
import { IN_LINE } from "#domain/registration/status.ts";
import type { PoolTurn } from "#domain/registration.ts";
import type { May } from "#domain/viewer.ts";

/** The rank at the back of the camp's line. Nobody else gets it. */
export async function takeRank(tx: Transaction, eventId: string): Promise<number> {
  const [row] = await tx
    .update(event)
    .set({ nextRank: sql`${event.nextRank} + 1` })
    .where(eq(event.id, eventId))
    .returning({ nextRank: event.nextRank });
  return row!.nextRank - 1;
}

/** Their number in the line, from 1. Unproven addresses before them count too. */
export async function turnOf(db: Store, eventId: string, rank: number, among?: SQL): Promise<number> {
  const before = and(waiting(eventId), lt(registration.rank, rank), among);
  return (await db.$count(registration, before)) + 1;
}

const waiting = (eventId: string) => and(eq(registration.eventId, eventId), eq(registration.status, IN_LINE));

/**
 * Their turn among those who wait for the same places; null where no pools hold.
 * @param person what of them pools go by, and their rank
 */
export async function poolTurnOf(
  db: Store,
  camp: EventRow,
  person: Parameters<typeof kindOf>[0] & { rank: number },
  now: Date,
): Promise<PoolTurn | null> {
  const { counts, ...division } = await readDivision(db, camp, now);
  if (!division.pools) return null;
  const { id: eventId } = camp;
  const { rank } = person;
  const kind = kindOf(person);
  const verdict = roomOf(division, counts).verdict(kind);
  const among = {
    sector: eq(registration.sectorId, kind.sectorId),
    first_timers: eq(registration.firstTime, true),
    organisation: inArray(registration.organisation, await spellingsOf(db, eventId, kind.organisation)),
    all: undefined,
  }[decidedAmong(verdict)];
  const others = await db.$count(registration, and(waiting(eventId), among));
  return { verdict, position: await turnOf(db, eventId, rank, among), waiting: others };
}

/** The same of somebody of this camp, for its crew; null also where they do not wait. */
export async function readPoolTurn(
  db: Store,
  { eventId }: May<"seePeople">,
  registrationId: string,
  now: Date,
): Promise<PoolTurn | null> {
  const [found] = await db
    .select({ camp: event, person: registration })
    .from(registration)
    .innerJoin(event, eq(event.id, registration.eventId))
    .where(and(eq(registration.id, registrationId), waiting(eventId)));
  return found ? poolTurnOf(db, found.camp, found.person, now) : null;
}

/** Two spellings of one organisation are one. At most as many as there are organisations in the line. */
async function spellingsOf(db: Store, eventId: string, organisation: string): Promise<string[]> {
  const rows = await db
    .select({ organisation: registration.organisation })
    .from(registration)
    .where(waiting(eventId))
    .groupBy(registration.organisation);
  const spellings = rows.map((row) => row.organisation);
  return spellings.filter((spelling) => organisationOf(spelling) === organisation);
}
