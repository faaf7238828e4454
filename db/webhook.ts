/** Programs that a camp tells what changed, as its organisers set them. Every act is logged; a secret is answered once. */
import { randomBytes } from "node:crypto";
import { and, asc, count, eq, isNotNull } from "drizzle-orm";
import { record } from "#db/audit.ts";
import { asking, NOTHING_AGREED, type Outcome } from "#db/change.ts";
import type { Database, Store } from "#db/connection.ts";
import { lockEvent } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { webhook, webhookDelivery } from "#db/schema/webhook.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { permits } from "#domain/event.ts";
import { MOST } from "#domain/limits.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

type Crew = May<"changeSettings">;

export type Webhook = Omit<typeof webhook.$inferSelect, "secret" | "eventId">;

/** Without their secrets; at most MOST.webhooks. */
export async function listWebhooks(db: Store, { eventId }: Crew): Promise<Webhook[]> {
  const { secret: _, eventId: __, ...shown } = { ...COLUMNS };
  return db
    .select(shown)
    .from(webhook)
    .where(eq(webhook.eventId, eventId))
    .orderBy(asc(webhook.createdAt), asc(webhook.id))
    .limit(MOST.webhooks);
}

const COLUMNS = {
  ...{ id: webhook.id, eventId: webhook.eventId, url: webhook.url, secret: webhook.secret },
  ...{ createdAt: webhook.createdAt, failingSince: webhook.failingSince, offAt: webhook.offAt },
};

/** How many are told no more, so that somebody looks. */
export async function countWebhooksOff(db: Store, eventId: string): Promise<number> {
  const off = and(eq(webhook.eventId, eventId), isNotNull(webhook.offAt));
  const [row] = await db.select({ off: count() }).from(webhook).where(off);
  return row?.off ?? 0;
}

/** As Standard Webhooks writes one. */
const newSecret = () => `whsec_${randomBytes(32).toString("base64")}`;

type NotAdded = "not_found" | "archived" | "demo_tells_nobody" | "webhook_there" | "webhooks_full";

/**
 * @param url in one spelling (`webhookUrl`)
 * @returns its secret; refused `archived`, `demo_tells_nobody` in a demo camp, `webhook_there` for an address that is
 *   told already, `webhooks_full` where no other can be
 */
export async function addWebhook(
  db: Database,
  crew: Crew,
  url: string,
  now: Date,
): Promise<Result<{ secret: string }, NotAdded>> {
  return transact<{ secret: string }, NotAdded>(db, async (tx) => {
    const camp = await lockEvent(tx, crew.eventId);
    if (!camp) return refused("not_found");
    if (!permits(camp.phase, "set")) return refused("archived");
    if (camp.demo || camp.rehearsalOf) return refused("demo_tells_nobody");
    const known = await tx
      .select({ url: webhook.url })
      .from(webhook)
      .where(eq(webhook.eventId, camp.id))
      .limit(MOST.webhooks);
    if (known.some((one) => one.url === url)) return refused("webhook_there");
    if (known.length >= MOST.webhooks) return refused("webhooks_full");
    const secret = newSecret();
    await tx.insert(webhook).values({ id: newId(), eventId: camp.id, url, secret, createdAt: now });
    await log(tx, crew, now);
    return granted({ secret });
  });
}

/** Another secret from the next message on; the one before signs nothing more. */
export async function renewSecret(
  db: Database,
  crew: Crew,
  id: string,
  now: Date,
): Promise<Result<{ secret: string }, "not_found">> {
  return transact<{ secret: string }, "not_found">(db, async (tx) => {
    await lockEvent(tx, crew.eventId);
    const secret = newSecret();
    const renewed = await tx
      .update(webhook)
      .set({ secret })
      .where(theirs(crew, id))
      .returning({ id: webhook.id });
    if (renewed.length === 0) return refused("not_found");
    await log(tx, crew, now);
    return granted({ secret });
  });
}

/** Tells one again that was told no more, from now on; what it missed is sent again by hand. Safe to repeat. */
export async function switchOn(
  db: Database,
  crew: Crew,
  id: string,
  now: Date,
): Promise<Result<null, "not_found" | "archived">> {
  return transact<null, "not_found" | "archived">(db, async (tx) => {
    const camp = await lockEvent(tx, crew.eventId);
    if (!camp) return refused("not_found");
    if (!permits(camp.phase, "set")) return refused("archived");
    const on = await tx
      .update(webhook)
      .set({ offAt: null, failingSince: null })
      .where(theirs(crew, id))
      .returning({ id: webhook.id });
    if (on.length === 0) return refused("not_found");
    await log(tx, crew, now);
    return granted(null);
  });
}

/** Takes one away with its log, once it was said what that does. Safe to repeat. */
export async function removeWebhook(
  db: Database,
  crew: Crew,
  id: string,
  now: Date,
  agreed = NOTHING_AGREED,
): Promise<Result<Outcome<null>, "not_found">> {
  return transact<Outcome<null>, "not_found">(db, async (tx) => {
    await lockEvent(tx, crew.eventId);
    const [found] = await tx.select({ url: webhook.url }).from(webhook).where(theirs(crew, id));
    if (!found) return granted({ done: null });
    const [unsent] = await tx
      .select({ messages: count() })
      .from(webhookDelivery)
      .where(and(eq(webhookDelivery.webhookId, id), isNotNull(webhookDelivery.dueAt)));
    const { host } = new URL(found.url);
    const question = asking([{ kind: "webhook_removed", host, unsent: unsent?.messages ?? 0 }], agreed);
    if (question) return granted(question);
    await tx.delete(webhook).where(theirs(crew, id));
    await log(tx, crew, now);
    return granted({ done: null });
  });
}

const theirs = ({ eventId }: Crew, id: string) => and(eq(webhook.eventId, eventId), eq(webhook.id, id));

async function log(tx: Transaction, { eventId, personId }: Crew, at: Date): Promise<void> {
  const by = { actor: "crew", actorId: personId } as const;
  await record(tx, { eventId, at, ...by, act: "settings", subjectId: eventId, detail: { part: "webhooks" } });
}
