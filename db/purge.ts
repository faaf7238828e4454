/**
 * What is kept no longer than it is needed goes, some at a time, in one transaction each: answers on their day, and so many
 * days after a camp what people needed for it, who had no place, and what was written in the log. What it did is kept in
 * sums. What it costs follows what is due.
 */
import { and, asc, desc, eq, inArray, isNull, lte, ne, sql } from "drizzle-orm";
import { toldNeeds } from "#db/access.ts";
import type { Database, Store } from "#db/connection.ts";
import { forgetAnswers } from "#db/equality.ts";
import { forgetAccounts } from "#db/erasure/account.ts";
import { dropMail, dropNames, dropWords } from "#db/erasure/traces.ts";
import { type EventRow, readTimes } from "#db/event.ts";
import { keepFairness } from "#db/fairness.ts";
import { bump } from "#db/live.ts";
import { forgetReports } from "#db/pitch/reported.ts";
import { endPushesAt } from "#db/push.ts";
import { audit } from "#db/schema/audit.ts";
import { crewNote } from "#db/schema/crew-note.ts";
import { event } from "#db/schema/event.ts";
import { helpCall } from "#db/schema/help-call.ts";
import { hostAsked } from "#db/schema/host-asked.ts";
import { purge } from "#db/schema/purge.ts";
import { answer, question } from "#db/schema/question.ts";
import { registration } from "#db/schema/registration.ts";
import { rotaSignUp, rotaTask } from "#db/schema/rota.ts";
import { turnedAway } from "#db/schema/turned-away.ts";
import { dropSecondsOf } from "#db/second-address/ending.ts";
import { dropSwaps } from "#db/swap/forgetting.ts";
import type { Transaction } from "#db/transaction.ts";
import { keepTurnout } from "#db/turnout.ts";
import { forgetHidingReasons } from "#db/write-up/hiding.ts";
import { hasDate, PHASES } from "#domain/event.ts";
import { isPast, isSpent, type Purged, type PurgeView, WITHOUT_PLACE } from "#domain/purge.ts";
import { NO_NEEDS } from "#domain/registration/answers.ts";
import { localAt } from "#domain/time/local.ts";
import type { May } from "#domain/viewer.ts";

/** Camps and questions one run looks at, and people one transaction forgets; what is left waits for the next. */
const MOST = 200;

/** Does what is due. Safe to repeat, and for several processes at once. @param leaving aborted when no more is to begin */
export async function purgeDue(db: Database, now: Date, leaving: AbortSignal): Promise<void> {
  for (const id of await listDueQuestions(db, now)) {
    if (leaving.aborted) return;
    await db.transaction((tx) => emptyQuestion(tx, id, now));
  }
  for (const id of await listDueCamps(db, now)) {
    let more = true;
    while (more && !leaving.aborted) more = await db.transaction((tx) => purgeCamp(tx, id, now));
  }
}

/** A day ahead of every zone. */
const latest = (now: Date) => sql`${localAt(now.getTime(), "Pacific/Kiritimati").day}::date`;

/** At most MOST. */
async function listDueQuestions(db: Store, now: Date): Promise<string[]> {
  const rows = await db
    .select({ id: question.id })
    .from(question)
    .where(and(lte(question.keepUntil, latest(now)), isNull(question.emptiedAt)))
    .orderBy(asc(question.keepUntil))
    .limit(MOST);
  return rows.map(({ id }) => id);
}

/** At most MOST. By their first day, which is indexed; the last is looked at camp by camp. */
async function listDueCamps(db: Store, now: Date): Promise<string[]> {
  const due = sql`${event.day} + ${event.keepDays}`;
  const rows = await db
    .select({ id: event.id })
    .from(event)
    .where(
      and(
        sql`${due} <= ${latest(now)}`,
        sql`${event.purgedDay} is distinct from ${event.day}`,
        inArray(event.phase, PHASES.filter(hasDate)),
      ),
    )
    .orderBy(due)
    .limit(MOST);
  return rows.map(({ id }) => id);
}

/** Another process that has it does it. */
async function lockFree(tx: Transaction, eventId: string): Promise<EventRow | null> {
  const [camp] = await tx
    .select()
    .from(event)
    .where(eq(event.id, eventId))
    .for("update", { skipLocked: true });
  return camp ?? null;
}

async function emptyQuestion(tx: Transaction, questionId: string, now: Date): Promise<void> {
  const [due] = await tx.select().from(question).where(eq(question.id, questionId));
  const camp = due && (await lockFree(tx, due.eventId));
  if (!camp) return;
  const today = localAt(now.getTime(), camp.zone).day;
  if (!isPast(due.keepUntil, today)) return;
  const still = and(
    eq(question.id, due.id),
    eq(question.keepUntil, due.keepUntil),
    isNull(question.emptiedAt),
  );
  const emptied = await tx
    .update(question)
    .set({ emptiedAt: now })
    .where(still)
    .returning({ id: question.id });
  if (emptied.length === 0) return;
  const gone = await tx
    .delete(answer)
    .where(eq(answer.questionId, due.id))
    .returning({ of: answer.registrationId });
  await note(tx, camp.id, today, now, { answers: gone.length });
  await bump(tx, camp.id, ["event"]);
}

