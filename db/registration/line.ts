import { and, asc, eq, lte, sql } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import type { EventRow } from "#db/event.ts";
import { readDivision, servedIn } from "#db/registration/place.ts";
import { registration } from "#db/schema/registration.ts";
import { RANGES } from "#domain/limits.ts";
import { isLimited, kindOf, type Pools } from "#domain/pool.ts";
import { freePlaces, nextInLine, placesToOffer, roomByLaw, roomOf } from "#domain/registration/places.ts";
import { IN_LINE } from "#domain/registration/status.ts";

/**
 * Of those who wait and can be reached the first, as `nextInLine` wants to see them.
 * @param most no more than so many; with pools, so many of each kind of people, since the first may be too many of one
 */
export async function readLine(
  store: Store,
  { id: eventId, phase }: Pick<EventRow, "id" | "phase">,
  { most, pools }: { most: number; pools: Pools | null },
) {
  const { id, email, status, rank, sectorId, firstTime, companions } = registration;
  const organisation = registration.organisation;
  const served = servedIn(phase);
  const parts =
    pools?.organisationLimit == null
      ? sql`${sectorId}, ${firstTime}`
      : sql`${sectorId}, ${firstTime}, ${organisation}`;
  const waiting = and(eq(registration.eventId, eventId), eq(status, IN_LINE), served);
  const columns = { id, email, status, rank, ready: served, sectorId, firstTime, organisation, companions };
  if (!pools)
    return kinds(
      await store.select(columns).from(registration).where(waiting).orderBy(asc(rank)).limit(most),
    );
  const place = sql<number>`row_number() over (partition by ${parts} order by ${rank})`;
  const numbered = store
    .select({ ...columns, ready: sql<boolean>`${served}`.as("ready"), place: place.as("place") })
    .from(registration)
    .where(waiting)
    .as("numbered");
  const rows = await store
    .select()
    .from(numbered)
    .where(lte(numbered.place, most))
    .orderBy(asc(numbered.rank));
  return kinds(rows);
}

/**
 * Places that could be offered now, as `placesToOffer` says, less those that nobody in the line may have by the legal number
 * with whom they bring along.
 */
export async function countToOffer(
  store: Store,
  camp: EventRow,
  { counts, ...division }: Awaited<ReturnType<typeof readDivision>>,
): Promise<number> {
  const toOffer = placesToOffer(division, counts);
  const inside = roomByLaw(division.places, counts);
  if (toOffer === 0 || inside === null) return toOffer;
  const line = await readLine(store, camp, { most: RANGES.lineLimit.max, pools: division.pools });
  return nextInLine(line, freePlaces(division.places, counts), roomOf(division, counts), inside).length;
}

function kinds<Row extends Parameters<typeof kindOf>[0]>(rows: readonly Row[]) {
  return rows.map((row) => ({ ...row, kind: kindOf(row) }));
}

/**
 * Whom the next free place would be offered to: the first for whom there is room, and of a full camp the first whom no limit
 * keeps out.
 * Null where nobody can be offered one.
 */
export async function readNextInLine(store: Store, camp: EventRow, now: Date): Promise<string | null> {
  const { counts, ...division } = await readDivision(store, camp, now);
  const line = await readLine(store, camp, { most: 1, pools: division.pools });
  const [next] = nextInLine(line, 1, roomOf(division, counts));
  if (next || freePlaces(division.places, counts) > 0) return next ?? null;
  // Of a full camp it is not known whose place comes free, but whom a limit keeps out.
  const room = roomOf(division, counts);
  const byTurn = line.filter(({ ready }) => ready).sort((a, b) => a.rank - b.rank);
  return byTurn.find(({ kind }) => !isLimited(room.verdict(kind)))?.id ?? null;
}
