/** What somebody has on the board of swaps goes with them. */
import { and, eq, inArray } from "drizzle-orm";
import { audit } from "#db/schema/audit.ts";
import { swap, swapCard, swapPart } from "#db/schema/swap.ts";
import type { Transaction } from "#db/transaction.ts";

/**
 * Deletes their cards, and their part in swaps: those that are open end, of those that were agreed the others keep each
 * other. The counts stay, which are nobody's.
 */
export async function dropSwaps(
  tx: Transaction,
  registrationIds: readonly string[],
  now: Date,
): Promise<void> {
  const ids = [...registrationIds];
  const theirs = tx
    .select({ id: swapPart.swapId })
    .from(swapPart)
    .where(inArray(swapPart.registrationId, ids));
  await tx
    .update(swap)
    .set({ state: "gone", stateAt: now })
    .where(and(inArray(swap.id, theirs), eq(swap.state, "open")));
  await tx.delete(swapPart).where(inArray(swapPart.registrationId, ids));
  // Before the cards go: others show or see by cards of their own, and what was asked of a card goes with it.
  const cards = await tx
    .delete(swapCard)
    .where(inArray(swapCard.registrationId, ids))
    .returning({ id: swapCard.id });
  if (cards.length === 0) return;
  const about = cards.map(({ id }) => id);
  await tx.update(audit).set({ reason: "" }).where(inArray(audit.subjectId, about));
}

/** The cards and swaps of one become those of another, who is the same person. */
export async function uniteSwaps(
  tx: Transaction,
  { stays, goes }: { stays: string; goes: string },
  now: Date,
): Promise<void> {
  const both = tx.select({ id: swapPart.swapId }).from(swapPart).where(eq(swapPart.registrationId, stays));
  const shared = and(eq(swapPart.registrationId, goes), inArray(swapPart.swapId, both));
  const between = await tx.select({ id: swapPart.swapId }).from(swapPart).where(shared);
  if (between.length > 0)
    await tx.delete(swap).where(
      inArray(
        swap.id,
        between.map(({ id }) => id),
      ),
    );
  await tx.update(swapPart).set({ registrationId: stays }).where(eq(swapPart.registrationId, goes));
  await tx
    .update(swapCard)
    .set({ registrationId: stays, stateAt: now })
    .where(eq(swapCard.registrationId, goes));
}
