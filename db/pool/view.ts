import type { Store } from "#db/connection.ts";
import type { EventRow } from "#db/event.ts";
import { readMix } from "#db/pool/mix.ts";
import { readAllPools } from "#db/pool.ts";
import { listSectors } from "#db/sector.ts";
import {
  type Kind,
  limits,
  NO_POOL,
  type PoolRules,
  type Pools,
  type PoolsView,
  poolsAt,
} from "#domain/pool.ts";

/** The pools of a camp in words everybody may read, as they hold at an instant; null where none do. */
export async function readPoolRules(store: Store, camp: EventRow, now: Date): Promise<PoolRules | null> {
  const pools = poolsAt(await readAllPools(store, camp), now.getTime());
  if (!pools) return null;
  const sectors = await listSectors(store, camp.id);
  return {
    sectors: sectors.map(({ id, name }) => ({ name, ...(pools.sectors.get(id) ?? NO_POOL) })),
    firstTimers: pools.firstTimers,
    organisationLimit: pools.organisationLimit,
    mergesAt: mergesIn(pools),
  };
}

const mergesIn = ({ mergesAt }: Pools) => (mergesAt === null ? null : new Date(mergesAt).toISOString());

/**
 * The pools of a camp and the mix so far, as everybody may know it; null where it has none.
 * @param served whether people of a kind would get a place now that others would not
 */
export async function readPoolsView(
  store: Store,
  camp: EventRow,
  now: Date,
  served: (kind: Kind) => boolean,
): Promise<PoolsView | null> {
  const pools = await readAllPools(store, camp);
  if (!limits(pools)) return null;
  const { firstTimers, organisationLimit } = pools;
  const sectors = await listSectors(store, camp.id);
  const mix = await readMix(store, camp.id);
  const kindOf = (sectorId: string, firstTime: boolean) => ({ sectorId, firstTime, organisation: "" });
  return {
    sectors: sectors.map(({ id, name }) => ({
      ...{ name, ...(pools.sectors.get(id) ?? NO_POOL) },
      taken: mix.of(({ sectorId }) => sectorId === id),
    })),
    firstTimers: { ...firstTimers, taken: mix.of(({ firstTime }) => firstTime) },
    organisationLimit,
    mergesAt: mergesIn(pools),
    merged: poolsAt(pools, now.getTime()) === null,
    taken: mix.of(() => true),
    keptFor: {
      sectors: sectors.filter(({ id }) => served(kindOf(id, false))).map(({ name }) => name),
      firstTimers: served(kindOf("", true)),
    },
  };
}
