/** How fairly a camp went, in sums: counted while its people are known, and kept without them (as db/turnout.ts). */
import { and, asc, countDistinct, eq, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import { listRaised } from "#db/card.ts";
import type { Store } from "#db/connection.ts";
import { readGrid } from "#db/draft.ts";
import type { EventRow } from "#db/event.ts";
import { insertAll } from "#db/insert.ts";
import { sector } from "#db/schema/event.ts";
import { fairness, fairnessSector } from "#db/schema/fairness.ts";
import { pitch, pitchHost } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import type { Transaction } from "#db/transaction.ts";
import { readTurnout } from "#db/turnout.ts";
import { type FairnessSums, type Share, wishesHad } from "#domain/fairness.ts";
import type { GridView } from "#domain/grid.ts";
import { TAKES_PART } from "#domain/registration.ts";

type Camp = Pick<EventRow, "id" | "day" | "startsAt">;
type Sums = Omit<FairnessSums, "places" | "came">;

/** Of a camp whose people are known, or what was kept of them. */
export async function readFairness(store: Store, camp: Camp): Promise<FairnessSums> {
  const { places, came } = await readTurnout(store, camp);
  const sums = (await readKept(store, camp)) ?? (await countFairness(store, camp.id));
  return { ...sums, places, came };
}

/** Keeps the sums before those who had no place are forgotten. The first that were kept stay. */
export async function keepFairness(tx: Transaction, camp: Camp): Promise<void> {
  if (await readKept(tx, camp)) return;
  // Those of another date, where the camp was moved.
  await tx.delete(fairness).where(eq(fairness.eventId, camp.id));
  await writeFairness(tx, camp, await countFairness(tx, camp.id));
}

/** Keeps sums that were counted here, or came with a camp. */
export async function writeFairness(
  tx: Transaction,
  camp: Pick<Camp, "id" | "day">,
  sums: Sums,
): Promise<void> {
  const { sectors, firstTime, others, hosts, wishers, worst } = sums;
  await tx.insert(fairness).values({
    ...{ eventId: camp.id, day: camp.day, wishers, worst },
    ...{ firstTimeAsked: firstTime.asked, firstTimeGot: firstTime.got },
    ...{ othersAsked: others.asked, othersGot: others.got },
    ...{ hostsAsked: hosts.asked, hostsGot: hosts.got },
  });
  const rows = sectors.map((row, position) => ({ ...row, eventId: camp.id, position }));
  await insertAll(tx, fairnessSector, rows);
}

async function readKept(store: Store, camp: Camp): Promise<Sums | null> {
  const [row] = await store
    .select()
    .from(fairness)
    .where(and(eq(fairness.eventId, camp.id), eq(fairness.day, camp.day)));
  if (!row) return null;
  const { name, asked, got } = fairnessSector;
  const sectors = await store
    .select({ name, asked, got })
    .from(fairnessSector)
    .where(eq(fairnessSector.eventId, camp.id))
    .orderBy(asc(fairnessSector.position));
  return {
    ...{ sectors, wishers: row.wishers, worst: row.worst },
    firstTime: { asked: row.firstTimeAsked, got: row.firstTimeGot },
    others: { asked: row.othersAsked, got: row.othersGot },
    hosts: { asked: row.hostsAsked, got: row.hostsGot },
  };
}

async function countFairness(store: Store, eventId: string): Promise<Sums> {
  const { status, passedOnAt, verifiedAt, firstTime } = registration;
  // Whose place was passed on because they were not there had one.
  const had = or(eq(status, TAKES_PART), isNotNull(passedOnAt))!;
  const asked = sql<number>`count(*)`.mapWith(Number);
  const got = sql<number>`count(*) filter (where ${had})`.mapWith(Number);
  // Whoever never proved their address may be nobody.
  const theirs = and(eq(registration.eventId, eventId), or(isNotNull(verifiedAt), had));
  const counts = await store
    .select({ sectorId: registration.sectorId, firstTime, asked, got })
    .from(registration)
    .where(theirs)
    .groupBy(registration.sectorId, firstTime);
  const names = await store
    .select({ id: sector.id, name: sector.name })
    .from(sector)
    .where(eq(sector.eventId, eventId))
    .orderBy(asc(sector.position), asc(sector.name));
  const grid = await readGrid(store, eventId);
  const raised = await listRaised(store, eventId);
  return {
    sectors: names.map(({ id, name }) => ({ name, ...sum(counts.filter((it) => it.sectorId === id)) })),
    firstTime: sum(counts.filter((it) => it.firstTime)),
    others: sum(counts.filter((it) => !it.firstTime)),
    hosts: await countHosts(store, eventId, grid),
    ...wishesHad(
      grid,
      raised.map(({ pitchId, registrationId: who }) => ({ pitchId, who })),
    ),
  };
}

const sum = (some: readonly Share[]): Share => ({
  asked: some.reduce((all, { asked }) => all + asked, 0),
  got: some.reduce((all, { got }) => all + got, 0),
});

/** First-timers who host what was pitched and not taken back, and those whose session, or that of which it is a part, is on the grid. */
async function countHosts(store: Store, eventId: string, grid: GridView | null): Promise<Share> {
  const placed = [...new Set(grid?.placements.map(({ pitchId }) => pitchId))];
  const people = async (among: ReturnType<typeof or>) => {
    const [row] = await store
      .select({ n: countDistinct(registration.id) })
      .from(pitchHost)
      .innerJoin(pitch, eq(pitch.id, pitchHost.pitchId))
      .innerJoin(registration, eq(registration.id, pitchHost.registrationId))
      .where(
        and(
          ...[eq(pitch.eventId, eventId), eq(pitchHost.hosting, true), eq(registration.firstTime, true)],
          among,
        ),
      );
    return row!.n;
  };
  const got =
    placed.length === 0 ? 0 : await people(or(inArray(pitch.id, placed), inArray(pitch.mergedInto, placed)));
  // What is on the grid counts though somebody took it back since.
  const stands = isNull(pitch.withdrawnAt);
  const asked = await people(placed.length === 0 ? stands : or(stands, inArray(pitch.id, placed)));
  return { asked, got };
}
