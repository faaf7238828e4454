import { eq } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { readPoolsInput } from "#db/pool/change.ts";
import { type Mix, readMix } from "#db/pool/mix.ts";
import { readAllPools } from "#db/pool.ts";
import { listReleases } from "#db/release.ts";
import { event } from "#db/schema/event.ts";
import { listSectors } from "#db/sector.ts";
import { keptOverPlaces } from "#domain/consequence/places.ts";
import { keptPlaces, poolsAt } from "#domain/pool.ts";
import { HOLDING } from "#domain/registration.ts";
import { isBeingDrawn, placesAt } from "#domain/release.ts";
import type { May } from "#domain/viewer.ts";

/** What the organisers' page of the pools shows; `byHand` are those of `taken` whose place was kept back, `tooMany` where more is kept than is given out. @throws when the camp is gone */
export async function readPoolsPage(store: Store, { eventId }: May<"changeSettings">, now: Date) {
  const [camp] = await store.select().from(event).where(eq(event.id, eventId));
  if (!camp) throw new Error("pools read of a camp that is not there");
  const sectors = await listSectors(store, eventId);
  const mix = await readMix(store, eventId);
  const byHand = await readMix(store, eventId, HOLDING, { keptBack: true });
  const takenIn = ({ of }: Mix) => ({
    sectors: new Map(sectors.map(({ id }) => [id, of(({ sectorId }) => sectorId === id)])),
    firstTimers: of(({ firstTime }) => firstTime),
  });
  const releases = await listReleases(store, eventId);
  const pools = await readAllPools(store, camp);
  const { planned } = placesAt(releases, camp.capacity, now.getTime());
  return {
    shown: await readPoolsInput(store, camp),
    names: new Map(sectors.map(({ id, name }) => [id, name])),
    taken: takenIn(mix),
    byHand: takenIn(byHand),
    places: planned,
    kept: keptPlaces(pools),
    merged: poolsAt(pools, now.getTime()) === null,
    tooMany: keptOverPlaces(poolsAt(pools, now.getTime()), planned).length > 0,
    drawing: releases.some((release) => isBeingDrawn(release, now.getTime())),
  };
}
