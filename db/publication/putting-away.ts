/** Putting away what somebody was told of the grid: of sessions that changed, and what the crew said to what they asked. */
import { and, eq, exists, isNull, lte } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { sessionRequest, sessionRequestAsker } from "#db/schema/session-request.ts";
import { telling } from "#db/schema/telling.ts";
import type { Attendee } from "#domain/viewer.ts";

/** They have read what they were told up to then, on whichever of their phones. Safe to repeat. */
export async function putAway(
  db: Database,
  { registrationId }: Attendee,
  upTo: Date,
  now: Date,
): Promise<void> {
  await db.transaction(async (tx) => {
    const told = and(eq(telling.registrationId, registrationId), lte(telling.toldAt, upTo));
    await tx
      .update(telling)
      .set({ putAwayAt: now })
      .where(and(told, isNull(telling.putAwayAt)));
    const answered = tx
      .select({ id: sessionRequest.id })
      .from(sessionRequest)
      .where(and(eq(sessionRequest.id, sessionRequestAsker.requestId), lte(sessionRequest.settledAt, upTo)));
    const theirs = and(
      eq(sessionRequestAsker.registrationId, registrationId),
      isNull(sessionRequestAsker.putAwayAt),
    );
    await tx
      .update(sessionRequestAsker)
      .set({ putAwayAt: now })
      .where(and(theirs, exists(answered)));
  });
}
