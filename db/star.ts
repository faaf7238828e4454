/** Stars: what people say themselves of a run, one row each. They are read one by one for their owner alone, else in sums. */
import { and, asc, desc, eq, sql } from "drizzle-orm";
import { listRaised } from "#db/card.ts";
import type { Store } from "#db/connection.ts";
import { dropDayAddresses } from "#db/day-address.ts";
import { root } from "#db/pitch/standing.ts";
import { readVersion } from "#db/publication/rows.ts";
import { event } from "#db/schema/event.ts";
import { pitch } from "#db/schema/pitch.ts";
import { publication, publishedSession } from "#db/schema/publication.ts";
import { registration } from "#db/schema/registration.ts";
import { star } from "#db/schema/star.ts";
import type { Transaction } from "#db/transaction.ts";
import { permits, phasesFor } from "#domain/event.ts";
import type { PitchFacts } from "#domain/grid.ts";
import type { Refusal } from "#domain/refusal.ts";
import { takesPart } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import { runKey, runsOf } from "#domain/run.ts";
import { type Said, type Stars, starsPerSession } from "#domain/star.ts";
import type { Attendee } from "#domain/viewer.ts";
import { MAY_RAISE } from "#domain/voting/may-raise.ts";

/** `castAt` is when it was tapped, which may be long before it arrives; null counts as the latest. */
export type StarTap = {
  attendee: Attendee;
  pitchId: string;
  copy: number;
  starred: boolean;
  castAt: Date | null;
};

/** `castAt` in milliseconds since 1970. */
type Kept = { starred: boolean; castAt: number };

type StarRefusal = Extract<Refusal, "not_found" | "not_open" | "no_ticket">;

/**
 * Says that somebody goes to a run, or not. The last tap counts, not the last to arrive, so that repeating an old one
 * cannot undo a newer; one from the future counts as now, or just after one already stored.
 * @returns what stands afterwards; refused `no_ticket` for whoever has no place, `not_found` for what was on no grid of
 *   their camp or was withdrawn, `not_open` in a phase without stars or while no grid is out
 */
export async function starRun(db: Store, tap: StarTap, now: Date): Promise<Result<Kept, StarRefusal>> {
  const { attendee, pitchId, copy, starred, castAt } = tap;
  const [at, known] = [castAt?.getTime() ?? Number.MAX_SAFE_INTEGER, now.getTime()];
  const [row] = await db.execute<Kept>(sql`
    insert into star as known (pitch_id, registration_id, copy, starred, cast_at)
    select p.id, r.id, ${copy}::smallint, ${starred}::boolean, to_timestamp(case
      when ${at}::float8 <= ${known}::float8 then ${at}::float8
      else least(${at}::float8, (select greatest(${known}::float8, max(extract(epoch from s.cast_at) * 1000 + 1))
        from star s where s.pitch_id = p.id and s.registration_id = r.id and s.copy = ${copy}::smallint)) end / 1000)
    from registration r
    join event e on e.id = r.event_id and e.phase = any(${sql.param([...phasesFor("star")])}::text[])
    join pitch p on p.id = ${pitchId}::uuid and p.event_id = e.id and p.withdrawn_at is null
    where r.id = ${attendee.registrationId}::uuid and r.event_id = ${attendee.eventId}::uuid
      and r.status = ${MAY_RAISE}
      and exists (select from ${publication} out where out.event_id = e.id and out.taken_back_at is null)
      and exists (select from ${publishedSession} was where was.event_id = e.id and was.pitch_id = p.id)
    on conflict (pitch_id, registration_id, copy) do update
      set starred = case when excluded.cast_at >= known.cast_at then excluded.starred else known.starred end,
          cast_at = greatest(excluded.cast_at, known.cast_at)
    returning starred, ceil(extract(epoch from cast_at) * 1000)::float8 as "castAt"`);
  return row ? granted(row) : refused(await whyNot(db, tap));
}

async function whyNot(db: Store, { attendee }: StarTap): Promise<StarRefusal> {
  const [found] = await db
    .select({ phase: event.phase, status: registration.status })
    .from(registration)
    .innerJoin(event, eq(event.id, registration.eventId))
    .where(and(eq(registration.id, attendee.registrationId), eq(registration.eventId, attendee.eventId)));
  if (!found || !takesPart(found.status)) return "no_ticket";
  if (!permits(found.phase, "star") || !(await readVersion(db, attendee.eventId))) return "not_open";
  return "not_found";
}

