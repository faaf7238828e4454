import { and, count, eq, isNull } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { sessionRequest, sessionRequestAsker } from "#db/schema/session-request.ts";

/** How often anything is asked, for desks to hear that it changed. */
export async function countAsking(db: Store, eventId: string): Promise<number> {
  const [row] = await db
    .select({ asking: count() })
    .from(sessionRequest)
    .innerJoin(sessionRequestAsker, eq(sessionRequestAsker.requestId, sessionRequest.id))
    .where(and(eq(sessionRequest.eventId, eventId), isNull(sessionRequest.settledAt)));
  return row!.asking;
}
