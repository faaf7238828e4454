/**
 * Telling people of sessions that changed: a row for each of them and each session, made in the transaction of the version.
 * What is not read yet is replaced by what comes later, and is nothing where the session is again where they knew it.
 */
import { and, asc, eq, inArray, isNull, lte, type SQL, sql } from "drizzle-orm";
import type { Database, Store } from "#db/connection.ts";
import { concernedBy } from "#db/publication/concerned.ts";
import { readVersion } from "#db/publication/rows.ts";
import { pushTellings } from "#db/push/fan-out.ts";
import { pitch } from "#db/schema/pitch.ts";
import { telling } from "#db/schema/telling.ts";
import type { Transaction } from "#db/transaction.ts";
import type { Concern } from "#domain/review.ts";
import { type Showing, sameShowings, showingsOf, type Telling } from "#domain/telling.ts";
import type { Attendee } from "#domain/viewer.ts";

/** Which sessions of which version, which everybody sees by now, and whom of those concerned. */
type Tell = Concern & { eventId: string; number: number; pitchIds: readonly string[] };

/**
 * Tells whoever is concerned what a version changed of these sessions; nothing of those that it left as they were. Safe
 * to repeat: nobody is told of the same version twice. Call it once the version is written.
 */
export async function tellOf(
  tx: Transaction,
  { eventId, number, pitchIds, ...who }: Tell,
  now: Date,
): Promise<void> {
  if (pitchIds.length === 0) return;
  const was = showingsOf(await readVersion(tx, eventId, number));
  const changed = await changedFrom(tx, eventId, pitchIds, was);
  const ids = sql`${JSON.stringify(pitchIds)}::jsonb`;
  await tx.execute(sql`
    insert into telling (registration_id, pitch_id, number, was, told_at)
    select concerned.registration_id, concerned.pitch_id, ${number}, changed.was, ${now.toISOString()}::timestamptz
    from (${concernedBy(ids, who)}) as concerned join (${changed}) as changed on changed.id = concerned.pitch_id
    on conflict (registration_id, pitch_id) do update set was = ${known(sql`excluded.was`)},
      number = excluded.number, ${anew(now)}
    where telling.number < excluded.number`);
  await putAwayWhatIsAsKnown(tx, number, changed, now);
  await pushTellings(tx, eventId, now);
}

/** A version that was taken back, with its sessions as everybody saw them until then; `back` is 0 where none is left. */
type TakenBack = {
  eventId: string;
  taken: number;
  back: number;
  pitchIds: readonly string[];
  was: ReadonlyMap<string, readonly Showing[]>;
};

/** Tells whoever was told of a version what taking it back changed for them. Call it once it is taken back. */
export async function tellOfTakingBack(
  tx: Transaction,
  { eventId, taken, back, pitchIds, was }: TakenBack,
  now: Date,
): Promise<void> {
  const changed = await changedFrom(tx, eventId, pitchIds, was);
  await tx.execute(sql`
    update telling set was = ${known(sql`changed.was`)}, number = ${back}, ${anew(now)}
    from (${changed}) as changed where changed.id = telling.pitch_id and telling.number = ${taken}`);
  await putAwayWhatIsAsKnown(tx, back, changed, now);
  await pushTellings(tx, eventId, now);
}

/** What somebody knows: what they were told last, once they read it or a phone said it. @param last where it was then */
const known = (last: SQL) =>
  sql`case when telling.put_away_at is null and telling.pushed_at is null then telling.was else ${last} end`;

const anew = (now: Date) =>
  sql`told_at = ${now.toISOString()}::timestamptz, pushed_at = null, put_away_at = null`;

/** Of these sessions those that are elsewhere by now, as rows of `id`, `was` and `stands`. */
async function changedFrom(
  tx: Transaction,
  eventId: string,
  pitchIds: readonly string[],
  was: ReadonlyMap<string, readonly Showing[]>,
): Promise<SQL> {
  const stands = showingsOf(await readVersion(tx, eventId));
  const rows = pitchIds
    .map((id) => ({ id, was: was.get(id) ?? [], stands: stands.get(id) ?? [] }))
    .filter((row) => !sameShowings(row.was, row.stands));
  return sql`select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, was jsonb, stands jsonb)`;
}

/** Moved away and back before it was read: there is nothing to tell, as long as it stays so. */
async function putAwayWhatIsAsKnown(tx: Transaction, number: number, changed: SQL, now: Date): Promise<void> {
  await tx.execute(sql`
    update telling set put_away_at = ${now.toISOString()}::timestamptz
    from (${changed}) as changed where changed.id = telling.pitch_id and telling.number = ${number}
      and telling.put_away_at is null and telling.was = changed.stands`);
}

/** What somebody has not put away, at most one of each session. Nothing of a pitch that the crew hid. */
export async function listTellings(db: Store, registrationId: string): Promise<Telling[]> {
  const rows = await db
    .select({ pitchId: pitch.id, title: pitch.title, was: telling.was, at: telling.toldAt })
    .from(telling)
    .innerJoin(pitch, eq(pitch.id, telling.pitchId))
    .where(and(eq(telling.registrationId, registrationId), isNull(telling.putAwayAt), isNull(pitch.hiddenAt)))
    .orderBy(asc(telling.toldAt), asc(pitch.id));
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}

/** The same for a phone that is about to say it. */
export async function pushTellingsOf(db: Store, registrationId: string, now: Date): Promise<Telling[]> {
  const unread = and(eq(telling.registrationId, registrationId), isNull(telling.putAwayAt));
  await db.update(telling).set({ pushedAt: now }).where(unread);
  return listTellings(db, registrationId);
}

/** They have read what they were told up to then. Safe to repeat. */
export async function putAway(
  db: Database,
  { registrationId }: Attendee,
  upTo: Date,
  now: Date,
): Promise<void> {
  const read = and(eq(telling.registrationId, registrationId), lte(telling.toldAt, upTo));
  await db
    .update(telling)
    .set({ putAwayAt: now })
    .where(and(read, isNull(telling.putAwayAt)));
}

/** Where the times of a camp are moved, nothing that was known of them is true. */
export async function dropTellings(tx: Transaction, eventId: string): Promise<void> {
  const here = tx.select({ id: pitch.id }).from(pitch).where(eq(pitch.eventId, eventId));
  await tx.delete(telling).where(inArray(telling.pitchId, here));
}
