/** What is asked of whom about hosting, for whoever asks and whoever is asked. */
import { and, asc, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { standing } from "#db/pitch/standing.ts";
import { selectPitches } from "#db/pitch.ts";
import { hostAsked } from "#db/schema/host-asked.ts";
import { pitch, pitchHost } from "#db/schema/pitch.ts";
import { type HostAsk, type HostAskKind, type Invitation, nameKey } from "#domain/pitch/host-ask.ts";
import { partOf } from "#domain/pitch/merging.ts";
import type { Attendee } from "#domain/viewer.ts";

type Asked = typeof hostAsked.$inferSelect;

export const kindOf = ({ instead }: Pick<Asked, "instead">): HostAskKind => (instead ? "instead" : "beside");

/** Questions to somebody: by the code of their badge, or by their name. */
export function askedOf({ registrationId, eventId, name }: Attendee): SQL {
  const byName = and(isNull(hostAsked.registrationId), eq(hostAsked.nameKey, nameKey(name)));
  const theirs = or(eq(hostAsked.registrationId, registrationId), byName);
  return and(eq(hostAsked.eventId, eventId), isNull(hostAsked.declinedAt), theirs)!;
}

/** Of somebody's own pitches, in the order they were asked, bounded by what `whyNotAsked` allows and by who asks. @param pitchIds their own */
export async function listHostAsks(db: Store, pitchIds: readonly string[]): Promise<HostAsk[]> {
  if (pitchIds.length === 0) return [];
  const rows = await db
    .select()
    .from(hostAsked)
    .where(inArray(hostAsked.pitchId, [...pitchIds]))
    .orderBy(asc(hostAsked.askedAt), asc(hostAsked.id));
  return rows.map(({ id, pitchId, name, declinedAt, ...row }) => {
    return { id, pitchId, name, kind: kindOf(row), declined: declinedAt !== null };
  });
}

/** About pitches that stand and that others brought: bounded by who asks somebody of this name. */
export async function listInvitations(db: Store, attendee: Attendee): Promise<Invitation[]> {
  const asks = await db
    .select({ id: hostAsked.id, pitchId: hostAsked.pitchId, instead: hostAsked.instead, by: pitchHost.name })
    .from(hostAsked)
    .innerJoin(pitch, and(eq(pitch.id, hostAsked.pitchId), standing))
    .innerJoin(pitchHost, and(eq(pitchHost.pitchId, pitch.id), pitchHost.own))
    .where(and(askedOf(attendee), notTheirs(attendee)))
    .orderBy(asc(hostAsked.askedAt), asc(hostAsked.id));
  const ids = asks.map(({ pitchId }) => pitchId);
  const found = ids.length > 0 ? await selectPitches(db, inArray(pitch.id, ids)) : [];
  return asks.flatMap(({ id, pitchId, by, ...ask }): Invitation[] => {
    const of = found.find(({ row }) => row.id === pitchId);
    return of ? [{ id, kind: kindOf(ask), by, pitch: partOf({ ...of.row, hosts: of.hosts }) }] : [];
  });
}

/** How many such questions wait for somebody. */
export async function countInvitations(db: Store, attendee: Attendee): Promise<number> {
  const [row] = await db
    .select({ asked: sql<number>`count(*)::int` })
    .from(hostAsked)
    .innerJoin(pitch, and(eq(pitch.id, hostAsked.pitchId), standing))
    .innerJoin(pitchHost, and(eq(pitchHost.pitchId, pitch.id), pitchHost.own))
    .where(and(askedOf(attendee), notTheirs(attendee)));
  return row!.asked;
}

/** Somebody of the same name as whoever asks. */
const notTheirs = ({ registrationId }: Attendee) =>
  sql`${pitchHost.registrationId} is distinct from ${registrationId}`;
