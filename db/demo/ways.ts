import { asc, eq } from "drizzle-orm";
import { newEntryId, newGroupCode, newId } from "#db/id.ts";
import { event, sector } from "#db/schema/event.ts";
import { pool } from "#db/schema/pool.ts";
import { entry, entryGroup, release } from "#db/schema/release.ts";
import type { Transaction } from "#db/transaction.ts";
import type { DemoCamp } from "#domain/demo/camp.ts";
import { HOME } from "#domain/demo/day.ts";
import { FELL_GROUPS } from "#domain/demo/fell.ts";
import { daysFrom } from "#domain/demo/ways.ts";

const DAY = 86_400_000;

/** Writes the releases and pools of a camp that has them. @param entrants who entered the draw that is open */
export async function insertWays(
  tx: Transaction,
  eventId: string,
  { ways }: DemoCamp,
  entrants: readonly string[],
  now: Date,
): Promise<void> {
  if (!ways) return;
  const at = (local: { days: number; time: string }) => new Date(daysFrom(now.getTime(), local, HOME));
  const releases = ways.releases.map(({ way, places, opens, closes, source }) => {
    return { id: newId(), eventId, way, places, opensAt: at(opens), closesAt: closes && at(closes), source };
  });
  await tx.insert(release).values(releases);
  await insertPools(tx, eventId, ways);
  const draw = releases.find(({ way }) => way === "draw");
  if (draw) await insertEntries(tx, draw.id, entrants);
}

async function insertPools(tx: Transaction, eventId: string, ways: NonNullable<DemoCamp["ways"]>) {
  const sectors = await tx
    .select({ id: sector.id })
    .from(sector)
    .where(eq(sector.eventId, eventId))
    .orderBy(asc(sector.position));
  const kept = Object.entries(ways.sectors).map(([position, numbers]) => {
    return { id: newId(), eventId, sectorId: sectors[Number(position)]!.id, ...numbers };
  });
  await tx.insert(pool).values([...kept, { id: newId(), eventId, sectorId: null, ...ways.firstTimers }]);
  const [camp] = await tx.select({ startsAt: event.startsAt }).from(event).where(eq(event.id, eventId));
  const poolsMergeAt = new Date(camp!.startsAt.getTime() - ways.mergeDays * DAY);
  await tx
    .update(event)
    .set({ organisationLimit: ways.organisationLimit, poolsMergeAt })
    .where(eq(event.id, eventId));
}

/** The last to come entered together, every other one of these groups for better or worse. */
async function insertEntries(tx: Transaction, releaseId: string, entrants: readonly string[]) {
  const groups = FELL_GROUPS.map((size, nth) => {
    return { id: newEntryId(), releaseId, code: newGroupCode(), divides: nth % 2 === 1, size };
  });
  await tx.insert(entryGroup).values(groups.map(({ size: _, divides: __, ...group }) => group));
  const seats = groups.flatMap(({ id, divides, size }) =>
    Array.from({ length: size }, () => ({ groupId: id, divides })),
  );
  await tx.insert(entry).values(
    entrants.map((registrationId, nth) => {
      return { id: newEntryId(), releaseId, registrationId, ...seats[entrants.length - 1 - nth] };
    }),
  );
}
