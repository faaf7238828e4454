/**
 * Two days after a camp whoever was there and wrote nothing is reminded to write up what they learned: once, and never
 * who wants no such mail. What it costs follows the camps that are due.
 */
import { and, asc, eq, exists, isNull, lte, notExists, type SQL, sql } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database, Store } from "#db/connection.ts";
import { mintUnsubscribe } from "#db/group-mail/unwilling.ts";
import { type DueMail, post } from "#db/mail.ts";
import { readLastDay } from "#db/purge.ts";
import { CLOCK, type EventRow } from "#db/registration/move.ts";
import { checkIn } from "#db/schema/door.ts";
import { event } from "#db/schema/event.ts";
import { unwilling } from "#db/schema/group-mail.ts";
import { registration } from "#db/schema/registration.ts";
import { writeUp } from "#db/schema/write-up.ts";
import type { Transaction } from "#db/transaction.ts";
import type { Made } from "#domain/mail-facts.ts";
import { TAKES_PART } from "#domain/registration.ts";
import { latestToday } from "#domain/time/date.ts";
import { laterDay } from "#domain/time/local.ts";
import { AFTER_DAYS, reminderDue } from "#domain/write-up-reminder.ts";

/** Camps that one run looks at; what is left waits for the next. */
const MOST = 200;

/** Safe to repeat, and for several processes at once. @param leaving aborted when no more is to begin */
export async function remindWriters(db: Database, now: Date, leaving: AbortSignal): Promise<void> {
  for (const id of await listDue(db, now)) {
    if (leaving.aborted) return;
    await db.transaction((tx) => remind(tx, id, now));
  }
}

/** At most MOST. By their first day, which is indexed; the last is looked at camp by camp. */
async function listDue(db: Store, now: Date): Promise<string[]> {
  const rows = await db
    .select({ id: event.id })
    .from(event)
    .where(
      and(
        lte(event.day, laterDay(latestToday(now.getTime()), -AFTER_DAYS)),
        sql`${event.writeUpsAskedDay} is distinct from ${event.day}`,
      ),
    )
    .orderBy(asc(event.day))
    .limit(MOST);
  return rows.map(({ id }) => id);
}

async function remind(tx: Transaction, eventId: string, now: Date): Promise<void> {
  // Another process that has it does it.
  const [camp] = await tx
    .select()
    .from(event)
    .where(eq(event.id, eventId))
    .for("update", { skipLocked: true });
  if (!camp || camp.writeUpsAskedDay === camp.day) return;
  const due = reminderDue({ phase: camp.phase, lastDay: await readLastDay(tx, camp), zone: camp.zone }, now);
  if (due === "later") return;
  await tx.update(event).set({ writeUpsAskedDay: camp.day }).where(eq(event.id, camp.id));
  if (due === "now" && !camp.demo && camp.rehearsalOf === null) await writeToAll(tx, camp, now);
}

async function writeToAll(tx: Transaction, camp: EventRow, now: Date): Promise<void> {
  // At most the places of the camp.
  const people = await tx
    .select({ id: registration.id, email: registration.email })
    .from(registration)
    .where(and(eq(registration.eventId, camp.id), isNull(registration.bouncedAt), wasThere(tx), silent(tx)));
  if (people.length === 0) return;
  await post(
    tx,
    people.map(({ id, email }) => ({
      ...{ eventId: camp.id, kind: "write_up_reminder" as const, occasion: `${id} ${camp.day}` },
      ...{ recipient: email, facts: { registrationId: id } },
    })),
  );
  await record(tx, { eventId: camp.id, at: now, ...CLOCK, act: "remind_write_up", subjectId: camp.id });
}

type Reads = Pick<Store, "select">;

const wasThere = (store: Reads): SQL =>
  exists(store.select({ at: checkIn.at }).from(checkIn).where(eq(checkIn.registrationId, registration.id)));

/** Wrote nothing, and never said that they want no such mail. */
function silent(store: Reads): SQL {
  return and(
    eq(registration.status, TAKES_PART),
    notExists(
      store.select({ id: writeUp.id }).from(writeUp).where(eq(writeUp.registrationId, registration.id)),
    ),
    notExists(
      store
        .select({ why: unwilling.why })
        .from(unwilling)
        .where(and(eq(unwilling.eventId, registration.eventId), eq(unwilling.email, registration.email))),
    ),
  )!;
}

export type Reminder = Extract<DueMail, { kind: "write_up_reminder" }>;

/** Its link to want no more. Null where it is meant for them no more. */
export async function makeReminder(tx: Transaction, mail: Reminder, now: Date): Promise<Made | null> {
  const theirs = and(
    eq(registration.id, mail.facts.registrationId),
    eq(registration.email, mail.recipient),
    silent(tx),
  );
  if (!mail.eventId || (await tx.$count(registration, theirs)) === 0) return null;
  const unsubscribe = await mintUnsubscribe(tx, { eventId: mail.eventId, email: mail.recipient }, now);
  return { unsubscribe };
}
