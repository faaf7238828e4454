/** Hands: raised and taken down in one statement that locks nothing shared. db/voting/tally.ts counts them, on a ticker. */
import { and, eq } from "drizzle-orm";
import type { Database, Store } from "#db/connection.ts";
import { event } from "#db/schema/event.ts";
import { pitch } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import { hand } from "#db/schema/voting.ts";
import { permits, phasesFor } from "#domain/event.ts";
import { stands } from "#domain/pitch.ts";
import type { Refusal } from "#domain/refusal.ts";
import { takesPart } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { Attendee } from "#domain/viewer.ts";
import { type Ballot, MAY_RAISE } from "#domain/voting.ts";

/** `castAt` is when it was tapped, which may be long before it arrives; null counts as the latest. */
export type Tap = { attendee: Attendee; pitchId: string; up: boolean; castAt: Date | null };

/** `castAt` in milliseconds since 1970. */
export type RaisedHand = { pitchId: string; up: boolean; castAt: number };

type TapRefusal = Extract<Refusal, "not_found" | "not_open" | "no_ticket">;
export type TapAnswer = Result<RaisedHand, TapRefusal>;

/**
 * Raises hands and takes them down: one upsert for any number of taps. The last tap counts, not the last to arrive, so
 * that repeating an old one cannot undo a newer. A tap from the future counts as now, or just after one already stored.
 * @returns one answer per tap, in order: the asker's own hand as it is afterwards; refused `not_open` outside the
 *   phases for hands, `not_found` for a pitch that is not there or was withdrawn, `no_ticket` for whoever has no place
 *   any more
 */
export async function raiseHands(db: Database, taps: readonly Tap[], now: Date): Promise<TapAnswer[]> {
  const written = await upsert(db, latestPerHand(taps), now);
  const answers: TapAnswer[] = [];
  for (const tap of taps) {
    const kept = written.get(handOf(tap));
    answers.push(kept ? granted({ pitchId: tap.pitchId, ...kept }) : refused(await whyNot(db, tap)));
  }
  return answers;
}

/** In the order they raised them. */
export async function readBallot(db: Store, attendee: Attendee): Promise<Ballot> {
  const rows = await db
    .select({ pitchId: hand.pitchId })
    .from(hand)
    .where(and(eq(hand.registrationId, attendee.registrationId), eq(hand.up, true)))
    .orderBy(hand.castAt, hand.pitchId);
  return rows.map(({ pitchId }) => pitchId);
}

/** The last instant a clock can name (ECMAScript, time values). */
const END_OF_TIME = 8.64e15;

type Dated = Tap & { at: number };
type Kept = { up: boolean; castAt: number };

const handOf = (tap: Tap) => `${tap.pitchId} ${tap.attendee.registrationId}`;

/** One statement may touch a row once: of several taps on one hand only the latest goes in. */
function latestPerHand(taps: readonly Tap[]): Dated[] {
  const latest = new Map<string, Dated>();
  for (const tap of taps) {
    const at = tap.castAt?.getTime() ?? END_OF_TIME;
    const known = latest.get(handOf(tap));
    if (!known || known.at <= at) latest.set(handOf(tap), { ...tap, at });
  }
  return [...latest.values()];
}

/**
 * Sorted, so that two statements that share rows lock them in the same order and never deadlock. A stale tap rewrites
 * what is there, because only a written row is returned. "Not distinct" keeps a young database, which has no statistics
 * yet, from scanning a camp's whole index for every tap.
 */
async function upsert(db: Database, taps: readonly Dated[], now: Date): Promise<Map<string, Kept>> {
  const list = taps.map(({ attendee, pitchId, up, at }) => ({
    pitch: pitchId,
    registration: attendee.registrationId,
    event: attendee.eventId,
    up,
    at,
  }));
  // One text is sent and parsed in half the time of a list per column.
  const rows = await db.$client<(Kept & { pitchId: string; registrationId: string })[]>`
    insert into hand as known (pitch_id, registration_id, up, cast_at)
    select p.id, r.id, tap.up, to_timestamp(case when tap.at <= ${now.getTime()}::float8 then tap.at else
        least(tap.at, (select greatest(${now.getTime()}::float8, max(extract(epoch from h.cast_at) * 1000 + 1))
          from hand h where h.pitch_id = p.id and h.registration_id = r.id)) end / 1000)
    from json_to_recordset(${JSON.stringify(list)}::text::json)
      as tap (pitch uuid, registration uuid, event uuid, up boolean, at float8)
    join event e on e.id = tap.event and e.phase = any(${[...phasesFor("raiseHand")]}::text[])
    join pitch p on p.id = tap.pitch and p.event_id is not distinct from e.id and p.withdrawn_at is null
    join registration r on r.id = tap.registration and r.event_id is not distinct from e.id
      and r.status = ${MAY_RAISE}
    order by p.id, r.id
    on conflict (pitch_id, registration_id) do update
      set up = case when excluded.cast_at >= known.cast_at then excluded.up else known.up end,
          cast_at = greatest(excluded.cast_at, known.cast_at)
    returning pitch_id as "pitchId", registration_id as "registrationId", up,
      ceil(extract(epoch from cast_at) * 1000)::float8 as "castAt"`;
  return new Map(
    rows.map(({ pitchId, registrationId, up, castAt }) => [`${pitchId} ${registrationId}`, { up, castAt }]),
  );
}

/** The first reason, in the order a person can do something about it. */
async function whyNot(db: Store, { attendee, pitchId }: Tap): Promise<TapRefusal> {
  const [found] = await db
    .select({
      phase: event.phase,
      status: registration.status,
      pitch: pitch.id,
      withdrawnAt: pitch.withdrawnAt,
    })
    .from(registration)
    .innerJoin(event, eq(event.id, registration.eventId))
    .leftJoin(pitch, and(eq(pitch.id, pitchId), eq(pitch.eventId, event.id)))
    .where(and(eq(registration.id, attendee.registrationId), eq(registration.eventId, attendee.eventId)));
  if (!found || !takesPart(found.status)) return "no_ticket";
  if (!found.pitch || !stands(found)) return "not_found";
  return permits(found.phase, "raiseHand") ? "not_found" : "not_open";
}
