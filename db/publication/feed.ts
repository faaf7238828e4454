/** The sessions of a camp for whatever calendar follows them: none takes place while it is called off or put off. */
import { eq } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { event } from "#db/schema/event.ts";
import { isHalted } from "#domain/event.ts";
import { type FeedSession, feedOf, withHalt } from "#domain/feed.ts";
import type { Version } from "#domain/version.ts";

/** @param versions as `feedOf` reads them @param letter of a room, for what happens in that one alone */
export async function readFeed(
  db: Store,
  eventId: string,
  versions: readonly Version[],
  letter?: string,
): Promise<FeedSession[]> {
  const { phase, calendarRevision: revision } = event;
  const [camp] = await db.select({ phase, revision }).from(event).where(eq(event.id, eventId));
  const sessions = feedOf(versions, letter);
  return camp ? withHalt(sessions, { halted: isHalted(camp.phase), revision: camp.revision }) : sessions;
}
