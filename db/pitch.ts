/**
 * Pitches: what campers bring, change and withdraw. The front of the room is in pitch/front.ts, standing
 * beside somebody in pitch/host.ts; hands belong to voting.ts.
 */

import { and, asc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { forgetPlan } from "#db/agenda.ts";
import { record } from "#db/audit.ts";
import type { Database, Store } from "#db/connection.ts";
import { bump } from "#db/live.ts";
import { placement } from "#db/schema/agenda.ts";
import { event } from "#db/schema/event.ts";
import { pitch, pitchHost } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { permits } from "#domain/event.ts";
import type { PitchAct } from "#domain/history.ts";
import { type HostedPitch, mayBring, type PitchForm, type PitchView } from "#domain/pitch.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { Attendee, Crew } from "#domain/viewer.ts";

type PitchRow = typeof pitch.$inferSelect;

function pitchView(row: PitchRow, hosts: string[]): PitchView {
  const { id, title, line, kind, voice, noteLevel, needs } = row;
  const [at, saidAt] = [row.createdAt.toISOString(), row.saidAt?.toISOString() ?? null];
  return { id, title, line, kind, voice, noteLevel, needs, hosts, at, saidAt };
}

function selectPitches(db: Store, where: SQL | undefined) {
  return db
    .select({
      row: pitch,
      hosts: sql<string[]>`coalesce(array_agg(${pitchHost.name} order by ${pitchHost.position})
        filter (where ${pitchHost.name} is not null), '{}')`,
    })
    .from(pitch)
    .leftJoin(pitchHost, eq(pitchHost.pitchId, pitch.id))
    .where(where)
    .groupBy(pitch.id)
    .orderBy(asc(pitch.createdAt), asc(pitch.id));
}

/** The camp's pitches in the order they came, without those withdrawn. */
export async function listPitches(db: Store, eventId: string): Promise<PitchView[]> {
  const found = await selectPitches(db, and(eq(pitch.eventId, eventId), isNull(pitch.withdrawnAt)));
  return found.map(({ row, hosts }) => pitchView(row, hosts));
}

/** The camp's pitches as its crew sees them: the withdrawn ones too. */
export async function listAllPitches(db: Store, crew: Crew): Promise<HostedPitch[]> {
  const found = await selectPitches(db, eq(pitch.eventId, crew.eventId));
  return found.map(({ row, hosts }) => hosted(row, hosts, false));
}

/** The pitches an attendee hosts, withdrawn ones included, in the order they came. */
export async function listMyPitches(db: Store, attendee: Attendee): Promise<HostedPitch[]> {
  const hosting = await db
    .select({ pitchId: pitchHost.pitchId, own: pitchHost.own })
    .from(pitchHost)
    .where(eq(pitchHost.registrationId, attendee.registrationId));
  if (hosting.length === 0) return [];
  const own = new Map(hosting.map((host) => [host.pitchId, host.own]));
  const found = await selectPitches(
    db,
    and(eq(pitch.eventId, attendee.eventId), inArray(pitch.id, [...own.keys()])),
  );
  return found.map(({ row, hosts }) => hosted(row, hosts, own.get(row.id) ?? false));
}

function hosted(row: PitchRow, hosts: string[], own: boolean): HostedPitch {
  return { ...pitchView(row, hosts), own, withdrawnAt: row.withdrawnAt?.toISOString() ?? null };
}

/**
 * Brings a pitch into the line. The id was minted on the phone: sending it again changes nothing and
 * is granted again.
 *
 * @returns `not_open` outside the phases for pitching; `already_pitched` while others still wait for
 *   their first; `not_found` when the id is somebody else's
 */
export async function bringPitch(
  db: Database,
  attendee: Attendee,
  form: PitchForm,
  now: Date,
): Promise<Result<{ id: string }, "not_open" | "already_pitched" | "not_found">> {
  return transact(db, async (tx) => {
    // Their own row, so that two taps of one person queue up and nobody else does.
    await tx
      .select({ id: registration.id })
      .from(registration)
      .where(eq(registration.id, attendee.registrationId))
      .for("update");
    const mine = await tx
      .select({ id: pitch.id, title: pitch.title, withdrawnAt: pitch.withdrawnAt })
      .from(pitchHost)
      .innerJoin(pitch, eq(pitch.id, pitchHost.pitchId))
      .where(and(eq(pitchHost.registrationId, attendee.registrationId), eq(pitchHost.own, true)));
    // The same form again, or the same words from a form that was reloaded because its answer got lost.
    const sent = mine.find(
      ({ id, title, withdrawnAt }) => id === form.id || (!withdrawnAt && title === form.title),
    );
    if (sent) return granted({ id: sent.id });
    if (!(await isOpen(tx, attendee.eventId))) return refused("not_open");
    const own = mine.filter(({ withdrawnAt }) => !withdrawnAt).length;
    if (!mayBring(own, await countInLine(tx, attendee.eventId))) return refused("already_pitched");
    if (!(await insertPitch(tx, attendee.eventId, form, now))) return refused("not_found");
    const { registrationId, name } = attendee;
    await tx.insert(pitchHost).values({ pitchId: form.id, position: 0, registrationId, name, own: true });
    await told(tx, attendee, "bring_pitch", form.id, now);
    return granted({ id: form.id });
  });
}

/**
 * A campmaker types what somebody said, or a card read out.
 *
 * @param hosts names as they want them said, the first is the host; empty for "I wish somebody would"
 * @returns `not_open` outside the phases for pitching; `not_found` when the id is taken elsewhere
 */
export async function bringPitchFor(
  db: Database,
  crew: Crew,
  form: PitchForm,
  hosts: readonly string[],
  now: Date,
): Promise<Result<{ id: string }, "not_open" | "not_found">> {
  return transact(db, async (tx) => {
    const here = and(eq(pitch.id, form.id), eq(pitch.eventId, crew.eventId));
    if ((await tx.$count(pitch, here)) > 0) return granted({ id: form.id });
    if (!(await isOpen(tx, crew.eventId))) return refused("not_open");
    if (!(await insertPitch(tx, crew.eventId, form, now))) return refused("not_found");
    const rows = hosts.map((name, position) => ({ pitchId: form.id, position, name }));
    if (rows.length > 0) await tx.insert(pitchHost).values(rows);
    await told(tx, crew, "bring_pitch_for", form.id, now);
    return granted({ id: form.id });
  });
}

/**
 * Changes what a pitch says. Its hosts and the crew may; its place in the line stays.
 *
 * @returns `not_found` for a pitch that is not theirs or was withdrawn; `not_open` for a camper after
 *   the phases for pitching
 */
export async function changePitch(
  db: Database,
  who: Attendee | Crew,
  form: PitchForm,
  now: Date,
): Promise<Result<null, "not_open" | "not_found">> {
  return transact(db, async (tx) => {
    const row = await ownedPitch(tx, who, form.id);
    if (!row || row.withdrawnAt) return refused("not_found");
    if (isCamper(who) && !(await isOpen(tx, who.eventId))) return refused("not_open");
    const { id, ...words } = form;
    await tx.update(pitch).set(words).where(eq(pitch.id, id));
    await told(tx, who, "change_pitch", id, now);
    return granted(null);
  });
}

/**
 * Takes a pitch back; its hands and hosts stay for the day it is restored, its cell on the draft grid
 * is free at once. Repeating it changes nothing.
 *
 * @returns `not_found` for a pitch that is not theirs
 */
export async function withdrawPitch(
  db: Database,
  who: Attendee | Crew,
  pitchId: string,
  now: Date,
): Promise<Result<null, "not_found">> {
  return transact(db, async (tx) => {
    const row = await ownedPitch(tx, who, pitchId);
    if (!row) return refused("not_found");
    if (row.withdrawnAt) return granted(null);
    await tx.update(pitch).set({ withdrawnAt: now }).where(eq(pitch.id, pitchId));
    await tx.delete(placement).where(eq(placement.pitchId, pitchId));
    await told(tx, who, "withdraw_pitch", pitchId, now);
    return granted(null);
  });
}

/** Undoes a withdrawal: the pitch is back where it stood in the line. Refused `not_found` unless theirs. */
export async function restorePitch(
  db: Database,
  who: Attendee | Crew,
  pitchId: string,
  now: Date,
): Promise<Result<null, "not_found">> {
  return transact(db, async (tx) => {
    const row = await ownedPitch(tx, who, pitchId);
    if (!row) return refused("not_found");
    if (!row.withdrawnAt) return granted(null);
    await tx.update(pitch).set({ withdrawnAt: null }).where(eq(pitch.id, pitchId));
    await told(tx, who, "restore_pitch", pitchId, now);
    return granted(null);
  });
}

/** Whether a camper asks, who owns what they host; the crew owns every pitch of its camp. */
function isCamper(who: Attendee | Crew): who is Attendee {
  return "registrationId" in who;
}

/** The pitch, locked, if it is in the asker's hands. */
export async function ownedPitch(
  tx: Transaction,
  who: Attendee | Crew,
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

/** Whether the camp takes pitches; keeps its phase where it is until the transaction ends. */
export async function isOpen(tx: Transaction, eventId: string): Promise<boolean> {
  const [row] = await tx.select({ phase: event.phase }).from(event).where(eq(event.id, eventId)).for("share");
  return row !== undefined && permits(row.phase, "pitch");
}

function countInLine(tx: Transaction, eventId: string): Promise<number> {
  return tx.$count(pitch, and(eq(pitch.eventId, eventId), isNull(pitch.saidAt), isNull(pitch.withdrawnAt)));
}

/** False when the id is taken. */
async function insertPitch(tx: Transaction, eventId: string, form: PitchForm, now: Date): Promise<boolean> {
  const added = await tx
    .insert(pitch)
    .values({ ...form, eventId, createdAt: now })
    .onConflictDoNothing({ target: pitch.id })
    .returning({ id: pitch.id });
  return added.length > 0;
}

/** The book and the screens, last in every verb. */
export async function told(
  tx: Transaction,
  who: Attendee | Crew,
  act: PitchAct,
  pitchId: string,
  now: Date,
): Promise<void> {
  const [actor, actorId] = isCamper(who)
    ? (["camper", who.registrationId] as const)
    : (["crew", who.personId] as const);
  await record(tx, { eventId: who.eventId, at: now, actor, actorId, act, subjectId: pitchId });
  // Who stands in front changes no grid; everything else about a pitch may.
  const atTheFront = act === "call_pitch" || act === "send_pitch_back";
  const forgotten = !atTheFront && (await forgetPlan(tx, who.eventId));
  const draft = forgotten || act === "withdraw_pitch";
  // What strangers may read of a published session follows what its host says now.
  const grid = act === "change_pitch";
  await bump(tx, who.eventId, [
    "pitches",
    ...(draft ? (["draft"] as const) : []),
    ...(grid ? (["grid"] as const) : []),
  ]);
}
