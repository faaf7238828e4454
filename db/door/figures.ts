/** How it goes at the door, for the desk. */
import { and, asc, eq, gt, isNotNull, notExists } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { countHere } from "#db/door/guests.ts";
import { countStandby } from "#db/registration/standby.ts";
import { checkIn } from "#db/schema/door.ts";
import { registration } from "#db/schema/registration.ts";
import { PACE_MINUTES } from "#domain/door/pace.ts";
import { TAKES_PART } from "#domain/registration.ts";
import type { May } from "#domain/viewer.ts";

/**
 * `lately` is how many came in within the last `PACE_MINUTES`, `left` how many went home again, `standby` how many could be called,
 * `called` how many are.
 */
export type DoorFigures = Record<"places" | "here" | "lately" | "left" | "standby" | "called", number>;

export async function readDoorFigures(
  db: Database,
  crew: May<"checkIn">,
  dayId: string,
  now: Date,
): Promise<DoorFigures> {
  const since = new Date(now.getTime() - PACE_MINUTES * 60_000);
  const ofCamp = eq(registration.eventId, crew.eventId);
  const [counts, lately, left, standby, called] = await Promise.all([
    countHere(db, crew.eventId, dayId),
    db.$count(checkIn, and(eq(checkIn.dayId, dayId), gt(checkIn.at, since))),
    db.$count(checkIn, and(eq(checkIn.dayId, dayId), isNotNull(checkIn.leftAt))),
    countStandby(db, crew.eventId),
    db.$count(registration, and(ofCamp, eq(registration.status, "offered"))),
  ]);
  return { ...counts, lately, left, standby, called };
}

/** Who has a place and is not in, by name; at most so many. */
export async function listMissing(
  db: Database,
  crew: May<"checkIn">,
  dayId: string,
  most: number,
): Promise<{ id: string; name: string }[]> {
  const { id, name } = registration;
  const here = db
    .select({ id: checkIn.registrationId })
    .from(checkIn)
    .where(and(eq(checkIn.registrationId, id), eq(checkIn.dayId, dayId)));
  return db
    .select({ id, name })
    .from(registration)
    .where(and(eq(registration.eventId, crew.eventId), eq(registration.status, TAKES_PART), notExists(here)))
    .orderBy(asc(name), asc(id))
    .limit(most);
}
