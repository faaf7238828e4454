/** Badges: what stands on them, and whose were printed. */
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { record } from "#db/audit.ts";
import { badgeMark } from "#db/badge/mark.ts";
import type { Database } from "#db/connection.ts";
import { shareEvent } from "#db/event.ts";
import { badgePrint } from "#db/schema/badge.ts";
import { registration } from "#db/schema/registration.ts";
import { transact } from "#db/transaction.ts";
import type { Badge } from "#domain/badge/choice.ts";
import { TAKES_PART } from "#domain/registration.ts";
import { granted, type Result } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

/** Of everybody who has a place, by name; bounded by the camp's places. */
export async function listBadges(db: Database, crew: May<"checkIn">): Promise<Badge[]> {
  const { id, eventId, name, organisation, photos, ticketCode, status } = registration;
  const rows = await db
    .select({ id, name, organisation, photos, ticketCode, was: badgePrint.mark })
    .from(registration)
    .leftJoin(badgePrint, eq(badgePrint.registrationId, id))
    .where(and(eq(eventId, crew.eventId), eq(status, TAKES_PART)))
    .orderBy(sql`lower(${name})`, asc(id));
  return rows.map(({ was, ticketCode: code, ...person }) => {
    const mark = badgeMark({ ...person, ticketCode: code });
    const printed = was === null ? "no" : was === mark ? "yes" : "changed";
    return { ...person, code, mark, printed };
  });
}

/**
 * Notes that badges were printed, with what stood on them then: whoever changed meanwhile is to be printed anew. Safe to repeat.
 * @param printed those of people of another camp, or without a place by now, are left out @returns how many were noted
 */
export async function markBadges(
  db: Database,
  crew: May<"checkIn">,
  printed: ReadonlyMap<string, string>,
  now: Date,
): Promise<Result<number, never>> {
  return transact<number, never>(db, async (tx) => {
    // The camp before its people, as whoever checks them in does.
    await shareEvent(tx, crew.eventId);
    const theirs = and(
      eq(registration.eventId, crew.eventId),
      eq(registration.status, TAKES_PART),
      inArray(registration.id, [...printed.keys()]),
    );
    const people = await tx
      .select({ id: registration.id })
      .from(registration)
      .where(theirs)
      .orderBy(registration.id)
      .for("share");
    if (people.length === 0) return granted(0);
    const by = { eventId: crew.eventId, personId: crew.personId, printedAt: now };
    await tx
      .insert(badgePrint)
      .values(people.map(({ id }) => ({ ...by, registrationId: id, mark: printed.get(id)! })))
      .onConflictDoUpdate({
        target: badgePrint.registrationId,
        set: {
          mark: sql`excluded.mark`,
          printedAt: sql`excluded.printed_at`,
          personId: sql`excluded.person_id`,
        },
      });
    await record(
      tx,
      people.map(({ id }) => ({
        ...{ eventId: crew.eventId, at: now, actor: "crew" as const, actorId: crew.personId },
        ...{ act: "print_badge" as const, subjectId: id },
      })),
    );
    return granted(people.length);
  });
}
