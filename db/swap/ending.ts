/** What time does to swaps: cards run out after a reminder, answers are waited for no more, and what is over is forgotten. */
import { and, asc, eq, gt, inArray, isNull, lte, ne } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { lockEvent } from "#db/event.ts";
import { post } from "#db/mail.ts";
import { registration } from "#db/schema/registration.ts";
import { swap, swapCard, swapPart } from "#db/schema/swap.ts";
import { endWith, lookSoon } from "#db/swap/card.ts";
import { TAKES_PART } from "#domain/registration.ts";
import { daysAfter, KEEP_SWAP_DAYS, REMINDED_DAYS } from "#domain/swap.ts";

/** Cards and swaps that one run sees to; what is left waits for the next. */
const MOST_DUE = 200;

/** Does what is due. Safe to repeat, and for several processes at once. */
export async function endSwaps(db: Database, now: Date): Promise<void> {
  await remind(db, now);
  await expire(db, now);
  await lapse(db, now);
  await askWhetherDone(db, now);
  await db
    .delete(swap)
    .where(and(ne(swap.state, "open"), lte(swap.stateAt, daysAfter(now, -KEEP_SWAP_DAYS))));
  await db
    .delete(swapCard)
    .where(and(ne(swapCard.state, "up"), lte(swapCard.stateAt, daysAfter(now, -KEEP_SWAP_DAYS))));
}

/** Once, to whoever still takes part. */
async function remind(db: Database, now: Date): Promise<void> {
  const soon = and(
    ...[eq(swapCard.state, "up"), isNull(swapCard.remindedAt)],
    ...[lte(swapCard.expiresAt, daysAfter(now, REMINDED_DAYS)), gt(swapCard.expiresAt, now)],
  );
  await db.transaction(async (tx) => {
    const due = await tx
      .select({ id: swapCard.id })
      .from(swapCard)
      .where(soon)
      .orderBy(asc(swapCard.expiresAt))
      .limit(MOST_DUE)
      .for("update", { skipLocked: true });
    if (due.length === 0) return;
    const ids = due.map(({ id }) => id);
    await tx.update(swapCard).set({ remindedAt: now }).where(inArray(swapCard.id, ids));
    const rows = await tx
      .select({ card: swapCard, recipient: registration.email })
      .from(swapCard)
      .innerJoin(registration, eq(registration.id, swapCard.registrationId))
      .where(and(inArray(swapCard.id, ids), eq(registration.status, TAKES_PART)));
    await post(
      tx,
      rows.map(({ card: { id, eventId, registrationId, expiresAt }, recipient }) => ({
        ...{ eventId, recipient, kind: "swap_expires" as const, facts: { registrationId } },
        occasion: `${id}:${expiresAt.toISOString()}`,
      })),
    );
  });
}

async function expire(db: Database, now: Date): Promise<void> {
  const over = and(eq(swapCard.state, "up"), lte(swapCard.expiresAt, now));
  const due = await db
    .selectDistinct({ eventId: swapCard.eventId })
    .from(swapCard)
    .where(over)
    .limit(MOST_DUE);
  for (const { eventId } of due)
    await db.transaction(async (tx) => {
      await lockEvent(tx, eventId);
      const ended = await tx
        .update(swapCard)
        .set({ state: "expired", stateAt: now })
        .where(and(over, eq(swapCard.eventId, eventId)))
        .returning({ id: swapCard.id });
      for (const { id } of ended) await endWith(tx, id, now);
      await lookSoon(tx, eventId, now);
    });
}

async function lapse(db: Database, now: Date): Promise<void> {
  const over = and(eq(swap.state, "open"), lte(swap.lapsesAt, now));
  const due = await db.selectDistinct({ eventId: swap.eventId }).from(swap).where(over).limit(MOST_DUE);
  for (const { eventId } of due)
    await db.transaction(async (tx) => {
      await lockEvent(tx, eventId);
      const here = and(over, eq(swap.eventId, eventId));
      await tx.update(swap).set({ state: "lapsed", stateAt: now }).where(here);
      await lookSoon(tx, eventId, now);
    });
}

/** Each of them once. */
async function askWhetherDone(db: Database, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const due = await tx
      .select({ id: swap.id })
      .from(swap)
      .where(lte(swap.doneDueAt, now))
      .limit(MOST_DUE)
      .for("update", { skipLocked: true });
    if (due.length === 0) return;
    const ids = due.map(({ id }) => id);
    await tx.update(swap).set({ doneDueAt: null }).where(inArray(swap.id, ids));
    const rows = await tx
      .select({
        swapId: swap.id,
        eventId: swap.eventId,
        registrationId: registration.id,
        recipient: registration.email,
      })
      .from(swapPart)
      .innerJoin(swap, eq(swap.id, swapPart.swapId))
      .innerJoin(registration, eq(registration.id, swapPart.registrationId))
      .where(inArray(swap.id, ids));
    await post(
      tx,
      rows.map(({ swapId, eventId, registrationId, recipient }) => ({
        ...{ eventId, recipient, kind: "swap_done" as const, occasion: `${swapId}:${registrationId}` },
        facts: { registrationId, swapId },
      })),
    );
  });
}
