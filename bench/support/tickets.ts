/** A camp whose tickets are about to open. */

import type { Database } from "#db/connection.ts";
import { insertFirstDay } from "#db/day.ts";
import { newId } from "#db/id.ts";
import { event, sector } from "#db/schema/event.ts";
import { liveVersion } from "#db/schema/live.ts";

export type TicketCamp = { id: string; slug: string; sectorId: string };

const WEEKS_6 = 6 * 7 * 24 * 3_600_000;

/** Tickets open, nobody in. */
export async function ticketCamp(db: Database, slug: string, capacity: number): Promise<TicketCamp> {
  const [id, sectorId] = [newId(), newId()];
  const startsAt = new Date(Date.now() + WEEKS_6);
  const day = startsAt.toISOString().slice(0, 10);
  const camp = { id, slug, name: "Bench camp", place: "Here", zone: "Europe/London", day, startsAt };
  await db.insert(event).values({ ...camp, capacity, phase: "tickets" });
  await insertFirstDay(db, { ...camp, phase: "tickets" });
  await db.insert(liveVersion).values({ eventId: id });
  await db.insert(sector).values({ id: sectorId, eventId: id, name: "Everybody", position: 0 });
  return { id, slug, sectorId };
}
