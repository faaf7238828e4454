import { and, eq, isNull } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { readDayUnderWay } from "#db/day/under-way.ts";
import type { EventRow } from "#db/event.ts";
import { checkIn } from "#db/schema/door.ts";
import type { RegistrationRow } from "#db/schema/registration.ts";
import { permits } from "#domain/event.ts";
import type { OnTheDay } from "#domain/registration/on-the-day.ts";
import { isLate, lateTimes, passesOnAt } from "#domain/registration/pass-on.ts";
import { callsStandby, mayStandBy } from "#domain/registration/standby.ts";
import { isProven, takesPart } from "#domain/registration.ts";

/** Whether somebody is in today and has not left. */
export async function isInside(store: Store, eventId: string, registrationId: string): Promise<boolean> {
  const day = await readDayUnderWay(store, eventId);
  const inside = day && and(eq(checkIn.dayId, day.id), isNull(checkIn.leftAt));
  return inside
    ? (await store.$count(checkIn, and(inside, eq(checkIn.registrationId, registrationId)))) > 0
    : false;
}

const iso = (at: number) => new Date(at).toISOString();

/** Of a registration and its camp, what its owner can say of the day. */
export async function readOnTheDay(
  store: Store,
  mine: RegistrationRow,
  camp: EventRow,
  now: Date,
): Promise<OnTheDay> {
  const day = await readDayUnderWay(store, camp.id);
  const doors = day?.startsAt.getTime() ?? camp.startsAt.getTime();
  const open = callsStandby(camp.phase);
  const [here] =
    day && permits(camp.phase, "checkIn")
      ? await store
          .select({ leftAt: checkIn.leftAt })
          .from(checkIn)
          .where(and(eq(checkIn.registrationId, mine.id), eq(checkIn.dayId, day.id)))
      : [];
  // Whoever came once is not missing on another day.
  const awaited = takesPart(mine.status) && mine.checkedInAt === null;
  const at = awaited ? passesOnAt(camp.passOnMinutes, doors) : null;
  const standsBy = mine.standsBySince === null ? null : { named: mine.namedAtDoor };
  return {
    ...{ open, standsBy, passedOn: mine.passedOnAt !== null },
    passOnAt: at === null ? null : iso(at),
    lateUntil: awaited && isLate(mine, now) ? mine.lateUntil!.toISOString() : null,
    lateTimes: awaited
      ? lateTimes(camp.passOnMinutes, doors, Math.max(now.getTime(), mine.lateUntil?.getTime() ?? 0)).map(iso)
      : [],
    mayStandBy: mayStandBy(camp.phase, mine.status) && isProven(mine),
    here: here ? { leftAt: here.leftAt?.toISOString() ?? null } : null,
  };
}
