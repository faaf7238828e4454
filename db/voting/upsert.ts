/** The one statement that writes hands. */
import type postgres from "postgres";
import { phasesFor } from "#domain/event.ts";
import type { Attendee } from "#domain/viewer.ts";
import { MAY_RAISE } from "#domain/voting/may-raise.ts";

/** `castAt` is when it was tapped, which may be long before it arrives; null counts as the latest. */
export type Tap = { attendee: Attendee; pitchId: string; up: boolean; castAt: Date | null };

/** The same in milliseconds since 1970; of several taps on one hand only the latest. */
export type Dated = Tap & { at: number };

/** A hand as it is. */
export type Kept = { up: boolean; castAt: number };

/** A connection, or a transaction of it. */
export type Client = postgres.ISql;

/** The last instant a clock can name (ECMAScript, time values). */
const END_OF_TIME = 8.64e15;

export const handOf = (tap: Pick<Tap, "pitchId" | "attendee">) =>
  `${tap.pitchId} ${tap.attendee.registrationId}`;

/** One statement may touch a row once: of several taps on one hand only the latest goes in. */
export function latestPerHand(taps: readonly Tap[]): Dated[] {
  const latest = new Map<string, Dated>();
  for (const tap of taps) {
    const at = tap.castAt?.getTime() ?? END_OF_TIME;
    const known = latest.get(handOf(tap));
    if (!known || known.at <= at) latest.set(handOf(tap), { ...tap, at });
  }
  return [...latest.values()];
}

/**
 * What was merged is one: a hand goes down on all of it, and up on what was tapped. A tap from before the merge, which
 * came late, is about what was tapped alone.
 *
 * Sorted, so that two statements that share rows lock them in the same order and never deadlock. A stale tap rewrites
 * what is there, because only a written row is returned. "Not distinct" keeps a young database, which has no statistics
 * yet, from scanning a camp's whole index for every tap.
 *
 * @param counted whether it is for camps that give each person a number of hands, or for all others
 * @returns the hands as they are, by `handOf`; those it did not take are missing
 */
export async function upsertHands(
  client: Client,
  taps: readonly Dated[],
  now: Date,
  counted: boolean,
): Promise<Map<string, Kept>> {
  const list = taps.map(({ attendee, pitchId, up, at }) => ({
    pitch: pitchId,
    registration: attendee.registrationId,
    event: attendee.eventId,
    up,
    at,
  }));
  // One text is sent and parsed in half the time of a list per column.
  const rows = await client<(Kept & { pitchId: string; registrationId: string })[]>`
    insert into hand as known (pitch_id, registration_id, up, cast_at)
    select distinct on (part.id, r.id) part.id, r.id, tap.up,
      to_timestamp(case when tap.at <= ${now.getTime()}::float8 then tap.at else
        least(tap.at, (select greatest(${now.getTime()}::float8, max(extract(epoch from h.cast_at) * 1000 + 1))
          from hand h where h.pitch_id = part.id and h.registration_id = r.id)) end / 1000)
    from json_to_recordset(${JSON.stringify(list)}::text::json)
      as tap (pitch uuid, registration uuid, event uuid, up boolean, at float8)
    join event e on e.id = tap.event and e.phase = any(${[...phasesFor("raiseHand")]}::text[])
      and not e.hands_closed and (e.dots is not null) = ${counted}
    join pitch p on p.id = tap.pitch and p.event_id is not distinct from e.id and p.withdrawn_at is null
    join registration r on r.id = tap.registration and r.event_id is not distinct from e.id
      and r.status = ${MAY_RAISE}
    cross join lateral (
      select p.id
      union all
      select p.merged_into where not tap.up and tap.at >= extract(epoch from p.merged_at) * 1000
      union all
      select other.id from pitch other
      where not tap.up and other.merged_into = coalesce(p.merged_into, p.id) and other.id <> p.id
        and tap.at >= extract(epoch from greatest(p.merged_at, other.merged_at)) * 1000
    ) as part (id)
    order by part.id, r.id, tap.at desc, part.id = p.id desc
    on conflict (pitch_id, registration_id) do update
      set up = case when excluded.cast_at >= known.cast_at then excluded.up else known.up end,
          cast_at = greatest(excluded.cast_at, known.cast_at)
    returning pitch_id as "pitchId", registration_id as "registrationId", up,
      ceil(extract(epoch from cast_at) * 1000)::float8 as "castAt"`;
  return new Map(
    rows.map(({ pitchId, registrationId, up, castAt }) => [`${pitchId} ${registrationId}`, { up, castAt }]),
  );
}
