import type { Database } from "#db/connection.ts";
import { lockEvent } from "#db/event.ts";
import { settlePlaces } from "#db/registration/waiting.ts";
import { event } from "#db/schema/event.ts";

/** What is due in any camp, however it is found: every camp is locked and seen to. */
export async function sweep(db: Database, now: Date) {
  const camps = await db.select({ id: event.id }).from(event);
  const found = [];
  for (const { id } of camps) {
    const done = await db.transaction(async (tx) => settlePlaces(tx, (await lockEvent(tx, id))!, now));
    if (done.ended + done.offered + done.reminded > 0) found.push({ id, ...done });
  }
  return found;
}
