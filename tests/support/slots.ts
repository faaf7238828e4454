/** Slots put into a camp as they are, each on the day on which it starts. */

import type { Database } from "#db/connection.ts";
import { onTheirDays } from "#db/day.ts";
import { slot } from "#db/schema/slot.ts";

type Row = Omit<typeof slot.$inferInsert, "dayId">;

export async function putSlots(db: Database, rows: Row | readonly Row[]): Promise<void> {
  const list = "eventId" in rows ? [rows] : rows;
  await db.insert(slot).values(await onTheirDays(db, list[0]!.eventId, list));
}
