import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import type { EventRow } from "#db/event.ts";
import { readPools } from "#db/pool.ts";
import { listReleases, readPlaces } from "#db/release.ts";
import { registration } from "#db/schema/registration.ts";
import type { Transaction } from "#db/transaction.ts";
import type { Phase } from "#domain/event.ts";
import { type Group, kindOf, type Pools, poolsAt } from "#domain/pool.ts";
import type { Giving } from "#domain/registration/admission.ts";
import type { Counts, Division } from "#domain/registration/places.ts";
import { callsStandby } from "#domain/registration/standby.ts";
import { IN_LINE } from "#domain/registration/status.ts";
import { HOLDING, LIVE, type Status } from "#domain/registration.ts";

/** `isProven` of domain/registration.ts as a condition. */
export const proven: SQL<boolean> = sql`(${registration.verifiedAt} is not null and ${registration.bouncedAt} is null)`;

/** Who can be called on the day. */
const standsBy: SQL<boolean> = sql`(${registration.standsBySince} is not null)`;

/** Who is served as a camp stands: everybody ready, and once the doors are open those of them who stand by. */
export function servedIn(phase: Phase): SQL<boolean> {
  return callsStandby(phase) ? sql`(${ready} and ${standsBy})` : ready;
}

const paused: SQL<boolean> = sql`(${registration.pausedUntil} is not null)`;

/** Who can be offered a place: reached by mail, and not on a pause. */
export const ready: SQL<boolean> = sql`(${proven} and not ${paused})`;

/**
 * To decide by it, call it with the camp's row locked.
 * @param pools by which people are counted apart; null for none
 * @param served of those who wait, who counts as ready
 */
export async function countPlaces(
  store: Store,
  eventId: string,
  pools: Pools | null = null,
  served: SQL<boolean> = ready,
): Promise<Counts> {
  const of = (status: Status, more: SQL = sql`true`) =>
    sql<number>`count(*) filter (where ${and(eq(registration.status, status), more)})`.mapWith(Number);
  const [row] = await store
    .select({
      confirmed: of("confirmed"),
      held: of("held"),
      offered: of("offered"),
      waiting: of("waiting"),
      ready: of("waiting", served),
      paused: of("waiting", sql`${proven} and ${paused}`),
      inTurn: of("waiting", inTurn),
      lapsed: sql<number>`count(${registration.lapsedAt})`.mapWith(Number),
      entered: of("entered"),
      keptBack: sql<number>`count(*) filter (where ${registration.keptBack})`.mapWith(Number),
    })
    .from(registration)
    .where(eq(registration.eventId, eventId));
  return { ...row!, groups: pools && (await countGroups(store, eventId, pools, served)) };
}

const inTurn: SQL<boolean> = sql`(${registration.lapsedAt} is null and not ${paused})`;

/** As many as there are sectors twice, and where organisations are limited at most as many as people. */
async function countGroups(
  store: Store,
  eventId: string,
  pools: Pools,
  served: SQL<boolean>,
): Promise<Group[]> {
  const { sectorId, firstTime, status, keptBack } = registration;
  const organisation =
    pools.organisationLimit === null ? sql<string>`''::text`.as("organisation") : registration.organisation;
  const where = (condition: SQL) => sql<number>`count(*) filter (where ${condition})`.mapWith(Number);
  const rows = await store
    .select({
      ...{ sectorId, firstTime, organisation },
      holding: where(sql`${inArray(status, [...HOLDING])} and not ${keptBack}`),
      waiting: where(sql`${eq(status, IN_LINE)}`),
      ready: where(sql`${eq(status, IN_LINE)} and ${served}`),
      inTurn: where(sql`${eq(status, IN_LINE)} and ${inTurn}`),
    })
    .from(registration)
    .where(and(eq(registration.eventId, eventId), inArray(status, [...LIVE])))
    .groupBy(sectorId, firstTime, organisation);
  return rows.map((row) => ({ ...row, ...kindOf(row) }));
}

/** The places of a camp now, who may have them, and who has. To decide by it, call it with the camp's row locked. */
export async function readDivision(
  store: Store,
  camp: EventRow,
  now: Date,
): Promise<Division & { counts: Counts }> {
  const pools = poolsAt(await readPools(store, camp), now.getTime());
  const places = await readPlaces(store, camp, now);
  return { places, pools, counts: await countPlaces(store, camp.id, pools, servedIn(camp.phase)) };
}

/** How a camp gives out its places, and how many people hold what: what `admissionAt` goes by. */
export async function readGiving(
  tx: Transaction,
  camp: EventRow,
): Promise<{ giving: Giving; counts: Counts }> {
  const pools = await readPools(tx, camp);
  const giving = { ...camp, pools, releases: await listReleases(tx, camp.id) };
  return { giving, counts: await countPlaces(tx, camp.id, pools) };
}
