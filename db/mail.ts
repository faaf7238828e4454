/** The outbox: mail is written in the transaction that decides it, and sent by the worker afterwards. */
import { and, asc, desc, eq, inArray, isNotNull, isNull, lte, type SQL, sql } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { event } from "#db/schema/event.ts";
import { mailbox, outbox } from "#db/schema/mail.ts";
import { person, role } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
import { copiesOf } from "#db/second-address/copies.ts";
import type { Transaction } from "#db/transaction.ts";
import { isReachable } from "#domain/email-address.ts";
import { isId } from "#domain/id.ts";
import { type MailKind, type MailState, mailStateOf, NO_ANSWER, takenBy, urgencyOf } from "#domain/mail.ts";
import { MADE_FACTS, type Made, madeIn, type Told, toldIn } from "#domain/mail-facts.ts";
import { mayPass, RETRIED } from "#domain/mail-failure.ts";
import { env } from "#env.ts";

export type Mail = Told & {
  eventId: string | null;
  /** With the kind, makes this mail unique: a registration and its rank, for instance. */
  occasion: string;
  recipient: string;
  /** Of the reader, where it is known better than by their registration. */
  locale?: string | undefined;
  /** The mail to a group that it is one of. */
  groupMailId?: string | null;
  /** The registration to whose second address it goes. */
  secondOf?: string | null;
};

/** Its id is also its Message-ID. */
export type DueMail = Mail & {
  id: string;
  locale: string;
  tries: number;
  failure: string | null;
  made: Made;
  secondOf: string | null;
};

export type Concerning = Pick<Mail, "eventId" | "recipient" | "secondOf"> & {
  facts: { registrationId?: string; transferId?: string };
};

/** One that cannot be written, because its facts are not those of its kind. */
export type Unreadable = { id: string; unreadable: string } & Concerning;

/**
 * One mail of a kind and occasion exists at most once, so that repeating a command never sends twice. What is about
 * somebody's own place goes to a second address of theirs as well.
 */
export async function post(tx: Transaction, mails: Mail | readonly Mail[]): Promise<void> {
  const rows = await rowsOf(tx, [mails].flat());
  await put(tx, [...rows, ...(await copiesOf(tx, rows))]);
}

/** The same to second addresses alone, where mail to the first comes back. */
export async function postToSecond(tx: Transaction, mails: readonly Mail[]): Promise<void> {
  await put(tx, await copiesOf(tx, await rowsOf(tx, mails)));
}

async function put(tx: Transaction, rows: readonly (typeof outbox.$inferInsert)[]): Promise<void> {
  if (rows.length > 0)
    await tx
      .insert(outbox)
      .values([...rows])
      .onConflictDoNothing();
}

async function rowsOf(tx: Transaction, mails: readonly Mail[]) {
  const all = mails.filter(({ recipient }) => isReachable(recipient));
  const languages = await languagesOf(
    tx,
    all.filter(({ locale }) => !locale),
  );
  return all.map((mail) => ({
    id: newId(),
    urgency: urgencyOf(mail.kind),
    ...mail,
    locale: mail.locale ?? languages(mail),
  }));
}

type Address = Pick<Mail, "eventId" | "recipient">;

/** The language of the registration, else of the camp, else of this installation. */
async function languagesOf(tx: Transaction, to: readonly Address[]): Promise<(of: Address) => string> {
  const camps = [...new Set(to.flatMap(({ eventId }) => eventId ?? []))];
  const recipients = [...new Set(to.map(({ recipient }) => recipient))];
  const named = and(eq(registration.eventId, event.id), inArray(registration.email, recipients));
  const found =
    camps.length === 0
      ? []
      : await tx
          .select({
            eventId: event.id,
            recipient: registration.email,
            camp: event.locale,
            own: registration.locale,
          })
          .from(event)
          .leftJoin(registration, named)
          .where(inArray(event.id, camps));
  const own = new Map(found.map((row) => [`${row.eventId} ${row.recipient}`, row.own]));
  const camp = new Map(found.map((row) => [row.eventId, row.camp]));
  return ({ eventId, recipient }) =>
    own.get(`${eventId} ${recipient}`) ?? camp.get(eventId ?? "") ?? env().LANGUAGES[0]!;
}

const waiting = and(isNull(outbox.sentAt), isNull(outbox.failedAt));

/**
 * Takes one due mail and locks it: the most urgent, of these the oldest; every fourth turn the oldest of all.
 * @param turn counts up with every mail that this connection takes
 */
export async function takeDue(
  tx: Transaction,
  now: Date,
  turn: number,
): Promise<DueMail | Unreadable | null> {
  const byAge = [asc(outbox.dueAt), asc(outbox.id)];
  const [row] = await tx
    .select()
    .from(outbox)
    .where(and(waiting, lte(outbox.dueAt, now)))
    .orderBy(...(takenBy(turn) === "age" ? byAge : [asc(outbox.urgency), ...byAge]))
    .limit(1)
    .for("update", { skipLocked: true });
  if (!row) return null;
  const told = toldIn(row.kind, row.facts);
  if (told) return { ...row, ...told, made: madeIn(row.facts) };
  const { id, kind, eventId, recipient, secondOf } = row;
  const { registrationId = "" } = row.facts;
  return {
    id,
    unreadable: kind,
    eventId,
    recipient,
    secondOf,
    facts: isId(registrationId) ? { registrationId } : {},
  };
}

/** Before a mail is first sent: a second try after a crash says the same under the same Message-ID. */
export async function keepMade(tx: Transaction, mail: DueMail, made: Made): Promise<void> {
  await tx
    .update(outbox)
    .set({ facts: { ...mail.facts, ...made } })
    .where(eq(outbox.id, mail.id));
}

