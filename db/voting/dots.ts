/**
 * Hands of camps that give each person a number of them. Whoever raises one is counted under a lock of that person's
 * own, which nobody else waits for, so that two of their phones cannot raise the last one twice.
 */
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database, Store } from "#db/connection.ts";
import { root } from "#db/pitch/standing.ts";
import { pitch } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import { hand } from "#db/schema/voting.ts";
import { overDeadlocks } from "#db/transaction.ts";
import { type Client, type Dated, handOf, type Kept, upsertHands } from "#db/voting/upsert.ts";
import { MAY_RAISE } from "#domain/voting/may-raise.ts";
import { type Ballot, cast, mayCast } from "#domain/voting.ts";

/** `spent` are the taps that no hand was left for. Both are by `handOf`. */
type Taken = { written: Map<string, Kept>; spent: ReadonlySet<string> };

/** Whether any of these taps is for a camp that counts. */
export async function areCounted(db: Database, taps: readonly Dated[]): Promise<boolean> {
  const camps = [...new Set(taps.map(({ attendee }) => attendee.eventId))];
  const rows =
    await db.$client`select from event where id = any(${camps}::uuid[]) and dots is not null limit 1`;
  return rows.length > 0;
}

/**
 * Takes taps in the order in which they were made, as far as hands are left. What was raised when a camp had more for
 * everybody, or none to count, stays.
 */
export async function raiseCounted(db: Database, taps: readonly Dated[], now: Date): Promise<Taken> {
  return overDeadlocks(() =>
    db.$client.begin(async (client) => {
      const people = await readPeople(client, taps);
      const spent = new Set<string>();
      for (const tap of [...taps].sort((a, b) => a.at - b.at)) {
        const person = people.get(tap.attendee.registrationId);
        if (person && !take(person, tap)) spent.add(handOf(tap));
      }
      const left = taps.filter((tap) => !spent.has(handOf(tap)));
      return { written: await upsertHands(client, left, now, true), spent };
    }),
  );
}

/** `roots` are those of the tapped pitches that can be tapped, each with what it is a part of; `hands` when each was last tapped. */
type Person = {
  dots: number;
  ballot: Ballot;
  hands: Map<string, number>;
  roots: ReadonlyMap<string, string>;
};

/** Whether a tap can be taken after those before it; the statement that writes it leaves alone what is older. */
function take(person: Person, { pitchId, up, at }: Dated): boolean {
  const stale = at < (person.hands.get(pitchId) ?? 0);
  const root = person.roots.get(pitchId);
  if (stale || root === undefined) return true;
  if (!mayCast(person.ballot, root, up, person.dots)) return false;
  person.ballot = cast(person.ballot, root, up);
  return true;
}

/**
 * Locks people and reads their hands on pitches that stand: a pitch that is withdrawn gives its hands back, and what was
 * merged has one.
 */
async function readPeople(client: Client, taps: readonly Dated[]): Promise<Map<string, Person>> {
  const ids = [...new Set(taps.map(({ attendee }) => attendee.registrationId))].sort();
  const pitchIds = taps.map(({ pitchId }) => pitchId);
  // In this order, and each sees what was written before it: whoever waited for a lock counts what the other raised.
  const [, pitches, rows] = await Promise.all([
    client`select pg_advisory_xact_lock(hashtextextended(id, 0)) from unnest(${ids}::text[]) as id`,
    client<{ id: string; root: string }[]>`
      select id, coalesce(merged_into, id) as root from pitch where id = any(${pitchIds}::uuid[]) and withdrawn_at is null`,
    client<{ id: string; dots: number; pitchId: string | null; root: string; up: boolean; castAt: number }[]>`
      select r.id, e.dots, p.id as "pitchId", coalesce(p.merged_into, p.id) as root, h.up,
        ceil(extract(epoch from h.cast_at) * 1000)::float8 as "castAt"
      from registration r
      join event e on e.id = r.event_id and e.dots is not null
      left join hand h on h.registration_id = r.id
      left join pitch p on p.id = h.pitch_id and p.withdrawn_at is null
      where r.id = any(${ids}::uuid[])`,
  ]);
  const roots = new Map(pitches.map(({ id, root }) => [id, root]));
  const people = new Map<string, Person>();
  for (const { id, dots, pitchId, root, up, castAt } of rows) {
    const person = people.get(id) ?? { dots, ballot: [], hands: new Map(), roots };
    people.set(id, person);
    if (pitchId === null) continue;
    if (up) person.ballot = cast(person.ballot, root, up);
    person.hands.set(pitchId, castAt);
  }
  return people;
}

/** How many people of a camp have more hands up than so many, and how many one of them has at most. */
export async function readOver(
  tx: Store,
  eventId: string,
  dots: number,
): Promise<{ people: number; most: number }> {
  const up = tx
    .select({ hands: sql<number>`count(distinct ${root})`.as("hands") })
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
    .groupBy(hand.registrationId)
    .having(sql`count(distinct ${root}) > ${dots}`)
    .as("up");
  const [row] = await tx
    .select({ people: sql<number>`count(*)::int`, most: sql<number>`coalesce(max(${up.hands}), 0)::int` })
    .from(up);
  return row!;
}
