/** Who came and who said that they are late or stand by, forgotten where a camp that was halted goes on on another date. */
import { and, eq, inArray, isNotNull, or } from "drizzle-orm";
import { day } from "#db/schema/day.ts";
import { checkIn, doorAct } from "#db/schema/door.ts";
import { registration } from "#db/schema/registration.ts";
import type { Transaction } from "#db/transaction.ts";

/** The log keeps what happened. The camp's row must be locked. */
export async function forgetArrivals(tx: Transaction, eventId: string): Promise<void> {
  const days = tx.select({ id: day.id }).from(day).where(eq(day.eventId, eventId));
  await tx.delete(doorAct).where(eq(doorAct.eventId, eventId));
  await tx.delete(checkIn).where(inArray(checkIn.dayId, days));
  const { checkedInAt, lateUntil, passedOnAt, standsBySince } = registration;
  await tx
    .update(registration)
    .set({ checkedInAt: null, lateUntil: null, passedOnAt: null, standsBySince: null, namedAtDoor: false })
    .where(
      and(
        eq(registration.eventId, eventId),
        or(isNotNull(checkedInAt), isNotNull(lateUntil), isNotNull(passedOnAt), isNotNull(standsBySince)),
      ),
    );
}
