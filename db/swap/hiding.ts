/** The crew takes a card off the board that does not belong there, and its owner reads why. */
import { and, eq } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database } from "#db/connection.ts";
import { lockEvent } from "#db/event.ts";
import { post } from "#db/mail.ts";
import { registration } from "#db/schema/registration.ts";
import { swapCard } from "#db/schema/swap.ts";
import { endWith, lookSoon } from "#db/swap/card.ts";
import { transact } from "#db/transaction.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import { isHiddenCard, isUp } from "#domain/swap.ts";
import type { May } from "#domain/viewer.ts";

/**
 * Safe to repeat. @param reason in the crew's words, for its owner
 * @returns refused `not_found` for another camp's, and where its owner took it down meanwhile
 */
export async function hideCard(
  db: Database,
  crew: May<"changeSettings">,
  { id, reason }: { id: string; reason: string },
  now: Date,
): Promise<Result<null, "not_found">> {
  return transact<null, "not_found">(db, async (tx) => {
    await lockEvent(tx, crew.eventId);
    const [row] = await tx
      .select({ card: swapCard, recipient: registration.email })
      .from(swapCard)
      .innerJoin(registration, eq(registration.id, swapCard.registrationId))
      .where(and(eq(swapCard.id, id), eq(swapCard.eventId, crew.eventId)));
    if (row && isHiddenCard(row.card.state)) return granted(null);
    if (!row || !isUp(row.card.state)) return refused("not_found");
    const { registrationId } = row.card;
    await tx.update(swapCard).set({ state: "hidden", stateAt: now, reason }).where(eq(swapCard.id, id));
    await endWith(tx, id, now);
    await lookSoon(tx, crew.eventId, now);
    const by = { eventId: crew.eventId, at: now, actor: "crew", actorId: crew.personId } as const;
    await record(tx, { ...by, act: "hide_card", subjectId: id, reason });
    await post(tx, {
      ...{ eventId: crew.eventId, recipient: row.recipient, kind: "swap_hidden" },
      ...{ occasion: `${id}:${now.toISOString()}`, facts: { registrationId, reason } },
    });
    return granted(null);
  });
}

/** Undoes that. Safe to repeat. Refused `not_found` for another camp's. */
export async function showCard(
  db: Database,
  crew: May<"changeSettings">,
  id: string,
  now: Date,
): Promise<Result<null, "not_found">> {
  return transact<null, "not_found">(db, async (tx) => {
    await lockEvent(tx, crew.eventId);
    const here = and(eq(swapCard.id, id), eq(swapCard.eventId, crew.eventId));
    const [row] = await tx.select().from(swapCard).where(here);
    if (!row) return refused("not_found");
    if (!isHiddenCard(row.state)) return granted(null);
    await tx.update(swapCard).set({ state: "up", stateAt: now, reason: "" }).where(here);
    await lookSoon(tx, crew.eventId, now);
    const by = { eventId: crew.eventId, at: now, actor: "crew", actorId: crew.personId } as const;
    await record(tx, { ...by, act: "show_card", subjectId: id });
    return granted(null);
  });
}
