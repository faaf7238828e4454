/** Whom the phones at the door know. */
import { and, eq, gte, inArray, isNull, or } from "drizzle-orm";
import { badgeMark } from "#db/badge/mark.ts";
import type { Store } from "#db/connection.ts";
import { badgePrint } from "#db/schema/badge.ts";
import { checkIn, doorAct } from "#db/schema/door.ts";
import { registration } from "#db/schema/registration.ts";
import { type DoorAct, isLeaving, presence, sinceBack, standing } from "#domain/door/check-in.ts";
import { type Guest, reasonOut } from "#domain/door/guest.ts";
import { runsUntil } from "#domain/registration/offer.ts";
import { isWaiting } from "#domain/registration/status.ts";
import { TAKES_PART } from "#domain/registration.ts";

/** What was written before it was asked may be committed after: so long it is looked back. */
const LATE_MS = 60_000;

/** Until when somebody is called whose clock stands still, milliseconds since 1970: longer than any day. */
const NEVER = 8.64e15;

/**
 * Everybody who is registered, or whom something has changed for since; bounded by the camp's people.
 * @param since up to when this phone knew everything (`knownUpTo`); null for all of them
 */
export async function listGuests(
  db: Store,
  eventId: string,
  dayId: string,
  since: Date | null,
): Promise<Guest[]> {
  const of = eq(registration.eventId, eventId);
  const from = since && new Date(since.getTime() - LATE_MS);
  const acted = db
    .select({ id: doorAct.registrationId })
    .from(doorAct)
    .where(and(eq(doorAct.eventId, eventId), gte(doorAct.receivedAt, from ?? new Date(0))));
  const news =
    from &&
    or(gte(registration.changedAt, from), inArray(registration.id, acted), gte(badgePrint.printedAt, from));
  const { id, name, organisation, ticketCode, firstTime, photos, status, passedOnAt } = registration;
  const { offeredUntil, bouncedAt, standsBySince } = registration;
  const printed = badgePrint.mark;
  const rows = await db
    .select({
      ...{ id, name, organisation, ticketCode, firstTime, photos, status, passedOnAt },
      ...{ offeredUntil, bouncedAt, standsBySince, printed },
    })
    .from(registration)
    .leftJoin(badgePrint, eq(badgePrint.registrationId, id))
    .where(news ? and(of, news) : of)
    .orderBy(registration.id);
  const here = await readHere(db, dayId, from ? rows.map((row) => row.id) : null);
  return rows.map((row) => {
    const out = reasonOut(row.status, row.passedOnAt !== null);
    return {
      ...{ id: row.id, name: row.name, code: row.ticketCode },
      ...{ firstTime: row.firstTime, photos: row.photos, out },
      badge: row.printed !== null && row.printed === badgeMark(row),
      ...(row.offeredUntil && { called: runsUntil(row)?.getTime() ?? NEVER }),
      ...(isWaiting(row.status) && row.standsBySince && { standsBy: true as const }),
      here: here.get(row.id) ?? null,
    };
  });
}

/** Null for nobody of this camp. */
export async function findGuest(
  db: Store,
  eventId: string,
  registrationId: string,
): Promise<Pick<Guest, "id" | "name" | "photos"> | null> {
  const { id, name, photos } = registration;
  const theirs = and(eq(id, registrationId), eq(registration.eventId, eventId));
  const [row] = await db.select({ id, name, photos }).from(registration).where(theirs);
  return row ?? null;
}

async function readHere(
  db: Store,
  dayId: string,
  ids: readonly string[] | null,
): Promise<Map<string, Guest["here"]>> {
  if (ids?.length === 0) return new Map();
  const { id, registrationId, kind, at, undoes, door } = doorAct;
  const rows = await db
    .select({ id, registrationId, kind, at, undoes, door })
    .from(doorAct)
    .where(and(eq(doorAct.dayId, dayId), ids ? inArray(doorAct.registrationId, [...ids]) : undefined));
  const acts = new Map<string, typeof rows>();
  for (const row of rows) acts.set(row.registrationId, [...(acts.get(row.registrationId) ?? []), row]);
  return new Map(
    [...acts].map(([person, theirs]) => {
      return [person, hereOf(theirs.map((act) => ({ ...act, at: act.at.getTime() })))];
    }),
  );
}

/** With every act that an undo would take back: of whoever came back, since they did. */
function hereOf(
  acts: Parameters<typeof presence<Pick<DoorAct, "id" | "kind" | "at" | "undoes" | "door">>>[0],
) {
  const is = presence(acts);
  if (!is) return null;
  const undone = new Set(acts.flatMap(({ undoes }) => undoes));
  const outs = acts.filter((act) => isLeaving(act) && !undone.has(act.id));
  const ins = sinceBack(standing(acts), outs);
  const first = ins[0] ?? is.first;
  return {
    ...{ at: first.at, door: first.door },
    acts: [...ins, ...outs.filter((act) => act.at >= first.at)].map(({ id }) => id),
    ...(is.left !== null && { left: is.left }),
  };
}

/** How many have a place, and how many of them and of all are inside on a day. */
export async function countHere(
  db: Store,
  eventId: string,
  dayId: string,
): Promise<{ places: number; here: number }> {
  const [places, here] = await Promise.all([
    db.$count(registration, and(eq(registration.eventId, eventId), eq(registration.status, TAKES_PART))),
    db.$count(checkIn, and(eq(checkIn.dayId, dayId), isNull(checkIn.leftAt))),
  ]);
  return { places, here };
}
