/** What people need for the day, and who comes along. Every look at it is in the audit log; counting without names is not. */
import { and, asc, count, eq, gt, inArray, ne, or, sum } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database, Store } from "#db/connection.ts";
import { registration } from "#db/schema/registration.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { type AccessCounts, type CompanionCount, countAccess, isOther, sumAccess } from "#domain/access.ts";
import type { Needs } from "#domain/registration/answers.ts";
import { TAKES_PART } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

const { access, companions, companionsNote } = registration;
const needs = { access, companions, companionsNote };
const wrote = ne(access, "");

/** Whether somebody told anything of what they need. */
export const toldNeeds = or(wrote, gt(companions, 0), ne(companionsNote, ""));

/** Refused `not_found` for somebody who is not registered for this crew's camp. */
export async function readAccess(
  db: Database,
  crew: May<"seeNeeds">,
  registrationId: string,
  now: Date,
): Promise<Result<Needs, "not_found">> {
  return transact<Needs, "not_found">(db, async (tx) => {
    const [found] = await tx
      .select(needs)
      .from(registration)
      .where(and(eq(registration.eventId, crew.eventId), eq(registration.id, registrationId)));
    if (!found) return refused("not_found");
    await logLook(tx, crew, registrationId, now);
    return granted(found);
  });
}

/** What is needed by some of this crew's camp, by their registrations: those who told nothing are not in it. */
export type AccessReader = (ids: readonly string[]) => Promise<ReadonlyMap<string, Needs>>;

/** For a list that is read some at a time. Logged once, before anything is read, under the camp. */
export async function openAccess(db: Database, crew: May<"seeNeeds">, now: Date): Promise<AccessReader> {
  await db.transaction((tx) => logLook(tx, crew, crew.eventId, now));
  return async (ids) => {
    const rows = await db
      .select({ id: registration.id, ...needs })
      .from(registration)
      .where(and(eq(registration.eventId, crew.eventId), inArray(registration.id, [...ids]), toldNeeds));
    return new Map(rows.map(({ id, ...told }) => [id, told]));
  };
}

/** How many texts are read at once where all are counted: a megabyte at most. */
const AT_ONCE = 1_000;

type Wrote = { id: string; name: string; access: string };

/** What those with a place wrote, in the order of their turns, some at a time. */
async function* eachWrote(db: Store, eventId: string): AsyncGenerator<Wrote[]> {
  const { id, name, rank } = registration;
  for (let after = Number.MIN_SAFE_INTEGER; ; ) {
    const rows = await db
      .select({ id, name, access, rank })
      .from(registration)
      .where(
        and(
          eq(registration.eventId, eventId),
          eq(registration.status, TAKES_PART),
          gt(registration.rank, after),
          wrote,
        ),
      )
      .orderBy(asc(registration.rank))
      .limit(AT_ONCE);
    yield rows;
    if (rows.length < AT_ONCE) return;
    after = rows.at(-1)!.rank;
  }
}

/** Only those with a place are counted. */
export async function readAccessCounts(db: Store, { eventId }: May<"countNeeds">): Promise<AccessCounts> {
  const counts: AccessCounts[] = [];
  for await (const some of eachWrote(db, eventId)) counts.push(countAccess(some.map(({ access }) => access)));
  return sumAccess(counts);
}

/** Those with a place who wrote of something that no count names, at most NEEDS_LISTED. Logged as a look at all. */
export async function listOtherNeeds(db: Database, crew: May<"seeNeeds">, now: Date): Promise<Wrote[]> {
  return db.transaction(async (tx) => {
    await logLook(tx, crew, crew.eventId, now);
    const found: Wrote[] = [];
    for await (const some of eachWrote(tx, crew.eventId)) {
      found.push(...some.filter(({ access }) => isOther(access)));
      if (found.length >= NEEDS_LISTED) break;
    }
    return found.slice(0, NEEDS_LISTED).map(({ id, name, access }) => ({ id, name, access }));
  });
}

/** How many come along with those who have a place, and with how many of them. */
export async function countCompanions(db: Store, eventId: string): Promise<CompanionCount> {
  const [row] = await db
    .select({ companions: sum(companions).mapWith(Number), people: count() })
    .from(registration)
    .where(and(eq(registration.eventId, eventId), eq(registration.status, TAKES_PART), gt(companions, 0)));
  return { companions: row?.companions ?? 0, people: row?.people ?? 0 };
}

/** Somebody with a place, and whom they bring along. */
export type Bringing = Pick<Needs, "companions" | "companionsNote"> & { id: string; name: string };

/** So many are listed: what a screen can show. All are in the spreadsheet of people. */
export const NEEDS_LISTED = 500;

/** Those with a place who bring somebody along, in the order of their turns, at most NEEDS_LISTED. Logged as a look at all. */
export async function listBringing(db: Database, crew: May<"seeNeeds">, now: Date): Promise<Bringing[]> {
  const { id, name, eventId, status, rank } = registration;
  return db.transaction(async (tx) => {
    await logLook(tx, crew, crew.eventId, now);
    return tx
      .select({ id, name, companions, companionsNote })
      .from(registration)
      .where(and(eq(eventId, crew.eventId), eq(status, TAKES_PART), gt(companions, 0)))
      .orderBy(asc(rank))
      .limit(NEEDS_LISTED);
  });
}

/** Says who looked at whose needs, never what they are. */
function logLook(tx: Transaction, crew: May<"seeNeeds">, subjectId: string, at: Date): Promise<void> {
  const { eventId, personId: actorId } = crew;
  return record(tx, { eventId, at, actor: "crew", actorId, act: "see_needs", subjectId });
}
