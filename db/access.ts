/** What people need for the day. Every look at it is in the audit log; counting without names is not. */
import { and, asc, eq, gt, inArray, ne } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database, Store } from "#db/connection.ts";
import { registration } from "#db/schema/registration.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { type AccessCounts, countAccess, sumAccess } from "#domain/access.ts";
import { TAKES_PART } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

/** Refused `not_found` for somebody who is not registered for this crew's camp. */
export async function readAccess(
  db: Database,
  crew: May<"seeNeeds">,
  registrationId: string,
  now: Date,
): Promise<Result<string, "not_found">> {
  return transact<string, "not_found">(db, async (tx) => {
    const [found] = await tx
      .select({ access: registration.access })
      .from(registration)
      .where(and(eq(registration.eventId, crew.eventId), eq(registration.id, registrationId)));
    if (!found) return refused("not_found");
    await logLook(tx, crew, registrationId, now);
    return granted(found.access);
  });
}

/** What is needed by some of this crew's camp, by their registrations: those who wrote nothing are not in it. */
export type AccessReader = (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** For a list that is read some at a time. Logged once, before anything is read, under the camp. */
export async function openAccess(db: Database, crew: May<"seeNeeds">, now: Date): Promise<AccessReader> {
  await db.transaction((tx) => logLook(tx, crew, crew.eventId, now));
  return async (ids) => {
    const rows = await db
      .select({ id: registration.id, access: registration.access })
      .from(registration)
      .where(and(eq(registration.eventId, crew.eventId), inArray(registration.id, [...ids]), wrote));
    return new Map(rows.map(({ id, access }) => [id, access]));
  };
}

const wrote = ne(registration.access, "");

/** How many texts are read at once where all are counted: a megabyte at most. */
const AT_ONCE = 1_000;

/** Only those with a place are counted, some at a time. */
export async function readAccessCounts(db: Store, { eventId }: May<"countNeeds">): Promise<AccessCounts> {
  const counts: AccessCounts[] = [];
  for (let after = Number.MIN_SAFE_INTEGER; ; ) {
    const rows = await db
      .select({ access: registration.access, rank: registration.rank })
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
    counts.push(countAccess(rows.map(({ access }) => access)));
    if (rows.length < AT_ONCE) return sumAccess(counts);
    after = rows.at(-1)!.rank;
  }
}

/** Says who looked at whose needs, never what they are. */
function logLook(tx: Transaction, crew: May<"seeNeeds">, subjectId: string, at: Date): Promise<void> {
  const { eventId, personId: actorId } = crew;
  return record(tx, { eventId, at, actor: "crew", actorId, act: "see_needs", subjectId });
}
