/** What programs are to be told goes into the outbox in the transaction that does it: a row for each that is told. */
import { and, eq, isNull } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { insertAll } from "#db/insert.ts";
import { readEntry } from "#db/publication/changelog.ts";
import { webhook, webhookDelivery } from "#db/schema/webhook.ts";
import type { Transaction } from "#db/transaction.ts";
import { isMove } from "#domain/change-record.ts";
import { MOST } from "#domain/limits.ts";

type News = Pick<
  typeof webhookDelivery.$inferInsert,
  "kind" | "version" | "subject" | "fromPhase" | "toPhase"
>;

/** A version was published: that it is out, and each session that happens elsewhere or at another time by it. */
export async function tellPublished(
  tx: Transaction,
  eventId: string,
  version: number,
  now: Date,
): Promise<void> {
  const told = await listTold(tx, eventId);
  if (told.length === 0) return;
  const moved = (await readEntry(tx, eventId, version))?.told.filter(isMove) ?? [];
  await tell(tx, told, now, [
    { kind: "grid.published", version },
    ...moved.map(({ id }) => ({ kind: "session.moved" as const, version, subject: id })),
  ]);
}

export async function tellTakenBack(
  tx: Transaction,
  eventId: string,
  version: number,
  now: Date,
): Promise<void> {
  await tell(tx, await listTold(tx, eventId), now, [{ kind: "grid.taken_back", version }]);
}

export async function tellPhase(
  tx: Transaction,
  eventId: string,
  { from, to }: { from: string; to: string },
  now: Date,
): Promise<void> {
  await tell(tx, await listTold(tx, eventId), now, [{ kind: "phase.moved", fromPhase: from, toPhase: to }]);
}

/** A message by which an organiser sees whether one program is reached. */
export async function tellTest(tx: Transaction, webhookId: string, now: Date): Promise<void> {
  await tell(tx, [webhookId], now, [{ kind: "test" }]);
}

/** At most MOST.webhooks. */
async function listTold(tx: Transaction, eventId: string): Promise<string[]> {
  const told = await tx
    .select({ id: webhook.id })
    .from(webhook)
    .where(and(eq(webhook.eventId, eventId), isNull(webhook.offAt)))
    .limit(MOST.webhooks)
    // Whoever takes one away meanwhile waits: a publication does not fail for its sake.
    .for("key share");
  return told.map(({ id }) => id);
}

async function tell(
  tx: Transaction,
  told: readonly string[],
  now: Date,
  news: readonly News[],
): Promise<void> {
  const nothing = { version: null, subject: null, fromPhase: null, toPhase: null };
  const rows = told.flatMap((webhookId) =>
    news.map((one) => ({ ...nothing, ...one, id: newId(), webhookId, at: now, askedAt: now, dueAt: now })),
  );
  if (rows.length > 0) await insertAll(tx, webhookDelivery, rows);
}
