/**
 * The room's counts, made from its hands. Only the ticker writes them, never a hand's own statement:
 * a count under a lock would make every tap wait for every other.
 */
import { sql } from "drizzle-orm";
import type { Database, Store } from "#db/connection.ts";
import { CHANNEL } from "#db/live.ts";
import { overDeadlocks } from "#db/transaction.ts";
import { MAY_RAISE } from "#domain/voting/may-raise.ts";

/**
 * Counts pitches again, and what they are merged with, keeps the counts with the camp's next version and wakes every
 * instance. A pitch that others were merged into has the hands of all of them, and of each person one.
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
    // Whoever has a hand up for a pitch alone has one row there. Only what is one of several is counted by people.
    const counts = sql`
      with counted as (
        select p.id, coalesce(up.hands, 0) as hands
        from pitch p
        left join (
          select h.pitch_id, count(*) as hands
          from hand h
          join registration r on r.id = h.registration_id and r.status = ${MAY_RAISE}
          where h.up and h.pitch_id = any(${[...pitchIds]}::uuid[])
          group by h.pitch_id
        ) as up on up.pitch_id = p.id
        where p.event_id = ${eventId} and p.id = any(${[...pitchIds]}::uuid[]) and p.merged_into is null
          and not exists (select from pitch part where part.merged_into = p.id)
        union all
        select p.id, (
          select count(distinct h.registration_id)
          from (select p.id union all select part.id from pitch part where part.merged_into = p.id) as part (id)
          join hand h on h.pitch_id = part.id and h.up
          join registration r on r.id = h.registration_id and r.status = ${MAY_RAISE})
        from pitch p
        where p.event_id = ${eventId}
          and (p.merged_into is not null or exists (select from pitch part where part.merged_into = p.id))
          and coalesce(p.merged_into, p.id) in (
            select coalesce(asked.merged_into, asked.id) from pitch asked where asked.id = any(${[...pitchIds]}::uuid[])))
      insert into tally (pitch_id, event_id, hands, version)
      select counted.id, v.event_id, counted.hands, v.version
      from live_version v, counted where v.event_id = ${eventId}
      on conflict (pitch_id) do update set hands = excluded.hands, version = excluded.version
        where tally.hands <> excluded.hands`;
    const wake = sql`
      select pg_notify(${CHANNEL}, event_id || ':' || version) from live_version where event_id = ${eventId}`;
    // They travel together and run in this order. The version's row comes first and alone: whoever counts later
    // then sees every hand that an earlier count saw, and an older count can never stand over a newer one.
    return [camp, counts, wake];
  });
}

/** Counts what changed beside the hands themselves: what was merged, and is two again. */
export async function recount(db: Database, eventId: string): Promise<void> {
  await countHands(db, eventId, await findMiscounted(db, eventId));
}

/** The pitches of a camp whose kept count is not what their hands say. */
export async function findMiscounted(db: Store, eventId: string): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select p.id from pitch p
    left join tally on tally.pitch_id = p.id
    cross join lateral (
      select p.id union all select id from pitch where merged_into = p.id) as part (id)
    left join hand h on h.pitch_id = part.id
    left join registration r on r.id = h.registration_id
    where p.event_id = ${eventId}
    group by p.id, tally.hands
    having count(distinct h.registration_id) filter (where h.up and r.status = ${MAY_RAISE})
      <> coalesce(tally.hands, 0)`);
  return rows.map(({ id }) => id);
}
