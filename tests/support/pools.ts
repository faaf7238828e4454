/** Pools of a camp, as its organisers would have set them. */
import { eq } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { event, sector } from "#db/schema/event.ts";
import { pool } from "#db/schema/pool.ts";
import type { Pool } from "#domain/pool.ts";

type Made = { floor?: number; ceiling?: Pool["ceiling"] };

/** @param sectorId null for first-timers */
export async function makePool(
  db: Database,
  camp: { id: string },
  sectorId: string | null,
  { floor = 0, ceiling = null }: Made,
): Promise<void> {
  await db.insert(pool).values({ id: newId(), eventId: camp.id, sectorId, floor, ceiling });
}

/** @returns its id */
export async function makeSector(db: Database, camp: { id: string }, name: string): Promise<string> {
  const id = newId();
  await db.insert(sector).values({ id, eventId: camp.id, name, position: 9 });
  return id;
}

export async function setLimits(
  db: Database,
  camp: { id: string },
  set: { organisationLimit?: number | null; poolsMergeAt?: Date | null },
): Promise<void> {
  await db.update(event).set(set).where(eq(event.id, camp.id));
}
