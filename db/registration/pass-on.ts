/** Places of people who are not there at the time that was announced: passed on by the desk, and taken back one by one. */
import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database, Store } from "#db/connection.ts";
import { readDayUnderWay } from "#db/day/under-way.ts";
import { lockEvent } from "#db/event.ts";
import { bump } from "#db/live.ts";
import { pushPlace } from "#db/push/fan-out.ts";
import { fitsByLaw } from "#db/registration/most-held.ts";
import { type EventRow, move } from "#db/registration/move.ts";
import { readDivision } from "#db/registration/place.ts";
import { settlePlaces } from "#db/registration/waiting.ts";
import { person, role } from "#db/schema/person.ts";
import { type RegistrationRow, registration } from "#db/schema/registration.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { type Phase, permits } from "#domain/event.ts";
import { MOST } from "#domain/limits.ts";
import { type Awaiting, type MissingPerson, mayPassOn, passesOnAt } from "#domain/registration/pass-on.ts";
import { freePlaces } from "#domain/registration/places.ts";
import { TAKES_PART, takesPart } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

/** `isMissing` of domain/registration/pass-on.ts as a condition. */
const missing = (eventId: string, now: Date): SQL =>
  and(
    eq(registration.eventId, eventId),
    eq(registration.status, TAKES_PART),
    isNull(registration.checkedInAt),
    or(isNull(registration.lateUntil), lte(registration.lateUntil, now)),
  )!;

/** When places may be passed on, milliseconds since 1970; null where the camp never does. */
async function readPassesOnAt(store: Store, camp: EventRow): Promise<number | null> {
  const day = await readDayUnderWay(store, camp.id);
  return day && passesOnAt(camp.passOnMinutes, day.startsAt.getTime());
}

export type PassOnRefusal = "not_found" | "not_open" | "not_yet_time";

/**
 * Passes on the places of those of these people who are still not there and not late by their own word; the line is served at
 * once. Safe to repeat: whoever came, said that they are late or lost their place meanwhile keeps what they have.
 * @param ids whom the organiser saw and chose; only the first `MOST.passedOn` are looked at
 * @returns how many were passed on; refused `not_yet_time` before the time that was announced, or where there is none
 */
export async function passOn(
  db: Database,
  crew: May<"movePeople">,
  ids: readonly string[],
  now: Date,
): Promise<Result<number, PassOnRefusal>> {
  return transact<number, PassOnRefusal>(db, async (tx) => {
    const camp = await lockEvent(tx, crew.eventId);
    if (!camp) return refused("not_found");
    if (!permits(camp.phase, "attend")) return refused("not_open");
    if (!mayPassOn(camp.phase, await readPassesOnAt(tx, camp), now.getTime())) return refused("not_yet_time");
    const chosen = inArray(registration.id, ids.slice(0, MOST.passedOn));
    const gone = ids.length === 0 ? [] : await lockPeople(tx, and(missing(camp.id, now), chosen)!);
    const by = { actor: "crew", actorId: crew.personId } as const;
    // Before their phones are told nothing more.
    await pushPlace(
      tx,
      gone.map(({ id }) => id),
      now,
    );
    await move(
      tx,
      camp,
      gone,
      { move: "pass_on", to: "released", by, set: { gaveBackAt: now, passedOnAt: now } },
      now,
    );
    await settlePlaces(tx, camp, now);
    if (gone.length > 0) await bump(tx, camp.id, ["people"]);
    return granted(gone.length);
  });
}

const lockPeople = (tx: Transaction, which: SQL) =>
  tx.select().from(registration).where(which).orderBy(asc(registration.id)).for("update");

export type UndoRefusal = "not_found" | "not_open" | "none_free";

/**
 * Gives somebody the place back that was passed on, as long as one is free. They are awaited for a while. Safe to repeat.
 * @returns refused `none_free` once every place is somebody's, or where they and whoever comes along are too many by law
 */
export async function undoPassOn(
  db: Database,
  crew: May<"movePeople">,
  registrationId: string,
  now: Date,
): Promise<Result<null, UndoRefusal>> {
  return transact<null, UndoRefusal>(db, async (tx) => {
    const camp = await lockEvent(tx, crew.eventId);
    const known = camp && (await findPassedOn(tx, camp.id, registrationId));
    if (!camp || !known) return refused("not_found");
    if (takesPart(known.status)) return granted(null);
    if (!permits(camp.phase, "attend")) return refused("not_open");
    const division = await readDivision(tx, camp, now);
    const { counts, places } = division;
    if (known.passedOnAt === null || freePlaces(places, counts) === 0) return refused("none_free");
    if (!(await fitsByLaw(tx, camp, known, division))) return refused("none_free");
    await returnPlace(tx, camp, known, crew.personId, now);
    await bump(tx, camp.id, ["people"]);
    return granted(null);
  });
}

