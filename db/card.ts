/** What the crew's editor knows of every session besides what everybody reads. */
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database, Store } from "#db/connection.ts";
import { permitted } from "#db/event.ts";
import { bumpProblem } from "#db/live.ts";
import { listBusy } from "#db/pitch/busy.ts";
import { readCounted } from "#db/pitch/count.ts";
import { root, standing } from "#db/pitch/standing.ts";
import { pitch, pitchHost } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import { hand } from "#db/schema/voting.ts";
import { transact } from "#db/transaction.ts";
import type { PitchFacts } from "#domain/grid.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import { ONCE, sameShape } from "#domain/shape.ts";
import type { May } from "#domain/viewer.ts";
import { MAY_RAISE } from "#domain/voting/may-raise.ts";

/** Two hosts are the same person if the registration is the same or, without one, the name. */
function hostKey(host: { registrationId: string | null; name: string }): string {
  return host.registrationId ?? host.name.trim().toLowerCase();
}

/** Of what was merged all who host any of it, first those of the pitch that stayed. */
async function listHosts(db: Store, eventId: string) {
  return db
    .select({ pitchId: root, registrationId: pitchHost.registrationId, name: pitchHost.name })
    .from(pitchHost)
    .innerJoin(pitch, eq(pitch.id, pitchHost.pitchId))
    .where(and(eq(pitch.eventId, eventId), isNull(pitch.withdrawnAt), pitchHost.hosting))
    .orderBy(
      sql`${pitch.mergedInto} is not null`,
      asc(pitch.createdAt),
      asc(pitch.id),
      asc(pitchHost.position),
    );
}

/**
 * Hands that are up for standing pitches, of people who have a place, in the order they were raised: one of each person
 * for what was merged. Bounded by the camp: the planner wants all.
 */
export async function listRaised(db: Store, eventId: string) {
  const raisedAt = sql<Date>`min(${hand.castAt})`;
  return db
    .select({ pitchId: root, registrationId: hand.registrationId })
    .from(hand)
    .innerJoin(pitch, eq(pitch.id, hand.pitchId))
    .innerJoin(registration, eq(registration.id, hand.registrationId))
    .where(
      and(
        eq(pitch.eventId, eventId),
        isNull(pitch.withdrawnAt),
        eq(hand.up, true),
        eq(registration.status, MAY_RAISE),
      ),
    )
    .groupBy(root, hand.registrationId)
    .orderBy(raisedAt);
}

export type KnownHosts = { facts: Record<string, PitchFacts>; keys: ReadonlyMap<string, string> };

/** Hosts are numbered in order of appearance: a key says who is the same person, and can be looked up nowhere. */
export async function readFacts(db: Store, eventId: string): Promise<KnownHosts> {
  const [hosts, own, before, counted, busy] = await Promise.all([
    listHosts(db, eventId),
    db
      .select({ id: pitch.id, expected: pitch.expected, length: pitch.length, runs: pitch.runs })
      .from(pitch)
      .where(and(eq(pitch.eventId, eventId), standing))
      .orderBy(asc(pitch.createdAt), asc(pitch.id)),
    countBefore(db, eventId),
    readCounted(db, eventId),
    listBusy(db, eventId),
  ]);
  const keys = new Map<string, string>();
  for (const host of hosts) if (!keys.has(hostKey(host))) keys.set(hostKey(host), String(keys.size));
  const named = new Map<string, { key: string; name: string }[]>(own.map(({ id }) => [id, []]));
  for (const host of hosts) {
    const key = keys.get(hostKey(host))!;
    const known = named.get(host.pitchId);
    if (!known?.some((other) => other.key === key)) known?.push({ key, name: host.name });
  }
  const facts = own.map(({ id, expected, ...shape }): [string, PitchFacts] => {
    const times = busy.get(id);
    const known = { hosts: named.get(id)!, before: before.get(id) ?? 0, expected, ...counted.get(id) };
    return [id, { ...known, ...(times && { busy: times }), ...(!sameShape(shape, ONCE) && { shape }) }];
  });
  return { facts: Object.fromEntries(facts), keys };
}

/** How many hands were up on anything before each pitch came; what was merged has one of each person. */
async function countBefore(db: Store, eventId: string): Promise<Map<string, number>> {
  const rows = await db.execute<{ id: string; before: number }>(sql`
    with moment as (
      select coalesce(merged_into, id) as id, min(created_at) as at
        from pitch where event_id = ${eventId} and withdrawn_at is null group by 1
      union all
      select null, min(h.cast_at) from hand h
        join pitch p on p.id = h.pitch_id and p.event_id = ${eventId} and p.withdrawn_at is null
        join registration r on r.id = h.registration_id and r.status = ${MAY_RAISE}
        where h.up group by coalesce(p.merged_into, p.id), h.registration_id
    ), walked as (
      select id, count(*) filter (where id is null) over (order by at, id is null) as before from moment
    )
    select id, before::int as before from walked where id is not null`);
  return new Map([...rows].map(({ id, before }) => [id, before]));
}

/** The crew's own estimate; null for that from hands. Refused `not_found`, or `not_open` once the grid is made. */
export async function expectPeople(
  db: Database,
  crew: May<"arrange">,
  { pitchId, expected }: { pitchId: string; expected: number | null },
  now: Date,
): Promise<Result<null, "not_found" | "not_open">> {
  const { eventId, personId } = crew;
  return transact(db, async (tx) => {
    if (!(await permitted(tx, eventId, "arrange"))) return refused("not_open");
    const which = and(eq(pitch.id, pitchId), eq(pitch.eventId, eventId), standing);
    const [row] = await tx.select({ before: pitch.expected }).from(pitch).where(which).for("update");
    if (!row) return refused("not_found");
    if (row.before === expected) return granted(null);
    await tx.update(pitch).set({ expected }).where(which);
    const [from, to] = [row.before, expected].map((n) => (n === null ? null : String(n)));
    await record(tx, {
      eventId,
      at: now,
      actor: "crew",
      actorId: personId,
      act: "expect",
      subjectId: pitchId,
      from: from ?? null,
      to: to ?? null,
    });
    await bumpProblem(tx, eventId, ["draft"]);
    return granted(null);
  });
}