/** @returns whether there may be more to do for this camp now */
async function purgeCamp(tx: Transaction, eventId: string, now: Date): Promise<boolean> {
  const camp = await lockFree(tx, eventId);
  // Whoever waits for a new date is not forgotten by the old one.
  if (!camp || camp.purgedDay === camp.day || !hasDate(camp.phase)) return false;
  const today = localAt(now.getTime(), camp.zone).day;
  const lastDay = await readLastDay(tx, camp);
  if (!isSpent({ lastDay, keepDays: camp.keepDays }, today)) return false;
  await keepTurnout(tx, camp);
  await keepFairness(tx, camp);
  const applicants = await forgetApplicants(tx, camp.id, now);
  if (applicants === MOST) {
    await note(tx, camp.id, today, now, { applicants });
    return true;
  }
  const entries = (await dropReasons(tx, camp.id)) + (await dropCrewNotes(tx, camp.id));
  const done = { applicants, needs: await dropNeeds(tx, camp.id), entries };
  await tx.delete(turnedAway).where(eq(turnedAway.eventId, camp.id));
  await dropEquality(tx, camp.id);
  await forgetReports(tx, camp.id);
  await forgetHidingReasons(tx, camp.id);
  await tx.delete(hostAsked).where(eq(hostAsked.eventId, camp.id));
  await dropHelp(tx, camp.id);
  await dropSecondsOf(tx, camp.id);
  await endPushesAt(tx, camp.id);
  await tx.update(event).set({ purgedDay: camp.day }).where(eq(event.id, camp.id));
  await note(tx, camp.id, today, now, done);
  await bump(tx, camp.id, ["people", "draft", "crew"]);
  return false;
}

/** The day on which a camp is over by its own clock. */
export async function readLastDay(store: Store, camp: EventRow): Promise<string> {
  const { endsAt } = await readTimes(store, camp);
  return localAt(endsAt - 1, camp.zone).day;
}

/** Some of those who had no place, at most MOST. @returns how many */
async function forgetApplicants(tx: Transaction, eventId: string, now: Date): Promise<number> {
  const people = await tx
    .select({ id: registration.id, email: registration.email, name: registration.name })
    .from(registration)
    .where(and(eq(registration.eventId, eventId), inArray(registration.status, WITHOUT_PLACE)))
    .limit(MOST);
  if (people.length === 0) return 0;
  await dropMail(tx, eventId, people);
  await dropNames(tx, eventId, people);
  await dropWords(tx, people);
  const ids = people.map(({ id }) => id);
  await dropSwaps(tx, ids, now);
  await tx.delete(registration).where(inArray(registration.id, ids));
  await forgetAccounts(tx, people);
  return people.length;
}

async function dropNeeds(tx: Transaction, eventId: string): Promise<number> {
  const rows = await tx
    .update(registration)
    .set(NO_NEEDS)
    .where(and(eq(registration.eventId, eventId), toldNeeds))
    .returning({ id: registration.id });
  return rows.length;
}

async function dropCrewNotes(tx: Transaction, eventId: string): Promise<number> {
  const people = tx
    .select({ id: registration.id })
    .from(registration)
    .where(eq(registration.eventId, eventId));
  const gone = await tx
    .delete(crewNote)
    .where(inArray(crewNote.registrationId, people))
    .returning({ id: crewNote.id });
  return gone.length;
}

/** What the crew called for, who came, and who was down for what; the tasks themselves name nobody. */
async function dropHelp(tx: Transaction, eventId: string): Promise<void> {
  await tx.delete(helpCall).where(eq(helpCall.eventId, eventId));
  const tasks = tx.select({ id: rotaTask.id }).from(rotaTask).where(eq(rotaTask.eventId, eventId));
  await tx.delete(rotaSignUp).where(inArray(rotaSignUp.taskId, tasks));
}

/** The counts, and that people answered: asked again for a camp that is moved, everybody may answer again. */
async function dropEquality(tx: Transaction, eventId: string): Promise<void> {
  await forgetAnswers(tx, eventId);
  await tx
    .update(registration)
    .set({ equalityAnswered: false })
    .where(and(eq(registration.eventId, eventId), registration.equalityAnswered));
}

/** What the crew wrote about people, and they about themselves. */
async function dropReasons(tx: Transaction, eventId: string): Promise<number> {
  const rows = await tx
    .update(audit)
    .set({ reason: "" })
    .where(and(eq(audit.eventId, eventId), ne(audit.reason, "")))
    .returning({ id: audit.id });
  return rows.length;
}

/** Adds to what was done on this day; nothing where nothing was there to be deleted. */
async function note(
  tx: Transaction,
  eventId: string,
  day: string,
  at: Date,
  done: Partial<Purged>,
): Promise<void> {
  const row = { answers: 0, needs: 0, applicants: 0, entries: 0, ...done };
  if (Object.values(row).every((n) => n === 0)) return;
  const added = (column: "answers" | "needs" | "applicants" | "entries") =>
    sql`${purge[column]} + ${row[column]}`;
  await tx
    .insert(purge)
    .values({ eventId, day, at, ...row })
    .onConflictDoUpdate({
      target: [purge.eventId, purge.day],
      set: {
        at,
        answers: added("answers"),
        needs: added("needs"),
        applicants: added("applicants"),
        entries: added("entries"),
      },
    });
}

/** Days that are shown. */
const SHOWN = 20;

/** What was deleted, the last day first, at most SHOWN days. */
export async function listPurges(db: Store, { eventId }: May<"changeSettings">): Promise<PurgeView[]> {
  const { day, answers, needs, applicants, entries } = purge;
  return db
    .select({ day, answers, needs, applicants, entries })
    .from(purge)
    .where(eq(purge.eventId, eventId))
    .orderBy(desc(purge.day))
    .limit(SHOWN);
}
