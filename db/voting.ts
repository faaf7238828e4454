/**
 * Hands: raised and taken down in one statement that locks nothing shared. The room's counts are made
 * from them by db/tally.ts, on a ticker.
 */
import { and, eq } from "drizzle-orm";
import type { Database, Store } from "#db/connection.ts";
import { event } from "#db/schema/event.ts";
import { pitch } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import { hand } from "#db/schema/voting.ts";
import { permits, phasesFor } from "#domain/event.ts";
import type { Refusal } from "#domain/refusal.ts";
import { takesPart } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { Attendee } from "#domain/viewer.ts";
import type { Ballot } from "#domain/voting.ts";

/** A tap of a thumb. `castAt` is when the thumb tapped, which may be long before it arrives. */
export type Tap = { attendee: Attendee; pitchId: string; up: boolean; castAt: Date };

/** Their own hand for that pitch, as it is now. */
export type RaisedHand = { pitchId: string; up: boolean };

type TapRefusal = Extract<Refusal, "not_found" | "not_open" | "no_ticket">;
export type TapAnswer = Result<RaisedHand, TapRefusal>;

/**
 * Raises hands and takes them down: one upsert for any number of taps. Whoever tapped last has the last
 * word, not whoever arrived last, so that repeating an old tap cannot undo a newer one; a tap from the
 * future counts as now.
 *
 * @returns one answer per tap, in the order of the taps: the asker's own hand as it is afterwards; refused
 *   `not_open` outside the phases for hands, `not_found` for a pitch that is not there or was withdrawn,
 *   `no_ticket` when their place was given back meanwhile
 */
export async function raiseHands(db: Database, taps: readonly Tap[], now: Date): Promise<TapAnswer[]> {
  const latest = latestPerHand(taps, now);
  const written = await upsert(db, latest);
  const answers: TapAnswer[] = [];
  for (const tap of taps) {
    const up = written.get(handOf(tap));
    // Hardly any is refused: the others are answered without a promise of their own.
    answers.push(up === undefined ? refused(await whyNot(db, tap)) : granted({ pitchId: tap.pitchId, up }));
  }
  return answers;
}

/** The hands somebody has up now, in the order they raised them. */
export async function readBallot(db: Store, attendee: Attendee): Promise<Ballot> {
  const rows = await db
    .select({ pitchId: hand.pitchId })
    .from(hand)
    .where(and(eq(hand.registrationId, attendee.registrationId), eq(hand.up, true)))
    .orderBy(hand.castAt, hand.pitchId);
  return rows.map(({ pitchId }) => pitchId);
}

type Dated = Tap & { at: number };

const handOf = (tap: Tap) => `${tap.pitchId} ${tap.attendee.registrationId}`;

/** One statement may touch a row once: of several taps on one hand only the latest goes in. */
function latestPerHand(taps: readonly Tap[], now: Date): Dated[] {
  const latest = new Map<string, Dated>();
  for (const tap of taps) {
    const at = Math.min(tap.castAt.getTime(), now.getTime());
    const known = latest.get(handOf(tap));
    if (!known || known.at <= at) latest.set(handOf(tap), { ...tap, at });
  }
  return [...latest.values()];
}

/**
 * Sorted, so that two statements that share rows take them in the same order and never wait in a ring. A stale
 * tap rewrites what is there, because only a row that is written is returned. "Not distinct" keeps a young
 * database, which has no statistics yet, from walking a camp's whole index for every tap.
 */
async function upsert(db: Database, taps: readonly Dated[]): Promise<Map<string, boolean>> {
  const list = taps.map(({ attendee, pitchId, up, at }) => ({
    pitch: pitchId,
    registration: attendee.registrationId,
    event: attendee.eventId,
    up,
    at,
  }));
  // One text travels and parses in half the time of a list per column.
  const rows = await db.$client<{ pitchId: string; registrationId: string; up: boolean }[]>`
    insert into hand as known (pitch_id, registration_id, up, cast_at)
    select p.id, r.id, tap.up, to_timestamp(tap.at / 1000)
    from json_to_recordset(${JSON.stringify(list)}::text::json)
      as tap (pitch uuid, registration uuid, event uuid, up boolean, at float8)
    join event e on e.id = tap.event and e.phase = any(${[...phasesFor("raiseHand")]}::text[])
    join pitch p on p.id = tap.pitch and p.event_id is not distinct from e.id and p.withdrawn_at is null
    join registration r on r.id = tap.registration and r.event_id is not distinct from e.id
      and r.status = 'confirmed'
    order by p.id, r.id
    on conflict (pitch_id, registration_id) do update
      set up = case when excluded.cast_at >= known.cast_at then excluded.up else known.up end,
          cast_at = greatest(excluded.cast_at, known.cast_at)
    returning pitch_id as "pitchId", registration_id as "registrationId", up`;
  return new Map(rows.map((row) => [`${row.pitchId} ${row.registrationId}`, row.up]));
}

/** Asked only when a tap did not go in: the first reason, in the order a person can do something about it. */
async function whyNot(db: Store, { attendee, pitchId }: Tap): Promise<TapRefusal> {
  const [found] = await db
    .select({
      phase: event.phase,
      status: registration.status,
      pitch: pitch.id,
      withdrawn: pitch.withdrawnAt,
    })
    .from(registration)
    .innerJoin(event, eq(event.id, registration.eventId))
    .leftJoin(pitch, and(eq(pitch.id, pitchId), eq(pitch.eventId, event.id)))
    .where(and(eq(registration.id, attendee.registrationId), eq(registration.eventId, attendee.eventId)));
  if (!found || !takesPart(found.status)) return "no_ticket";
  if (!found.pitch || found.withdrawn) return "not_found";
  return permits(found.phase, "raiseHand") ? "not_found" : "not_open";
}
