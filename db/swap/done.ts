/** Whoever swapped says that it took place, once for all of them; it is kept as a count. */
import { and, asc, eq, sql } from "drizzle-orm";
import type { Database, Store } from "#db/connection.ts";
import { lockEvent } from "#db/event.ts";
import type { StatusPage } from "#db/registration/status.ts";
import { registration } from "#db/schema/registration.ts";
import { swap, swapCount, swapPart } from "#db/schema/swap.ts";
import { transact } from "#db/transaction.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import { isAgreed, legsOf } from "#domain/swap.ts";

/** Whether a swap of this page’s reader took place, as far as we were told. Null where it is not theirs, or not agreed. */
export async function readDone(
  db: Store,
  page: StatusPage,
  swapId: string,
): Promise<{ done: boolean } | null> {
  if (page.link.claim || !page.registration.proven) return null;
  const [row] = await db
    .select({ state: swap.state, doneAt: swap.doneAt })
    .from(swap)
    .innerJoin(swapPart, eq(swapPart.swapId, swap.id))
    .where(and(eq(swap.id, swapId), eq(swapPart.registrationId, page.registration.id)));
  return row && isAgreed(row.state) ? { done: row.doneAt !== null } : null;
}

/** Safe to repeat. @param who of it @returns refused `not_found` for a swap that is not theirs, or not agreed */
export async function sayDone(
  db: Database,
  who: { registrationId: string; eventId: string },
  id: string,
  now: Date,
): Promise<Result<null, "not_found">> {
  const { registrationId, eventId } = who;
  return transact<null, "not_found">(db, async (tx) => {
    await lockEvent(tx, eventId);
    const [row] = await tx
      .select()
      .from(swap)
      .where(and(eq(swap.id, id), eq(swap.eventId, eventId)));
    const parts = await tx
      .select({ registrationId: swapPart.registrationId, sectorId: registration.sectorId })
      .from(swapPart)
      .innerJoin(registration, eq(registration.id, swapPart.registrationId))
      .where(eq(swapPart.swapId, id))
      .orderBy(asc(swapPart.position));
    if (!row || !isAgreed(row.state) || !parts.some((part) => part.registrationId === registrationId))
      return refused("not_found");
    if (row.doneAt) return granted(null);
    await tx.update(swap).set({ doneAt: now, doneDueAt: null }).where(eq(swap.id, id));
    // Of somebody who was deleted we know no sector any more.
    if (parts.length < row.people) return granted(null);
    for (const [from, to] of legsOf(row.kind, parts.length)) {
      const { fromSectorId, toSectorId } = swapCount;
      const between = { eventId, fromSectorId: parts[from]!.sectorId, toSectorId: parts[to]!.sectorId };
      await tx
        .insert(swapCount)
        .values({ ...between, done: 1 })
        .onConflictDoUpdate({
          target: [swapCount.eventId, fromSectorId, toSectorId],
          set: { done: sql`${swapCount.done} + 1` },
        });
    }
    return granted(null);
  });
}
