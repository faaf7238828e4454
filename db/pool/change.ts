import { eq } from "drizzle-orm";
import { asking, changeCamp, NOTHING_AGREED, type Outcome, type SettingsPart } from "#db/change.ts";
import type { Database, Store } from "#db/connection.ts";
import type { EventRow } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { poolConsequences } from "#db/pool/what-if.ts";
import { readAllPools } from "#db/pool.ts";
import { settlePlaces } from "#db/registration/waiting.ts";
import { listReleases } from "#db/release.ts";
import { event } from "#db/schema/event.ts";
import { pool } from "#db/schema/pool.ts";
import { listSectors } from "#db/sector.ts";
import { keptPlaces, NO_POOL, type Pool, type Pools } from "#domain/pool.ts";
import { isBeingDrawn, placesAt } from "#domain/release.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import { instantAt, type Local, localAt } from "#domain/time/local.ts";
import type { May } from "#domain/viewer.ts";

/** In the order of the camp's sectors; `merges` in the camp's local time, null for never. */
export type PoolsInput = {
  sectors: readonly ({ id: string } & Pool)[];
  firstTimers: Pool;
  organisationLimit: number | null;
  merges: Local | null;
};

/** As a form shows them. */
export async function readPoolsInput(store: Store, camp: EventRow): Promise<PoolsInput> {
  const pools = await readAllPools(store, camp);
  const sectors = await listSectors(store, camp.id);
  return {
    sectors: sectors.map(({ id }) => ({ id, ...(pools.sectors.get(id) ?? NO_POOL) })),
    firstTimers: pools.firstTimers,
    organisationLimit: pools.organisationLimit,
    merges: pools.mergesAt === null ? null : localAt(pools.mergesAt, camp.zone),
  };
}

const POOLS: SettingsPart<PoolsInput> = {
  name: "pools",
  act: "settings",
  screens: ["event", "people"],
  read: readPoolsInput,
};

type PoolRefusal =
  | "not_found"
  | "archived"
  | "changed_meanwhile"
  | "bad_input"
  | "more_kept_than_places"
  | "merge_after_doors"
  | "draw_under_way";

/**
 * Sets what is kept for whom, after it was said who would get the next places by it. Nobody loses a place they hold.
 * @param mark of the pools the organiser saw; refused `changed_meanwhile` when there are others by now,
 *   `more_kept_than_places` when more is kept than the camp gives out, `merge_after_doors` when they would merge too
 *   late, `draw_under_way` while a draw waits for its number: its pools are published
 * @param next how many of the next places are looked at beforehand
 * @returns how many places were offered to the line at once
 */
export async function changePools(
  db: Database,
  crew: May<"changeSettings">,
  mark: string,
  { next, ...wanted }: PoolsInput & { next: number },
  now: Date,
  agreed = NOTHING_AGREED,
): Promise<Result<Outcome<number>, PoolRefusal>> {
  return changeCamp<PoolsInput, number, PoolRefusal>(db, crew, POOLS, mark, now, async (tx, camp, shown) => {
    const known = new Set(shown.sectors.map(({ id }) => id));
    if (wanted.sectors.some(({ id }) => !known.has(id))) return refused("bad_input");
    const pools = poolsOf(wanted, shown, camp);
    const releases = await listReleases(tx, camp.id);
    if (releases.some((release) => isBeingDrawn(release, now.getTime()))) return refused("draw_under_way");
    const { planned } = placesAt(releases, camp.capacity, now.getTime());
    if (keptPlaces(pools) > planned) return refused("more_kept_than_places");
    if (pools.mergesAt !== null && pools.mergesAt >= camp.startsAt.getTime())
      return refused("merge_after_doors");
    const question = asking(await poolConsequences(tx, camp, { pools, next }, now), agreed);
    if (question) return granted(question);
    const rows = [
      ...wanted.sectors.map(({ id: sectorId, ...it }) => ({ sectorId, ...it })),
      { sectorId: null, ...wanted.firstTimers },
    ].map((row) => ({ id: newId(), eventId: camp.id, ...row }));
    await tx.delete(pool).where(eq(pool.eventId, camp.id));
    const kept = rows.filter(({ floor, ceiling }) => floor > 0 || ceiling !== null);
    if (kept.length > 0) await tx.insert(pool).values(kept);
    const poolsMergeAt = pools.mergesAt === null ? null : new Date(pools.mergesAt);
    const set = { organisationLimit: wanted.organisationLimit, poolsMergeAt };
    await tx.update(event).set(set).where(eq(event.id, camp.id));
    return granted({ done: (await settlePlaces(tx, { ...camp, ...set }, now)).offered });
  });
}

/** A time left as it was shown keeps its instant. */
function poolsOf(wanted: PoolsInput, shown: PoolsInput, camp: EventRow): Pools {
  const { firstTimers, organisationLimit, merges } = wanted;
  const same = JSON.stringify(merges) === JSON.stringify(shown.merges);
  const at = merges && instantAt(merges.day, merges.time, camp.zone);
  return {
    sectors: new Map(wanted.sectors.map(({ id, floor, ceiling }) => [id, { floor, ceiling }])),
    ...{ firstTimers, organisationLimit },
    mergesAt: same ? (camp.poolsMergeAt?.getTime() ?? null) : at,
  };
}