/** Somebody of a camp whose place was passed on, or who has one. */
export async function findPassedOn(
  tx: Transaction,
  eventId: string,
  registrationId: string,
): Promise<RegistrationRow | null> {
  const [row] = await tx
    .select()
    .from(registration)
    .where(and(eq(registration.id, registrationId), eq(registration.eventId, eventId)));
  return row && (row.passedOnAt !== null || takesPart(row.status)) ? row : null;
}

/** The camp's row must be locked, and a place free. */
export async function returnPlace(
  tx: Transaction,
  camp: EventRow,
  known: RegistrationRow,
  personId: string,
  now: Date,
): Promise<void> {
  const by = { actor: "crew", actorId: personId } as const;
  await move(tx, camp, [known], { move: "take_back", to: "confirmed", by }, now);
}

/** Notes that somebody is late. @param until null once they are not */
export async function writeLate(
  tx: Transaction,
  { id: eventId }: EventRow,
  registrationId: string,
  until: Date | null,
  now: Date,
): Promise<void> {
  await tx
    .update(registration)
    .set({ lateUntil: until, changedAt: now })
    .where(eq(registration.id, registrationId));
  const by = { actor: "camper", actorId: registrationId } as const;
  const to = until?.toISOString() ?? "";
  await record(tx, { eventId, at: now, ...by, act: "say_late", subjectId: registrationId, to });
  await bump(tx, eventId, ["people"]);
}

/** How many places may be passed on now; 0 before the time that was announced. */
export async function countMissing(
  store: Store,
  { eventId }: May<"checkIn" | "movePeople">,
  { phase, passOnMinutes = null }: { phase: Phase; passOnMinutes?: number | null },
  now: Date,
): Promise<number> {
  const day = permits(phase, "attend") ? await readDayUnderWay(store, eventId) : null;
  const at = day && passesOnAt(passOnMinutes, day.startsAt.getTime());
  return mayPassOn(phase, at, now.getTime()) ? store.$count(registration, missing(eventId, now)) : 0;
}

/** Who is awaited, who would lose their place and who lost it, for the desk; each list by name, at most `MOST.passedOn`. */
export async function readAwaiting(
  store: Store,
  { eventId }: May<"checkIn" | "movePeople">,
  passOnMinutes: number | null,
  now: Date,
): Promise<Awaiting> {
  const { id, name, organisation, lateUntil, passedOnAt, gaveBackAt } = registration;
  const ofCrew = store
    .select({ email: person.email })
    .from(person)
    .innerJoin(role, eq(role.personId, person.id))
    .where(eq(role.eventId, eventId));
  const crew = sql<boolean>`${inArray(registration.email, ofCrew)}`;
  const columns = { id, name, organisation, lateUntil, passedOnAt, gaveBackAt, crew };
  const list = async (which: SQL): Promise<MissingPerson[]> => {
    const rows = await store
      .select(columns)
      .from(registration)
      .where(which)
      .orderBy(asc(name), asc(id))
      .limit(MOST.passedOn);
    return rows.map((row) => ({
      ...{ id: row.id, name: row.name, organisation: row.organisation, crew: row.crew },
      until: row.lateUntil?.toISOString() ?? null,
    }));
  };
  const of = eq(registration.eventId, eventId);
  const late = and(
    of,
    eq(registration.status, TAKES_PART),
    isNull(registration.checkedInAt),
    gt(lateUntil, now),
  );
  const day = await readDayUnderWay(store, eventId);
  const at = day && passesOnAt(passOnMinutes, day.startsAt.getTime());
  const gone = await store
    .select(columns)
    .from(registration)
    .where(and(of, isNotNull(passedOnAt)))
    .orderBy(desc(passedOnAt), asc(name))
    .limit(MOST.passedOn);
  return {
    at: at === null ? null : new Date(at).toISOString(),
    missing: await list(missing(eventId, now)),
    late: await list(late!),
    gone: gone.map((row) => ({ id: row.id, name: row.name, at: row.passedOnAt!.toISOString() })),
  };
}
