import { eq } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { readPoolsInput } from "#db/pool/change.ts";
import { readMix } from "#db/pool/mix.ts";
import { readAllPools } from "#db/pool.ts";
import { listReleases } from "#db/release.ts";
import { event } from "#db/schema/event.ts";
import { listSectors } from "#db/sector.ts";
import { keptOverPlaces } from "#domain/consequence/places.ts";
import { keptPlaces, poolsAt } from "#domain/pool.ts";
import { isBeingDrawn, placesAt } from "#domain/release.ts";
import type { May } from "#domain/viewer.ts";

/** What the organisers' page of the pools shows; `tooMany` where more is kept than is given out. @throws when the camp is gone */
export async function readPoolsPage(store: Store, { eventId }: May<"changeSettings">, now: Date) {
  const [camp] = await store.select().from(event).where(eq(event.id, eventId));
  if (!camp) throw new Error("pools read of a camp that is not there");
  const sectors = await listSectors(store, eventId);
  const mix = await readMix(store, eventId);
  const releases = await listReleases(store, eventId);
  const pools = await readAllPools(store, camp);
  const { planned } = placesAt(releases, camp.capacity, now.getTime());
  return {
    shown: await readPoolsInput(store, camp),
    names: new Map(sectors.map(({ id, name }) => [id, name])),
    taken: {
      sectors: new Map(sectors.map(({ id }) => [id, mix.of(({ sectorId }) => sectorId === id)])),
      firstTimers: mix.of(({ firstTime }) => firstTime),
    },
    places: planned,
    kept: keptPlaces(pools),
    merged: poolsAt(pools, now.getTime()) === null,
    tooMany: keptOverPlaces(poolsAt(pools, now.getTime()), planned).length > 0,
    drawing: releases.some((release) => isBeingDrawn(release, now.getTime())),
  };
}
