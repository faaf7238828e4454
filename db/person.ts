import { and, desc, eq, exists, inArray, not, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Store } from "#db/connection.ts";
import { readPage } from "#db/paging.ts";
import { findDetail } from "#db/people-list.ts";
import { audit } from "#db/schema/audit.ts";
import { person } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
import type { Act, HistoryEntry, PersonDetail } from "#domain/history.ts";
import { isId } from "#domain/id.ts";
import type { Page } from "#domain/paging.ts";
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

/** Entries of the log on a page: more than nearly anybody has. */
export const ENTRIES_A_PAGE = 100;

/**
 * A page of what happened to somebody, newest first; empty for somebody of another camp. Of the looks at what they need
 * only the last by each who looked is in it: all are in the log.
 */
export async function listHistory(
  db: Store,
  crew: May<"seePeople">,
  registrationId: string,
  page: number,
): Promise<Page<HistoryEntry>> {
  const theirs = and(
    eq(audit.eventId, crew.eventId),
    eq(audit.subjectId, registrationId),
    not(lookedAgain(db)),
  );
  const { items, ...rest } = await readPage(
    page,
    ENTRIES_A_PAGE,
    ({ limit, offset }) =>
      db
        .select({ entry: audit, by: person.name, other: registration.name })
        .from(audit)
        .leftJoin(person, eq(person.id, audit.actorId))
        .leftJoin(registration, eq(registration.id, passedBetween))
        .where(theirs)
        .orderBy(desc(audit.at), desc(audit.id))
        .limit(limit)
        .offset(offset),
    () => db.$count(audit, theirs),
  );
  const entries = items.map(({ entry: { id, at, actor, act, from, to, reason }, by, other }) => {
    return { id, at: at.toISOString(), actor, by, act, from, to, reason, other };
  });
  return { items: entries, ...rest };
}

/** Whether an entry is a look after which the same person looked again. */
function lookedAgain(db: Store): SQL {
  const later = alias(audit, "later");
  const same = [eq(later.subjectId, audit.subjectId), eq(later.actorId, audit.actorId), eq(later.act, LOOK)];
  const after = sql`(${later.at}, ${later.id}) > (${audit.at}, ${audit.id})`;
  const again = exists(
    db
      .select({ id: later.id })
      .from(later)
      .where(and(...same, after)),
  );
  return and(eq(audit.act, LOOK), again)!;
}

/** Of a place that was handed on: from or to whom. */
const passedBetween = sql`case when ${inArray(audit.act, ["transfer", "receive"] satisfies Act[])}
  then (${audit.detail} ->> 'other')::uuid end`;

const LOOK = "see_needs" satisfies Act;
