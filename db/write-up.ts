/** Somebody's own write-ups: one of each session, and one of each day. */
import { and, asc, eq, sql } from "drizzle-orm";
import type { Database, Store } from "#db/connection.ts";
import { readGrid } from "#db/draft.ts";
import { permitted, readDays } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { agreedFor } from "#db/pitch/agreed.ts";
import { spend } from "#db/rate-limit.ts";
import { pitch } from "#db/schema/pitch.ts";
import { writeUp } from "#db/schema/write-up.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { ownOf, selectWriteUps } from "#db/write-up/view.ts";
import type { NoteLevel, PitchKind } from "#domain/pitch.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import { viewRuns } from "#domain/run-view.ts";
import type { Attendee } from "#domain/viewer.ts";
import {
  begunOf,
  begunSessions,
  canBeNamed,
  levelsFor,
  type OwnWriteUp,
  saysAName,
  saysSomething,
  WRITE_UP_QUESTIONS,
  type WriteUpForm,
  type WriteUpOf,
} from "#domain/write-up.ts";

/** What there is to write about: a session of the grid that is out and has begun, or a day that has. */
export type WriteUpSubject = {
  /** Null for a day. */
  title: string | null;
  kind: PitchKind | null;
  notes: readonly NoteLevel[];
  /** Who hosts it, as they are called there. */
  hosts: readonly string[];
};

const A_DAY: WriteUpSubject = { title: null, kind: null, notes: [], hosts: [] };

/** Null where it is nothing of this camp, or has not begun. Titles are for people of the camp. */
export async function readSubject(
  store: Store,
  eventId: string,
  { pitchId, day }: WriteUpOf,
  now: Date,
): Promise<WriteUpSubject | null> {
  if (pitchId === null) {
    const days = begunOf(await readDays(store, eventId), now.getTime());
    return days.some(({ date }) => date === day) ? A_DAY : null;
  }
  const grid = await readGrid(store, eventId);
  const runs = grid ? begunSessions(viewRuns(grid, now.getTime()), now.getTime()) : [];
  const run = runs.find((each) => each.pitchId === pitchId);
  if (!run) return null;
  const { title, kind, hosts, merged = [] } = run.pitch;
  const [said] = await store
    .select({ notes: agreedFor(sql`pitch.id`, sql`pitch.event_id`) })
    .from(pitch)
    .where(and(eq(pitch.id, pitchId), eq(pitch.eventId, eventId)));
  if (!said) return null;
  return { title, kind, notes: said.notes, hosts: [...hosts, ...merged.flatMap((part) => part.hosts)] };
}

const theirs = ({ registrationId }: Attendee, of?: WriteUpOf) =>
  and(
    eq(writeUp.registrationId, registrationId),
    of && (of.pitchId === null ? eq(writeUp.day, of.day) : eq(writeUp.pitchId, of.pitchId)),
  );

/** In the order they were written; at most one of each session and of each day. */
export async function listOwnWriteUps(store: Store, attendee: Attendee): Promise<OwnWriteUp[]> {
  return (await selectWriteUps(store, theirs(attendee)).orderBy(asc(writeUp.id))).map(ownOf);
}

/** Null where they wrote none. */
export async function findOwnWriteUp(
  store: Store,
  attendee: Attendee,
  of: WriteUpOf,
): Promise<OwnWriteUp | null> {
  const [row] = await selectWriteUps(store, theirs(attendee, of));
  return row ? ownOf(row) : null;
}

type SaveRefusal =
  | "not_found"
  | "not_open"
  | "bad_input"
  | "changed_meanwhile"
  | "level_closed"
  | "says_a_name"
  | "too_many";

/**
 * Writes one's own, anew or over what is there. The same again changes nothing.
 *
 * @param mark of what the writer saw; empty where there was none
 * @returns refused `not_found` for what has not begun or is nothing of this camp, `not_open` by the phase, `bad_input`
 *   when it says nothing, `level_closed` where the session keeps it from those it is for, `says_a_name` where nobody may
 *   be named, `changed_meanwhile` where another one was saved since, `too_many` for whoever goes on
 */
export async function saveWriteUp(
  db: Database,
  attendee: Attendee,
  of: WriteUpOf,
  { form, mark }: { form: WriteUpForm; mark: string },
  now: Date,
): Promise<Result<null, SaveRefusal>> {
  if (!saysSomething(form)) return refused("bad_input");
  return transact<null, SaveRefusal>(db, async (tx) => {
    if (!(await permitted(tx, attendee.eventId, "writeUp"))) return refused("not_open");
    await settle(tx, of);
    const subject = await readSubject(tx, attendee.eventId, of, now);
    if (!subject) return refused("not_found");
    const why = whyNot(form, subject, attendee);
    if (why) return refused(why);
    const [before] = await selectWriteUps(tx, theirs(attendee, of));
    if (before && isSame(ownOf(before), form)) return granted(null);
    if ((before ? ownOf(before).mark : "") !== mark) return refused("changed_meanwhile");
    const spent = await spend(tx, [{ limit: "write_up_by_registration", by: attendee.registrationId }], now);
    if (!spent.ok) return spent;
    const named = form.named && canBeNamed(subject.notes, subject.kind);
    const { learned, doing, readers, level, quotable } = form;
    const said = { learned, doing, readers, level, named, quotable, changedAt: now };
    const { eventId, registrationId } = attendee;
    const written = before
      ? await tx.update(writeUp).set(said).where(theirs(attendee, of)).returning({ id: writeUp.id })
      : await tx
          .insert(writeUp)
          .values({ id: newId(), eventId, registrationId, ...of, ...said, createdAt: now })
          .onConflictDoNothing()
          .returning({ id: writeUp.id });
    return written.length > 0 ? granted(null) : refused("changed_meanwhile");
  });
}

/** What is agreed for a session is not changed until it is written. */
async function settle(tx: Transaction, { pitchId }: WriteUpOf): Promise<void> {
  if (pitchId !== null)
    await tx.select({ id: pitch.id }).from(pitch).where(eq(pitch.id, pitchId)).for("share");
}

function whyNot(
  form: WriteUpForm,
  { notes, kind, hosts }: WriteUpSubject,
  { name }: Attendee,
): "level_closed" | "says_a_name" | null {
  if (!levelsFor(notes).includes(form.level)) return "level_closed";
  if (form.level === "me" || canBeNamed(notes, kind)) return null;
  const names = [...hosts, name];
  return WRITE_UP_QUESTIONS.some((question) => saysAName(form[question], names)) ? "says_a_name" : null;
}

const isSame = (own: OwnWriteUp, form: WriteUpForm) =>
  [...WRITE_UP_QUESTIONS, "level" as const, "named" as const, "quotable" as const].every(
    (field) => own[field] === form[field],
  );

/** Takes one's own away, at any time. Safe to repeat. */
export async function deleteWriteUp(db: Database, attendee: Attendee, of: WriteUpOf): Promise<void> {
  await db.delete(writeUp).where(theirs(attendee, of));
}

/** Of two registrations that become one: of what both wrote about, what the one that stays wrote. */
export async function uniteWriteUps(
  tx: Transaction,
  { stays, goes }: { stays: string; goes: string },
): Promise<void> {
  await tx.execute(sql`update write_up set registration_id = ${stays} where registration_id = ${goes}
    and not exists (select from write_up as mine where mine.registration_id = ${stays}
      and (mine.pitch_id = write_up.pitch_id or mine.day = write_up.day))`);
  await tx.delete(writeUp).where(eq(writeUp.registrationId, goes));
}