/** What was said of a run, also of one whose session is a part of another by now: then as of that one. */
const SAID = { pitchId: root, copy: star.copy, starred: star.starred };
const PERSON = star.registrationId;

/** What somebody said themselves, for them alone: of what became one session, what they said last. */
export async function readStars(
  db: Store,
  { registrationId }: Pick<Attendee, "registrationId">,
): Promise<Stars> {
  const rows = await db
    .selectDistinctOn([root, star.copy], SAID)
    .from(star)
    .innerJoin(pitch, eq(pitch.id, star.pitchId))
    .where(eq(star.registrationId, registrationId))
    .orderBy(root, star.copy, desc(star.castAt), asc(star.pitchId));
  return Object.fromEntries(rows.map(({ pitchId, copy, starred }) => [runKey(pitchId, copy), starred]));
}

/** What everybody said who has a place, for sums and for telling each their own. Bounded by the camp's people and runs. */
export async function listStars(db: Store, eventId: string): Promise<Said[]> {
  return db
    .selectDistinctOn([PERSON, root, star.copy], { ...SAID, who: PERSON })
    .from(star)
    .innerJoin(pitch, eq(pitch.id, star.pitchId))
    .innerJoin(registration, eq(registration.id, star.registrationId))
    .where(and(eq(pitch.eventId, eventId), eq(registration.status, MAY_RAISE)))
    .orderBy(PERSON, root, star.copy, desc(star.castAt), asc(star.pitchId));
}

/**
 * How many go to each session of the grid that is out, and to which run where there are several; null while nobody has
 * said so, and hands say as much.
 */
async function countStars(
  db: Store,
  eventId: string,
): Promise<ReadonlyMap<string, Pick<PitchFacts, "stars" | "choices">> | null> {
  const said = await listStars(db, eventId);
  const grid = said.length > 0 ? await readVersion(db, eventId) : null;
  if (!grid) return null;
  const raised = await listRaised(db, eventId);
  const hands = raised.map(({ pitchId, registrationId }) => ({ pitchId, who: registrationId }));
  const runs = runsOf(grid);
  const repeated = new Set(runs.filter(({ copy }) => copy > 0).map(({ pitchId }) => pitchId));
  return new Map(
    [...starsPerSession(runs, hands, said)].map(([id, { people, ...choices }]) => [
      id,
      { stars: people, ...(repeated.has(id) && { choices }) },
    ]),
  );
}

/** What the desk knows of pitches, with how many go to each session of the grid that is out. */
export async function withStars(
  db: Store,
  eventId: string,
  facts: Readonly<Record<string, PitchFacts>>,
): Promise<Readonly<Record<string, PitchFacts>>> {
  const stars = await countStars(db, eventId);
  if (!stars) return facts;
  const counted = Object.entries(facts).map(([id, known]): [string, PitchFacts] => {
    const goers = stars.get(id);
    return [id, { ...known, ...goers }];
  });
  return Object.fromEntries(counted);
}

/** Of two registrations of one person what they said last of each run stands, whichever of the two said it. */
export async function uniteStars(
  tx: Transaction,
  { stays, goes }: { stays: string; goes: string },
): Promise<void> {
  await tx.execute(sql`insert into star as mine (pitch_id, registration_id, copy, starred, cast_at)
    select pitch_id, ${stays}, copy, starred, cast_at from star as theirs where registration_id = ${goes}
    on conflict (pitch_id, registration_id, copy) do update
      set starred = excluded.starred, cast_at = excluded.cast_at where excluded.cast_at > mine.cast_at`);
  await tx.delete(star).where(eq(star.registrationId, goes));
  // Whoever followed the day of the one that goes need not read the address that stays.
  await dropDayAddresses(tx, [goes]);
}

/** What somebody said of runs, and the address at which a calendar follows their day. */
export async function forgetDay(tx: Transaction, registrationId: string): Promise<void> {
  await tx.delete(star).where(eq(star.registrationId, registrationId));
  await dropDayAddresses(tx, [registrationId]);
}
