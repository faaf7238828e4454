/** What somebody put on the board of swaps, and what they said to swaps. Of the others nothing. */
import { asc, eq } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { swap, swapCard, swapPart } from "#db/schema/swap.ts";
import type { PersonalData } from "#domain/personal-data.ts";

export async function readSwapsOf(
  db: Store,
  registrationId: string,
): Promise<Pick<PersonalData, "swapCards" | "swaps">> {
  const { kind, way, seats, area, days, managerAgreed, line, state, reason, createdAt, expiresAt } = swapCard;
  const cards = await db
    .select({ kind, way, seats, area, days, managerAgreed, line, state, reason, at: createdAt, expiresAt })
    .from(swapCard)
    .where(eq(swapCard.registrationId, registrationId))
    .orderBy(asc(createdAt), asc(swapCard.id));
  const swaps = await db
    .select({ kind: swap.kind, state: swap.state, said: swapPart.said, at: swap.madeAt })
    .from(swapPart)
    .innerJoin(swap, eq(swap.id, swapPart.swapId))
    .where(eq(swapPart.registrationId, registrationId))
    .orderBy(asc(swap.madeAt), asc(swap.id));
  return {
    swapCards: cards.map(({ at, expiresAt: until, ...card }) => {
      return { ...card, at: at.toISOString(), until: until.toISOString() };
    }),
    swaps: swaps.map(({ at, ...row }) => ({ ...row, at: at.toISOString() })),
  };
}
