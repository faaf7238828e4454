/**
 * The room's counts, made from its hands. Only the ticker writes them, never a hand's own statement:
 * a count under a lock would make every tap wait for every other.
 */
import { eq, sql } from "drizzle-orm";
import type { Database, Store } from "#db/connection.ts";
import { CHANNEL } from "#db/live.ts";
import { pitch } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import { hand, tally } from "#db/schema/voting.ts";
import { overDeadlocks } from "#db/transaction.ts";
import { MAY_RAISE } from "#domain/voting.ts";

/** Hands that are up, of people who have a place. */
const UP = sql<number>`(count(*) filter (where ${hand.up} and ${registration.status} = ${MAY_RAISE}))::int`;

/**
 * Counts pitches again, keeps the counts with the camp's next version and wakes every instance.
 *
 * @param pitchIds of that camp; others are ignored
 */
export async function countHands(db: Database, eventId: string, pitchIds: readonly string[]): Promise<void> {
  if (pitchIds.length === 0) return;
  // Whoever has the camp's row wants its version at last, while a new count has the version and wants the row.
  await overDeadlocks(() => count(db, eventId, pitchIds));
}

async function count(db: Database, eventId: string, pitchIds: readonly string[]): Promise<void> {
  await db.$client.begin((sql) => {
    const camp = sql`update live_version set version = version + 1 where event_id = ${eventId}`;
    const counts = sql`
      insert into tally (pitch_id, event_id, hands, version)
      select p.id, p.event_id, count(*) filter (where h.up and r.status = ${MAY_RAISE}), v.version
      from live_version v
      join pitch p on p.event_id = v.event_id
      left join hand h on h.pitch_id = p.id
      left join registration r on r.id = h.registration_id
      where v.event_id = ${eventId} and p.id = any(${[...pitchIds]}::uuid[])
      group by p.id, v.version
      on conflict (pitch_id) do update set hands = excluded.hands, version = excluded.version
        where tally.hands <> excluded.hands`;
    const wake = sql`
      select pg_notify(${CHANNEL}, event_id || ':' || version) from live_version where event_id = ${eventId}`;
    // They travel together and run in this order. The version's row comes first and alone: whoever counts later
    // then sees every hand that an earlier count saw, and an older count can never stand over a newer one.
    return [camp, counts, wake];
  });
}

/** The pitches of a camp whose kept count is not what their hands say. */
export async function findMiscounted(db: Store, eventId: string): Promise<string[]> {
  const rows = await db
    .select({ pitchId: pitch.id })
    .from(pitch)
    .leftJoin(tally, eq(tally.pitchId, pitch.id))
    .leftJoin(hand, eq(hand.pitchId, pitch.id))
    .leftJoin(registration, eq(registration.id, hand.registrationId))
    .where(eq(pitch.eventId, eventId))
    .groupBy(pitch.id, tally.hands)
    .having(sql`${UP} <> coalesce(${tally.hands}, 0)`);
  return rows.map(({ pitchId }) => pitchId);
}
