/** What mail of a camp went out, what waits and what failed and why, and how it is tried again. */
import {
  and,
  asc,
  desc,
  eq,
  inArray,
  isNotNull,
  isNull,
  not,
  notInArray,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database, Store } from "#db/connection.ts";
import { outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import { transact } from "#db/transaction.ts";
import { isId } from "#domain/id.ts";
import { type MailState, mailStateOf, TOLD_ALONE } from "#domain/mail.ts";
import { canRetry, DROPPED, RETRIED } from "#domain/mail-failure.ts";
import { type Page, type Turn, turned } from "#domain/paging.ts";
import { granted, type Result } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

export type MailRow = MailState & {
  id: string;
  /** One of domain/mail.ts, or of an earlier version. */
  kind: string;
  recipient: string;
  /** Of whoever is registered with the address; null for others, such as the crew. */
  person: { id: string; name: string } | null;
  createdAt: string;
  /** As the outbox keeps it; null where nothing went wrong. */
  failure: string | null;
  retries: boolean;
};

const MAILS_A_PAGE = 100;

/** A page of a camp's mail, newest first. @param which all of it, or what failed */
export async function listMail(
  db: Store,
  { eventId }: May<"writeMail">,
  which: "all" | "failed",
  turn: Turn,
): Promise<Page<MailRow>> {
  const { from } = turn;
  const back = from?.side === "before";
  const there = from && sql`(${new Date(from.key.at).toISOString()}::timestamptz, ${from.key.id}::uuid)`;
  const here = sql`(${outbox.createdAt}, ${outbox.id})`;
  const beyond = there && (back ? sql`${here} > ${there}` : sql`${here} < ${there}`);
  const first = and(eq(registration.eventId, eventId), eq(registration.email, outbox.recipient));
  // Whose second address it went to is not who is registered with it.
  const named = and(isNull(outbox.secondOf), first);
  const order = back ? [asc(outbox.createdAt), asc(outbox.id)] : [desc(outbox.createdAt), desc(outbox.id)];
  const rows = await db
    .select({ mail: outbox, person: { id: registration.id, name: registration.name } })
    .from(outbox)
    .leftJoin(registration, or(eq(registration.id, outbox.secondOf), named))
    .where(and(listed(eventId), which === "failed" ? failed : undefined, beyond ?? undefined))
    .orderBy(...order)
    .limit(MAILS_A_PAGE + 1);
  return turned(rows.map(view), turn, MAILS_A_PAGE, ({ id, createdAt }) => {
    return { date: createdAt.slice(0, 10), at: Date.parse(createdAt), id };
  });
}

type Row = { mail: typeof outbox.$inferSelect; person: MailRow["person"] };

function view({ mail, person }: Row): MailRow {
  const { id, kind, recipient, failedAt, failure, facts } = mail;
  const createdAt = mail.createdAt.toISOString();
  const state = mailStateOf({
    ...{ createdAt, failure },
    sentAt: mail.sentAt?.toISOString() ?? null,
    failedAt: failedAt?.toISOString() ?? null,
  });
  const retries = failedAt !== null && canRetry(kind, failure ?? "") && Object.keys(facts).length > 0;
  return { id, kind, recipient, person, createdAt, failure, retries, ...state };
}

/** Of a camp, but what was told to one person alone. */
const listed = (eventId: string) =>
  and(eq(outbox.eventId, eventId), notInArray(outbox.kind, [...TOLD_ALONE]))!;

/** Failed, and not because it was no longer meant for them. */
const failed = and(isNotNull(outbox.failedAt), not(inArray(outbox.failure, [...DROPPED])))!;

/** How much failed. */
export function countFailed(db: Store, { eventId }: May<"writeMail">): Promise<number> {
  return db.$count(outbox, and(listed(eventId), failed));
}

/** Of one kind: how much is gone, waits and failed. */
export type KindCount = { kind: string; sent: number; waiting: number; failed: number };

/** What there is of each kind, which are as many as domain/mail.ts has. */
export async function countMail(db: Store, { eventId }: May<"writeMail">): Promise<KindCount[]> {
  const count = (which: SQL) => sql<number>`count(*) filter (where ${which})`.mapWith(Number);
  return db
    .select({
      kind: outbox.kind,
      sent: count(isNotNull(outbox.sentAt)),
      waiting: count(and(isNull(outbox.sentAt), isNull(outbox.failedAt))!),
      failed: count(failed),
    })
    .from(outbox)
    .where(listed(eventId))
    .groupBy(outbox.kind)
    .orderBy(asc(outbox.kind));
}

/** What failed, could go through another time, and still knows what it is about. */
const retriable = and(
  failed,
  inArray(outbox.kind, RETRIED),
  sql`${outbox.failure} not in ('returned', 'unreadable')`,
  sql`${outbox.facts} <> '{}'::jsonb`,
)!;

/**
 * Tries again what failed: one mail, or all of it. Safe to repeat: what is on its way is left alone.
 * @returns how many are on their way again
 */
export async function retryMail(
  db: Database,
  { eventId, personId }: May<"writeMail">,
  which: { id: string } | "all",
  now: Date,
): Promise<Result<number, "not_found">> {
  if (which !== "all" && !isId(which.id)) return granted(0);
  return transact<number, "not_found">(db, async (tx) => {
    const one = which === "all" ? undefined : eq(outbox.id, which.id);
    const again = await tx
      .update(outbox)
      .set({ failedAt: null, failure: null, tries: 0, dueAt: now })
      .where(and(eq(outbox.eventId, eventId), retriable, one))
      .returning({ id: outbox.id, kind: outbox.kind });
    const [first] = again;
    if (!first) return granted(0);
    const entry = { eventId, at: now, actor: "crew" as const, actorId: personId, act: "retry_mail" as const };
    const subjectId = which === "all" ? eventId : first.id;
    await record(tx, { ...entry, subjectId, detail: { mails: again.length } });
    return granted(again.length);
  });
}
