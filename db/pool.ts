/** The pools of a camp: see domain/pool.ts. */
import { eq } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import type { EventRow } from "#db/event.ts";
import { pool } from "#db/schema/pool.ts";
import { limits, NO_POOL, type Pools } from "#domain/pool.ts";

type Camp = Pick<EventRow, "id" | "organisationLimit" | "poolsMergeAt">;

/** Null where nothing is kept or limited. To decide by it, call it with the camp's row locked. */
export async function readPools(store: Store, camp: Camp): Promise<Pools | null> {
  const pools = await readAllPools(store, camp);
  return limits(pools) ? pools : null;
}

/** At most one for each sector and one for first-timers. */
export async function readAllPools(store: Store, camp: Camp): Promise<Pools> {
  const rows = await store.select().from(pool).where(eq(pool.eventId, camp.id));
  const poolOf = ({ floor, ceiling }: (typeof rows)[number]) => ({ floor, ceiling });
  const first = rows.find(({ sectorId }) => sectorId === null);
  return {
    sectors: new Map(rows.flatMap((row) => (row.sectorId ? [[row.sectorId, poolOf(row)] as const] : []))),
    firstTimers: first ? poolOf(first) : NO_POOL,
    organisationLimit: camp.organisationLimit,
    mergesAt: camp.poolsMergeAt?.getTime() ?? null,
  };
}
