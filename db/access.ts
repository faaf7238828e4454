/** What people need for the day. Every look at it is in the audit log; counting without names is not. */
import { and, eq } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database, Store } from "#db/connection.ts";
import { registration } from "#db/schema/registration.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { type AccessCounts, countAccess } from "#domain/access.ts";
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

/** By registration. Logged once, under the camp. */
export async function listAccess(
  db: Database,
  crew: May<"seeNeeds">,
  now: Date,
): Promise<ReadonlyMap<string, string>> {
  return db.transaction(async (tx) => {
    const rows = await tx
      .select({ id: registration.id, access: registration.access })
      .from(registration)
      .where(eq(registration.eventId, crew.eventId));
    await logLook(tx, crew, crew.eventId, now);
    return new Map(rows.map(({ id, access }) => [id, access]));
  });
}

/** Only those with a place are counted. */
export async function readAccessCounts(db: Store, { eventId }: May<"countNeeds">): Promise<AccessCounts> {
  const rows = await db
    .select({ access: registration.access })
    .from(registration)
    .where(and(eq(registration.eventId, eventId), eq(registration.status, TAKES_PART)));
  return countAccess(rows.map(({ access }) => access));
}

/** Says who looked at whose needs, never what they are. */
function logLook(tx: Transaction, crew: May<"seeNeeds">, subjectId: string, at: Date): Promise<void> {
  const { eventId, personId: actorId } = crew;
  return record(tx, { eventId, at, actor: "crew", actorId, act: "see_needs", subjectId });
}
