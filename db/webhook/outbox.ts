/**
 * What programs are still to be told. A row is taken for a moment, not locked: whoever publishes or changes a webhook
 * never waits for another server. Killed meanwhile, another worker takes it once that moment is over.
 */
import { and, asc, eq, isNotNull, isNull, lte, notInArray, sql } from "drizzle-orm";
import type { Database, Store } from "#db/connection.ts";
import { readEntry } from "#db/publication/changelog.ts";
import { event } from "#db/schema/event.ts";
import { webhook, webhookDelivery } from "#db/schema/webhook.ts";
import type { Transaction } from "#db/transaction.ts";
import { failsForGood } from "#domain/webhook.ts";
import { type WebhookBody, webhookBody } from "#domain/webhook-body.ts";

/** Longer than an answer is waited for, in milliseconds. */
export const TAKEN_MS = 30_000;

/** `failing`: its program has not taken the last that it was sent. */
export type Taken = { id: string; webhookId: string; tries: number; failing: boolean };

/**
 * Takes what is due longest; null where there is nothing that no other worker has.
 * @param busy programs that are passed over, since they have enough to answer
 */
export async function takeDelivery(
  db: Database,
  now: Date,
  busy: readonly string[] = [],
): Promise<Taken | null> {
  const due = db
    .select({ id: webhookDelivery.id })
    .from(webhookDelivery)
    .where(
      and(
        ...[isNotNull(webhookDelivery.dueAt), lte(webhookDelivery.dueAt, now)],
        busy.length > 0 ? notInArray(webhookDelivery.webhookId, [...busy]) : undefined,
      ),
    )
    .orderBy(asc(webhookDelivery.dueAt), asc(webhookDelivery.id))
    .limit(1)
    .for("update", { skipLocked: true });
  const [taken] = await db
    .update(webhookDelivery)
    .set({ dueAt: new Date(now.getTime() + TAKEN_MS), tries: sql`${webhookDelivery.tries} + 1` })
    // As one value: in a list it could be asked for once a row.
    .where(sql`${webhookDelivery.id} = (${due})`)
    .returning({
      id: webhookDelivery.id,
      webhookId: webhookDelivery.webhookId,
      tries: webhookDelivery.tries,
      failing: sql<boolean>`exists (select from ${webhook} where ${webhook.id} = ${webhookDelivery.webhookId} and ${webhook.failingSince} is not null)`,
    });
  return taken ?? null;
}

export type DueDelivery = {
  id: string;
  webhookId: string;
  askedAt: Date;
  to: { url: string; secret: string };
  /** Null where it is true no more, or not to be said. */
  body: WebhookBody | null;
};

/** Null once the webhook was taken away. @param origin of this installation */
export async function readDelivery(db: Store, id: string, origin: string): Promise<DueDelivery | null> {
  const [row] = await db
    .select({
      delivery: webhookDelivery,
      to: { url: webhook.url, secret: webhook.secret },
      camp: { id: event.id, slug: event.slug, name: event.name },
    })
    .from(webhookDelivery)
    .innerJoin(webhook, eq(webhook.id, webhookDelivery.webhookId))
    .innerJoin(event, eq(event.id, webhook.eventId))
    .where(eq(webhookDelivery.id, id));
  if (!row) return null;
  const { delivery, to, camp } = row;
  const { webhookId, askedAt, kind, version, subject, fromPhase: from, toPhase } = delivery;
  const entry = version === null ? null : await readEntry(db, camp.id, version);
  const news = { kind, at: delivery.at.toISOString(), version, subject, from, to: toPhase };
  return { id, webhookId, askedAt, to, body: webhookBody(news, camp, entry, origin) };
}

type Tried = { now: Date; why: string };

/** It has arrived: so has its program. */
export async function settleDelivered(
  db: Database,
  { id, webhookId }: DueDelivery,
  { now, why }: Tried,
): Promise<void> {
  await settling(db, webhookId, async (tx) => {
    await tx
      .update(webhookDelivery)
      .set({ dueAt: null, doneAt: now, triedAt: now, why })
      .where(eq(webhookDelivery.id, id));
    await tx
      .update(webhook)
      .set({ failingSince: null })
      .where(and(eq(webhook.id, webhookId), isNotNull(webhook.failingSince)));
  });
}

/** There is nothing to say any more. */
export async function dropDelivery(db: Store, id: string): Promise<void> {
  await db.delete(webhookDelivery).where(eq(webhookDelivery.id, id));
}

/**
 * It has not arrived. Once a program has failed for days, or wants no more, it is told nothing more, and what was still
 * to be sent is given up.
 * @param dueAt when it is tried again; null where it is not
 */
export async function settleFailed(
  db: Database,
  { id, webhookId }: DueDelivery,
  { now, why }: Tried,
  { dueAt, gone }: { dueAt: Date | null; gone: boolean },
): Promise<void> {
  await settling(db, webhookId, async (tx) => {
    const [failing] = await tx
      .update(webhook)
      .set({ failingSince: sql`coalesce(${webhook.failingSince}, ${now.toISOString()}::timestamptz)` })
      .where(and(eq(webhook.id, webhookId), isNull(webhook.offAt)))
      .returning({ since: webhook.failingSince });
    // What was under way as its program was switched off is not sent again.
    const again = failing ? dueAt : null;
    await tx
      .update(webhookDelivery)
      .set({ dueAt: again, triedAt: now, why })
      .where(eq(webhookDelivery.id, id));
    if (!failing?.since || !(gone || failsForGood(failing.since.getTime(), now.getTime()))) return;
    await tx.update(webhook).set({ offAt: now }).where(eq(webhook.id, webhookId));
    await tx
      .update(webhookDelivery)
      .set({ dueAt: null })
      .where(and(eq(webhookDelivery.webhookId, webhookId), isNotNull(webhookDelivery.dueAt)));
  });
}

/** One program's messages are settled one at a time, the program locked before any of them: several lanes send to it. */
async function settling(
  db: Database,
  webhookId: string,
  work: (tx: Transaction) => Promise<void>,
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.select({ id: webhook.id }).from(webhook).where(eq(webhook.id, webhookId)).for("no key update");
    await work(tx);
  });
}
