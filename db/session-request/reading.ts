/** What is asked of the grid that is out, for campers and for whoever makes it, and what the crew said. */
import { and, asc, count, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Store } from "#db/connection.ts";
import { readGrid } from "#db/draft.ts";
import { pitch } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import { sessionRequest, sessionRequestAsker } from "#db/schema/session-request.ts";
import {
  type Answered,
  inOrder,
  mayAsk,
  type RequestAtDesk,
  type RequestView,
} from "#domain/session-request.ts";
import type { Attendee } from "#domain/viewer.ts";

const { id, kind, pitchId, otherId } = sessionRequest;
const WANTED = { id, kind, pitchId, otherId };

/** What is open of a session, as campers read it: at most one of each kind, and one beside each session at the same time. */
export async function listRequestsOf(
  db: Store,
  { registrationId, eventId }: Attendee,
  session: string,
  now: Date,
): Promise<RequestView[]> {
  const about = or(eq(pitchId, session), eq(otherId, session));
  const rows = await db
    .select({
      ...WANTED,
      people: count(),
      mine: sql<boolean>`bool_or(${sessionRequestAsker.registrationId} = ${registrationId})`,
    })
    .from(sessionRequest)
    .innerJoin(sessionRequestAsker, eq(sessionRequestAsker.requestId, id))
    .where(and(eq(sessionRequest.eventId, eventId), about, isNull(sessionRequest.settledAt)))
    .groupBy(id)
    .orderBy(asc(sessionRequest.askedAt), asc(id));
  const grid = await readGrid(db, eventId);
  return rows.filter((row) => mayAsk(row, grid, now.getTime()));
}

/** All that is open, with who asks it: at most what so many people may ask. Most people first. */
export async function listRequests(db: Store, eventId: string, now: Date): Promise<RequestAtDesk[]> {
  const rows = await db
    .select({
      ...WANTED,
      at: sessionRequest.askedAt,
      name: registration.name,
      reason: sessionRequestAsker.reason,
    })
    .from(sessionRequest)
    .innerJoin(sessionRequestAsker, eq(sessionRequestAsker.requestId, id))
    .innerJoin(registration, eq(registration.id, sessionRequestAsker.registrationId))
    .where(and(eq(sessionRequest.eventId, eventId), isNull(sessionRequest.settledAt)))
    .orderBy(asc(sessionRequestAsker.askedAt), asc(registration.id));
  const grid = await readGrid(db, eventId);
  const requests = new Map<string, RequestAtDesk>();
  for (const { name, reason, at, ...wanted } of rows) {
    const before = requests.get(wanted.id)?.askers ?? [];
    requests.set(wanted.id, { ...wanted, at: at.toISOString(), askers: [...before, { name, reason }] });
  }
  return inOrder([...requests.values()].filter((request) => mayAsk(request, grid, now.getTime())));
}

const other = alias(pitch, "other");

/** What the crew said to what somebody asked, which they have not put away: at most what they asked. */
export async function listAnswered(db: Store, registrationId: string): Promise<Answered[]> {
  const theirs = and(
    eq(sessionRequestAsker.registrationId, registrationId),
    isNull(sessionRequestAsker.putAwayAt),
    isNotNull(sessionRequest.settledAt),
  );
  const rows = await db
    .select({
      ...{ kind, pitchId, otherId, title: pitch.title, other: other.title },
      ...{ outcome: sessionRequest.outcome, words: sessionRequest.words, at: sessionRequest.settledAt },
    })
    .from(sessionRequestAsker)
    .innerJoin(sessionRequest, eq(id, sessionRequestAsker.requestId))
    .innerJoin(pitch, eq(pitch.id, pitchId))
    .leftJoin(other, eq(other.id, otherId))
    .where(and(theirs, isNull(pitch.hiddenAt), isNull(other.hiddenAt)))
    .orderBy(asc(sessionRequest.settledAt), asc(id));
  return rows.map(({ outcome, at, ...row }) => ({ ...row, outcome: outcome!, at: at!.toISOString() }));
}
