/** What campers pitch and change. */
import { and, asc, desc, eq, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Database, Store } from "#db/connection.ts";
import { permitted } from "#db/event.ts";
import { readPage } from "#db/paging.ts";
import { setBusy } from "#db/pitch/busy.ts";
import { listOwn, lockOwner, mayHaveOneMore } from "#db/pitch/round.ts";
import { standing } from "#db/pitch/standing.ts";
import { isCamper, told } from "#db/pitch/told.ts";
import { audit } from "#db/schema/audit.ts";
import { pitch, pitchHost } from "#db/schema/pitch.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { isId } from "#domain/id.ts";
import type { Page } from "#domain/paging.ts";
import { partOf, united } from "#domain/pitch/merging.ts";
import {
  bringsAHost,
  type HostedPitch,
  isHidden,
  isWithdrawn,
  type PitchForm,
  type PitchView,
  pitchFormOf,
  WITHDRAWN_SHOWN,
} from "#domain/pitch.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { Attendee, May } from "#domain/viewer.ts";

type PitchRow = typeof pitch.$inferSelect;

function pitchView(row: PitchRow, hosts: string[]): PitchView {
  return { ...pitchFormOf(row), hosts, at: row.createdAt.toISOString() };
}

/** Pitches with the names of their hosts. */
export function selectPitches(db: Store, where: SQL | undefined) {
  return db
    .select({
      row: pitch,
      hosts: sql<string[]>`coalesce(array_agg(${pitchHost.name} order by ${pitchHost.position})
        filter (where ${pitchHost.hosting}), '{}')`,
    })
    .from(pitch)
    .leftJoin(pitchHost, eq(pitchHost.pitchId, pitch.id))
    .where(where)
    .groupBy(pitch.id)
    .$dynamic();
}

const asTheyCame = [asc(pitch.createdAt), asc(pitch.id)];

/**
 * Without those withdrawn, in the order they came, and those that were merged as one. All of them, as every phone gets
 * them: bounded by the camp alone (docs/decisions/0014-every-phone-gets-every-pitch.md).
 */
