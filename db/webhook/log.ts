/** What programs were told, and having it sent once more. */
import { and, desc, eq, isNull, lt } from "drizzle-orm";
import type { Database, Store } from "#db/connection.ts";
import { lockEvent } from "#db/event.ts";
import { spend } from "#db/rate-limit.ts";
import { webhook, webhookDelivery } from "#db/schema/webhook.ts";
import { transact } from "#db/transaction.ts";
import { tellTest } from "#db/webhook/tell.ts";
import { MOST } from "#domain/limits.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";
import { canSendAgain, deliveryState } from "#domain/webhook.ts";

export type Delivery = Awaited<ReturnType<typeof listDeliveries>>[number];

/** The newest first, at most MOST.webhookLog. */
export async function listDeliveries(db: Store, { eventId }: May<"changeSettings">) {
  const { id, kind, at, version, fromPhase, toPhase, dueAt, tries, triedAt, why, doneAt } = webhookDelivery;
  return db
    .select({
      ...{ id, kind, at, version, fromPhase, toPhase, dueAt, tries, triedAt, why, doneAt },
      ...{ url: webhook.url, offAt: webhook.offAt },
    })
    .from(webhookDelivery)
    .innerJoin(webhook, eq(webhook.id, webhookDelivery.webhookId))
    .where(eq(webhook.eventId, eventId))
    .orderBy(desc(webhookDelivery.askedAt), desc(webhookDelivery.id))
    .limit(MOST.webhookLog);
}

type Again = Result<null, "not_found" | "webhook_off" | "too_many">;

/**
 * Sends a message once more, under the id it had, so that its program knows it. Safe to repeat: one under way stays so.
 * @returns refused `webhook_off` where its program is told no more, `too_many` for whoever goes on asking
 */
export async function sendAgain(
  db: Database,
  crew: May<"changeSettings">,
  id: string,
  now: Date,
): Promise<Again> {
  return transact<null, "not_found" | "webhook_off" | "too_many">(db, async (tx) => {
    await lockEvent(tx, crew.eventId);
    const [found] = await tx
      .select({ delivery: webhookDelivery, offAt: webhook.offAt })
      .from(webhookDelivery)
      .innerJoin(webhook, eq(webhook.id, webhookDelivery.webhookId))
      .where(and(eq(webhookDelivery.id, id), eq(webhook.eventId, crew.eventId)))
      .for("update", { of: webhookDelivery });
    if (!found) return refused("not_found");
    if (found.offAt) return refused("webhook_off");
    if (!canSendAgain(deliveryState(found.delivery))) return granted(null);
    const spent = await spend(tx, [{ limit: "webhook_by_camp", by: crew.eventId }], now);
    if (!spent.ok) return spent;
    await tx
      .update(webhookDelivery)
      .set({ dueAt: now, askedAt: now, tries: 0, doneAt: null, why: null })
      .where(eq(webhookDelivery.id, id));
    return granted(null);
  });
}

/** Sends a message that says nothing, to see whether it arrives. */
export async function sendTest(
  db: Database,
  crew: May<"changeSettings">,
  webhookId: string,
  now: Date,
): Promise<Again> {
  return transact<null, "not_found" | "webhook_off" | "too_many">(db, async (tx) => {
    await lockEvent(tx, crew.eventId);
    const [found] = await tx
      .select({ offAt: webhook.offAt })
      .from(webhook)
      .where(and(eq(webhook.id, webhookId), eq(webhook.eventId, crew.eventId)));
    if (!found) return refused("not_found");
    if (found.offAt) return refused("webhook_off");
    const spent = await spend(tx, [{ limit: "webhook_by_camp", by: crew.eventId }], now);
    if (!spent.ok) return spent;
    await tellTest(tx, webhookId, now);
    return granted(null);
  });
}

const LOG_DAYS = 30;
const DAY = 24 * 60 * 60 * 1000;

/** Takes away what was sent or given up long ago. */
export async function forgetDeliveries(db: Store, now: Date): Promise<void> {
  const old = new Date(now.getTime() - LOG_DAYS * DAY);
  await db
    .delete(webhookDelivery)
    .where(and(isNull(webhookDelivery.dueAt), lt(webhookDelivery.askedAt, old)));
}
