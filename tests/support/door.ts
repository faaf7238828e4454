/** People who came in at a door. */
import { asc, eq } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { takeActs } from "#db/door/acts.ts";
import { lockEvent } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { day } from "#db/schema/day.ts";
import type { DoorAct } from "#domain/door/check-in.ts";
import type { May } from "#domain/viewer.ts";

/** A tap at a door. */
export function tapped(
  registrationId: string,
  dayId: string,
  at: Date,
  more: Partial<DoorAct> = {},
): DoorAct {
  return {
    ...{ id: newId(), registrationId, dayId, kind: "in" as const },
    ...{ at: at.getTime(), undoes: [], door: "Front door", ...more },
  };
}

/** The days of a camp, in order. */
export async function daysOf(db: Database, eventId: string): Promise<string[]> {
  const rows = await db
    .select({ id: day.id })
    .from(day)
    .where(eq(day.eventId, eventId))
    .orderBy(asc(day.date));
  return rows.map(({ id }) => id);
}

/** Lets people in on the first day, as a phone at the door does. */
export async function comeIn(
  db: Database,
  crew: May<"checkIn">,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  const [first] = await daysOf(db, crew.eventId);
  await db.transaction(async (tx) => {
    const camp = await lockEvent(tx, crew.eventId);
    await takeActs(
      tx,
      camp!,
      crew,
      ids.map((id) => tapped(id, first!, at)),
      at,
    );
  });
}