export async function listPitches(db: Store, eventId: string): Promise<PitchView[]> {
  const found = await selectPitches(db, and(eq(pitch.eventId, eventId), isNull(pitch.withdrawnAt))).orderBy(
    ...asTheyCame,
  );
  const partsOf = partsIn(found);
  return found
    .filter(({ row }) => row.mergedInto === null)
    .map(({ row, hosts }) => united(pitchView(row, hosts), partsOf(row.id)))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

type Found = { row: PitchRow; hosts: string[] };

/** What was merged into a pitch, among these. */
function partsIn(found: readonly Found[]): (pitchId: string) => PitchView[] {
  const parts = new Map<string, PitchView[]>();
  for (const { row, hosts } of found)
    if (row.mergedInto)
      parts.set(row.mergedInto, [...(parts.get(row.mergedInto) ?? []), pitchView(row, hosts)]);
  return (pitchId) => parts.get(pitchId) ?? [];
}

/** What a pitch itself says, without what was merged into it; null where none such stands. */
export async function readPitch(db: Store, eventId: string, pitchId: string): Promise<PitchView | null> {
  if (!isId(pitchId)) return null;
  const which = and(eq(pitch.eventId, eventId), eq(pitch.id, pitchId), standing);
  const [found] = await selectPitches(db, which);
  return found ? pitchView(found.row, found.hosts) : null;
}

/** Withdrawn pitches on a page of the desk's. */
export const WITHDRAWN_A_PAGE = 50;

/** A page of those withdrawn, the last first; without those that the crew hid. */
export async function listWithdrawn(
  db: Store,
  { eventId }: May<"seeProgramme">,
  page: number,
): Promise<Page<HostedPitch>> {
  const withdrawn = and(eq(pitch.eventId, eventId), isNotNull(pitch.withdrawnAt), isNull(pitch.hiddenAt));
  const { items, ...rest } = await readPage(
    page,
    WITHDRAWN_A_PAGE,
    ({ limit, offset }) =>
      selectPitches(db, withdrawn)
        .orderBy(...lastWithdrawn)
        .limit(limit)
        .offset(offset),
    () => db.$count(pitch, withdrawn),
  );
  return { items: items.map((one) => hosted(one, [], { own: false, hosting: false })), ...rest };
}

const lastWithdrawn = [desc(pitch.withdrawnAt), desc(pitch.id)];

/**
 * The pitches an attendee hosts, in the order they came, each in its own words also where it was merged; of those
 * withdrawn at most the last WITHDRAWN_SHOWN.
 */
export async function listMyPitches(db: Store, attendee: Attendee): Promise<HostedPitch[]> {
  const mine = eq(pitchHost.registrationId, attendee.registrationId);
  const withdrawn = db
    .select({ id: pitch.id })
    .from(pitchHost)
    .innerJoin(pitch, eq(pitch.id, pitchHost.pitchId))
    .where(and(mine, isNotNull(pitch.withdrawnAt)))
    .orderBy(...lastWithdrawn)
    .limit(WITHDRAWN_SHOWN);
  const hosting = await db
    .select({
      ...{ pitchId: pitchHost.pitchId, own: pitchHost.own, hosting: pitchHost.hosting },
      into: pitch.mergedInto,
    })
    .from(pitchHost)
    .innerJoin(pitch, eq(pitch.id, pitchHost.pitchId))
    .where(and(mine, or(isNull(pitch.withdrawnAt), inArray(pitch.id, withdrawn))));
  if (hosting.length === 0) return [];
  const theirs = new Map(hosting.map(({ pitchId, own, hosting }) => [pitchId, { own, hosting }]));
  const ids = [...theirs.keys()];
  const among = [...ids, ...hosting.flatMap(({ into }) => into ?? [])];
  const related = or(inArray(pitch.id, among), inArray(pitch.mergedInto, ids));
  const found = await selectPitches(db, and(eq(pitch.eventId, attendee.eventId), related)).orderBy(
    ...asTheyCame,
  );
  const mineOf = found.filter(({ row }) => theirs.has(row.id));
  const byCrew = await withdrawnByCrew(
    db,
    mineOf.flatMap(({ row }) => (isWithdrawn(row) && !isHidden(row) ? row.id : [])),
  );
  return mineOf.map((one) => ({
    ...hosted(one, found, theirs.get(one.row.id)!),
    ...(byCrew.has(one.row.id) && { withdrawnByCrew: true as const }),
  }));
}

/** Which of these the crew withdrew last. @param pitchIds at most WITHDRAWN_SHOWN, all of them withdrawn */
async function withdrawnByCrew(db: Store, pitchIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (pitchIds.length === 0) return new Set();
  const rows = await db
    .selectDistinctOn([audit.subjectId], { id: audit.subjectId, actor: audit.actor })
    .from(audit)
    .where(and(inArray(audit.subjectId, [...pitchIds]), eq(audit.act, "withdraw_pitch")))
    .orderBy(audit.subjectId, desc(audit.at), desc(audit.id));
  return new Set(rows.flatMap(({ id, actor }) => (id && actor === "crew" ? id : [])));
}

/** @param among where what it is a part of is found, and what became a part of it */
function hosted(
  { row, hosts }: Found,
  among: readonly Found[],
  theirs: Pick<HostedPitch, "own" | "hosting">,
): HostedPitch {
  const into = among.find((other) => other.row.id === row.mergedInto);
  const parts = partsIn(among)(row.id).map(partOf);
  return {
    ...pitchView(row, hosts),
    ...theirs,
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
    saidAt: row.saidAt?.toISOString() ?? null,
    mergedInto: into ? partOf(pitchView(into.row, into.hosts)) : null,
    ...(row.hiddenAt && { hidden: { at: row.hiddenAt.toISOString(), reason: row.hiddenReason } }),
    ...(parts.length > 0 && { merged: parts }),
  };
}

/**
 * Brings a pitch into the line. Its id comes from the phone, so that sending it again changes nothing.
 * @returns refused `not_open` outside the phases for pitching, `already_pitched` while others still wait for their
 *   first, `not_found` when the id is somebody else's
 */
export async function bringPitch(
  db: Database,
  attendee: Attendee,
  form: PitchForm,
  now: Date,
): Promise<Result<{ id: string }, "not_open" | "already_pitched" | "not_found">> {
  return transact(db, async (tx) => {
    const open = await permitted(tx, attendee.eventId, "pitch");
    await lockOwner(tx, attendee.registrationId);
    const mine = await listOwn(tx, attendee.registrationId, form.id);
    // The same form again, or the same title from a form that was reloaded because its answer got lost.
    const sent = mine.find((own) => own.id === form.id || (!isWithdrawn(own) && own.title === form.title));
    if (sent) return granted({ id: sent.id });
    if (!open) return refused("not_open");
    if (!(await mayHaveOneMore(tx, attendee.eventId, mine))) return refused("already_pitched");
    if (!(await insertPitch(tx, attendee.eventId, form, now))) return refused("not_found");
    const { registrationId, name } = attendee;
    const host = { pitchId: form.id, position: 0, registrationId, name, own: true };
    await tx.insert(pitchHost).values({ ...host, hosting: bringsAHost(form) });
    await told(tx, attendee, "bring_pitch", form.id, now);
    return granted({ id: form.id });
  });
}

/**
 * A campmaker types what somebody said, or a card read out.
 * @param hosts names as spoken, the host first; empty for "I wish somebody would"
 * @returns refused `not_open` outside the phases for pitching, `not_found` when the id is taken elsewhere
 */
export async function bringPitchFor(
  db: Database,
  crew: May<"runPitches">,
  form: PitchForm,
  hosts: readonly string[],
  now: Date,
): Promise<Result<{ id: string }, "not_open" | "not_found">> {
  return transact(db, async (tx) => {
    const open = await permitted(tx, crew.eventId, "pitch");
    const here = and(eq(pitch.id, form.id), eq(pitch.eventId, crew.eventId));
    if ((await tx.$count(pitch, here)) > 0) return granted({ id: form.id });
    if (!open) return refused("not_open");
    if (!(await insertPitch(tx, crew.eventId, form, now))) return refused("not_found");
    const rows = hosts.map((name, position) => ({ pitchId: form.id, position, name }));
    if (rows.length > 0) await tx.insert(pitchHost).values(rows);
    await told(tx, crew, "bring_pitch_for", form.id, now);
    return granted({ id: form.id });
  });
}

/**
 * Its place in the line stays, and so does what it was merged into. Refused `not_found` for a pitch not theirs or
 * withdrawn, `not_open` by the phase.
 */
export async function changePitch(
  db: Database,
  who: Attendee | May<"runPitches">,
  form: PitchForm,
  now: Date,
): Promise<Result<null, "not_open" | "not_found">> {
  return transact(db, async (tx) => {
    const open = await permitted(tx, who.eventId, isCamper(who) ? "change" : "amend");
    const row = await ownedPitch(tx, who, form.id);
    if (!row || isWithdrawn(row)) return refused("not_found");
    if (!open) return refused("not_open");
    const { id, busy: _, ...words } = form;
    await setBusy(tx, who.eventId, form);
    await tx.update(pitch).set(words).where(eq(pitch.id, id));
    // By nobody else's word: whoever brought it is a host from now on, or none any more.
    if (isCamper(who) && bringsAHost(row) !== bringsAHost(form))
      await tx
        .update(pitchHost)
        .set({ hosting: bringsAHost(form) })
        .where(and(eq(pitchHost.pitchId, id), brought(who)));
    await told(tx, who, "change_pitch", id, now);
    return granted(null);
  });
}

/** Those that somebody brought on their phone. */
export const brought = ({ registrationId }: Attendee) =>
  and(eq(pitchHost.registrationId, registrationId), pitchHost.own)!;

/** The pitch, locked, if the asker may change it. */
export async function ownedPitch(
  tx: Transaction,
  who: Attendee | May<"runPitches">,
  pitchId: string,
): Promise<PitchRow | null> {
  const [row] = await tx
    .select()
    .from(pitch)
    .where(and(eq(pitch.id, pitchId), eq(pitch.eventId, who.eventId)))
    .for("update");
  if (!row || !isCamper(who)) return row ?? null;
  const hosts = and(eq(pitchHost.pitchId, pitchId), eq(pitchHost.registrationId, who.registrationId));
  return (await tx.$count(pitchHost, hosts)) > 0 ? row : null;
}

/** False when the id is taken. */
async function insertPitch(tx: Transaction, eventId: string, form: PitchForm, now: Date): Promise<boolean> {
  const added = await tx
    .insert(pitch)
    .values({ ...pitchFormOf(form), eventId, createdAt: now })
    .onConflictDoNothing({ target: pitch.id })
    .returning({ id: pitch.id });
  if (added.length > 0) await setBusy(tx, eventId, form);
  return added.length > 0;
}
