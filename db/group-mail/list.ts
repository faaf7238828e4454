/** The mails to groups that a camp has sent, and what became of each. */
import { and, desc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { readPage } from "#db/paging.ts";
import { sector } from "#db/schema/event.ts";
import { groupMail } from "#db/schema/group-mail.ts";
import { outbox } from "#db/schema/mail.ts";
import { person } from "#db/schema/person.ts";
import type { MailGroup, MailReach } from "#domain/group-mail.ts";
import { isId } from "#domain/id.ts";
import { DROPPED } from "#domain/mail-failure.ts";
import type { Page } from "#domain/paging.ts";
import type { May } from "#domain/viewer.ts";

/** How many of one mail are gone, wait, failed, or were left out because they were no longer meant. */
export type Progress = { sent: number; waiting: number; failed: number; dropped: number };

export type SentMail = {
  id: string;
  group: MailGroup;
  /** Null where the group is none, or it is gone by now. */
  sector: string | null;
  subject: string;
  body: string;
  sentAt: string;
  /** Null where they are gone by now. */
  by: string | null;
  reach: MailReach;
  progress: Progress;
};

const MAILS_A_PAGE = 20;

/** A page of them, newest first. */
export async function listSentMails(
  store: Store,
  may: May<"writeMail">,
  page: number,
): Promise<Page<SentMail>> {
  const { items, ...rest } = await readPage(
    page,
    MAILS_A_PAGE,
    ({ limit, offset }) =>
      sentBy(store, may).orderBy(desc(groupMail.sentAt), desc(groupMail.id)).limit(limit).offset(offset),
    () => store.$count(groupMail, and(eq(groupMail.eventId, may.eventId), isNotNull(groupMail.sentAt))),
  );
  return { items: await withProgress(store, items), ...rest };
}

/** One that was sent; null for one of another camp, and for a draft. */
export async function findSentMail(
  store: Store,
  may: May<"writeMail">,
  id: string,
): Promise<SentMail | null> {
  if (!isId(id)) return null;
  const [found] = await withProgress(store, await sentBy(store, may, id));
  return found ?? null;
}

function sentBy(store: Store, { eventId }: May<"writeMail">, id?: string) {
  return store
    .select({ row: groupMail, sector: sector.name, by: person.name })
    .from(groupMail)
    .leftJoin(sector, eq(sector.id, groupMail.sectorId))
    .leftJoin(person, eq(person.id, groupMail.sentBy))
    .where(
      and(eq(groupMail.eventId, eventId), isNotNull(groupMail.sentAt), id ? eq(groupMail.id, id) : undefined),
    )
    .$dynamic();
}

type Row = { row: typeof groupMail.$inferSelect; sector: string | null; by: string | null };

async function withProgress(store: Store, rows: readonly Row[]): Promise<SentMail[]> {
  const progress = await readProgress(
    store,
    rows.map(({ row }) => row.id),
  );
  return rows.map(({ row, ...names }) => {
    const { id, group, subject, body, sentAt, everybody: all, bounced, unwilling } = row;
    return {
      ...{ id, group, subject, body, ...names, sentAt: sentAt!.toISOString() },
      reach: { all, bounced, unwilling },
      progress: progress.get(id) ?? { sent: 0, waiting: 0, failed: 0, dropped: 0 },
    };
  });
}

const count = (which: ReturnType<typeof sql>) =>
  sql<number>`count(*) filter (where ${which})`.mapWith(Number);

async function readProgress(store: Store, ids: readonly string[]): Promise<Map<string, Progress>> {
  if (ids.length === 0) return new Map();
  const failed = sql`${outbox.failedAt} is not null`;
  const dropped = inArray(outbox.failure, [...DROPPED]);
  const rows = await store
    .select({
      id: outbox.groupMailId,
      sent: count(sql`${outbox.sentAt} is not null`),
      waiting: count(sql`${outbox.sentAt} is null and ${outbox.failedAt} is null`),
      failed: count(sql`${failed} and not ${dropped}`),
      dropped: count(sql`${failed} and ${dropped}`),
    })
    .from(outbox)
    .where(inArray(outbox.groupMailId, [...ids]))
    .groupBy(outbox.groupMailId);
  return new Map(rows.map(({ id, ...progress }) => [id ?? "", progress]));
}
