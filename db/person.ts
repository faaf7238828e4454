import { and, desc, eq } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { findDetail } from "#db/people-list.ts";
import { audit } from "#db/schema/audit.ts";
import { person } from "#db/schema/person.ts";
import { type HistoryEntry, type PersonDetail, withLastLooks } from "#domain/history.ts";
import { isId } from "#domain/id.ts";
import type { May } from "#domain/viewer.ts";

/** Null for somebody of another camp. */
export async function findPerson(
  db: Store,
  crew: May<"seePeople">,
  registrationId: string,
): Promise<PersonDetail | null> {
  if (!isId(registrationId)) return null;
  return findDetail(db, crew, registrationId);
}

/** Newest first; empty for somebody of another camp. */
export async function listHistory(
  db: Store,
  crew: May<"seePeople">,
  registrationId: string,
): Promise<HistoryEntry[]> {
  const rows = await db
    .select({ entry: audit, by: person.name })
    .from(audit)
    .leftJoin(person, eq(person.id, audit.actorId))
    .where(and(eq(audit.eventId, crew.eventId), eq(audit.subjectId, registrationId)))
    .orderBy(desc(audit.at), desc(audit.id));
  const entries = rows.map(({ entry: { id, at, actor, act, from, to, reason }, by }) => {
    return { id, at: at.toISOString(), actor, by, act, from, to, reason };
  });
  return withLastLooks(entries);
}