/** The facts are emptied, since they hold tokens. */
export async function markSent(tx: Transaction, letterId: string, now: Date): Promise<void> {
  await tx.update(outbox).set({ sentAt: now, facts: {}, failure: null }).where(eq(outbox.id, letterId));
}

const MADE = sql.raw(MADE_FACTS.map((name) => `'${name}'`).join(", "));

/**
 * Given up. What could go through another time keeps what it is about, and loses what was made for it.
 * @param failure the server's status code or a word, never the address
 */
export async function markFailed(
  tx: Transaction,
  letterId: string,
  failure: string,
  now: Date,
): Promise<void> {
  const kept = sql`case when ${inArray(outbox.kind, RETRIED)} then ${outbox.facts} - array[${MADE}] else '{}'::jsonb end`;
  const facts = mayPass(failure) ? kept : {};
  await tx.update(outbox).set({ failedAt: now, failure, facts }).where(eq(outbox.id, letterId));
}

/** Tries again later. @param failure why not now: the server's status code, `no_answer` or another word */
export async function postpone(
  tx: Transaction,
  letterId: string,
  failure: string,
  dueAt: Date,
): Promise<void> {
  await tx
    .update(outbox)
    .set({ dueAt, failure, tries: sql`${outbox.tries} + 1` })
    .where(eq(outbox.id, letterId));
}

const held = and(waiting, eq(outbox.failure, NO_ANSWER));

/** Makes due what waited for the mail server. Rows that another worker has locked are left to it. */
export async function releaseHeld(tx: Transaction, now: Date): Promise<void> {
  const free = tx.select({ id: outbox.id }).from(outbox).where(held).for("update", { skipLocked: true });
  await tx
    .update(outbox)
    .set({ failure: null, dueAt: sql`least(${outbox.dueAt}, ${now.toISOString()}::timestamptz)` })
    .where(inArray(outbox.id, free));
}

/** Whether mail waits because the mail server does not answer. It says nothing about any one address. */
export async function isMailHeld(db: Store): Promise<boolean> {
  const rows = await db.select({ id: outbox.id }).from(outbox).where(held).limit(1);
  return rows.length > 0;
}

/**
 * What became of the newest mail of these kinds to each address, about one camp or about none.
 * @param recipients in compared form, as they stand in a registration or a person
 * @returns by address, without those that were never written to
 */
export async function mailStates(
  db: Store,
  { eventId, kinds, recipients }: { eventId: string | null; kinds: MailKind[]; recipients: string[] },
): Promise<Map<string, MailState>> {
  if (recipients.length === 0) return new Map();
  const rows = await db
    .selectDistinctOn([outbox.recipient], {
      recipient: outbox.recipient,
      createdAt: outbox.createdAt,
      sentAt: outbox.sentAt,
      failedAt: outbox.failedAt,
      failure: outbox.failure,
    })
    .from(outbox)
    .where(
      and(
        eventId ? eq(outbox.eventId, eventId) : isNull(outbox.eventId),
        inArray(outbox.kind, kinds),
        inArray(outbox.recipient, recipients),
        isNull(outbox.secondOf),
      ),
    )
    .orderBy(asc(outbox.recipient), desc(outbox.createdAt), desc(outbox.id));
  return new Map(
    rows.map(({ recipient, createdAt, sentAt, failedAt, failure }) => [
      recipient,
      mailStateOf({
        createdAt: createdAt.toISOString(),
        sentAt: sentAt?.toISOString() ?? null,
        failedAt: failedAt?.toISOString() ?? null,
        failure,
      }),
    ]),
  );
}

/** Whether an address is no owner's and belongs to no camp but demo camps. @param to in compared form */
export function onlyOfDemos(to: SQL): SQL {
  return sql`(not exists (select 1 from ${person} where ${person.owner} and ${person.email} = ${to})
    and not exists (select 1 from ${registration} join ${event} on ${event.id} = ${registration.eventId}
      where not ${event.demo} and ${registration.email} = ${to})
    and not exists (select 1 from ${role} join ${event} on ${event.id} = ${role.eventId}
      join ${person} on ${person.id} = ${role.personId} where not ${event.demo} and ${person.email} = ${to}))`;
}

/** Of a copy for a rehearsal, from which nothing goes out, whatever wrote it. */
export async function goesNowhere(db: Store, { eventId }: Pick<Mail, "eventId">): Promise<boolean> {
  return (
    eventId !== null && (await db.$count(event, and(eq(event.id, eventId), isNotNull(event.rehearsalOf)))) > 0
  );
}

/** Of a demo camp, or to somebody whom only demo camps know: visitors may write to any address, so it is never sent. */
export async function staysHere(
  db: Store,
  { eventId, recipient }: Pick<Mail, "eventId" | "recipient">,
): Promise<boolean> {
  const [row] = eventId
    ? await db.select({ stays: event.demo }).from(event).where(eq(event.id, eventId))
    : await db.execute<{ stays: boolean }>(
        sql`select exists (select 1 from ${event} where ${event.demo}) and ${onlyOfDemos(sql`${recipient}`)} as stays`,
      );
  return row?.stays ?? false;
}

/**
 * Delivers to the mailbox page, exactly once, in the transaction that marks it sent. Others read that page, so that what
 * was told to one person alone is there without its words.
 */
export async function putInMailbox(
  tx: Transaction,
  message: { id: string; recipient: string; subject: string; text: string; alone: boolean },
  now: Date,
): Promise<void> {
  const { id, recipient, subject, text, alone } = message;
  await tx.insert(mailbox).values({ id, recipient, subject, body: alone ? "" : text, sentAt: now });
}
