import type { Database } from "#db/connection.ts";
import { event } from "#db/schema/event.ts";
import { findMiscounted } from "#db/voting/tally.ts";

/** In every camp the pitches whose kept count is not what their hands say. */
export async function miscountedAnywhere(db: Database): Promise<{ eventId: string; pitchIds: string[] }[]> {
  const camps = await db.select({ id: event.id }).from(event);
  const found = await Promise.all(
    camps.map(async ({ id }) => ({ eventId: id, pitchIds: await findMiscounted(db, id) })),
  );
  return found.filter(({ pitchIds }) => pitchIds.length > 0);
}
