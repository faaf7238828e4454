/** What other pools would do, worked out before anything is changed. */
import { inArray } from "drizzle-orm";
import type { EventRow } from "#db/event.ts";
import { type Mix, readMix } from "#db/pool/mix.ts";
import { readPools } from "#db/pool.ts";
import { readLine } from "#db/registration/line.ts";
import { countPlaces, servedIn } from "#db/registration/place.ts";
import { readPlaces } from "#db/release.ts";
import { registration } from "#db/schema/registration.ts";
import { listSectors } from "#db/sector.ts";
import type { Transaction } from "#db/transaction.ts";
import type { Consequence } from "#domain/consequence.ts";
import { permits } from "#domain/event.ts";
import { type Group, type Kind, limits, NO_POOL, type Pools, poolsAt } from "#domain/pool.ts";
import { whatIf } from "#domain/registration/what-if.ts";
import { HOLDING } from "#domain/registration.ts";

/** How many people of each are named; of the others it is said how many they are. */
const NAMED = 12;

/**
 * Said of every change, so that it is seen before it is made: how the next places would be mixed, who would be next and
 * who would not any more, who is offered a place at once, and for whom more is kept than people have come.
 *
 * @param next how many of the next places are looked at
 */
export async function poolConsequences(
  tx: Transaction,
  camp: EventRow,
  { pools: wanted, next }: { pools: Pools; next: number },
  now: Date,
): Promise<Consequence[]> {
  const before = poolsAt(await readPools(tx, camp), now.getTime());
  const after = poolsAt(wanted, now.getTime());
  const organisationLimit = before?.organisationLimit ?? after?.organisationLimit ?? null;
  const either = { ...wanted, organisationLimit };
  const places = await readPlaces(tx, camp, now);
  const counts = await countPlaces(tx, camp.id, either, servedIn(camp.phase));
  const line = await readLine(tx, camp, { most: places.capacity + next, pools: either });
  const found = whatIf({ line, places, counts }, { before, after, next });
  const sectors = await listSectors(tx, camp.id);
  const entered = await readMix(tx, camp.id, ["entered"]);
  const byHand = await readMix(tx, camp.id, HOLDING, { keptBack: true });
  const kinds = new Map(line.map(({ id, kind }) => [id, kind]));
  const among = (ids: readonly string[], is: (kind: Kind) => boolean) =>
    ids.filter((id) => is(kinds.get(id)!)).length;
  const mix = [
    ...sectors.map(({ id, name }) => ({ name, is: ({ sectorId }: Kind) => sectorId === id })),
    { name: null, is: ({ firstTime }: Kind) => firstTime },
  ].map(({ name, is }) => ({ name, before: among(found.before, is), after: among(found.after, is) }));
  const offers = camp.offersOn && permits(camp.phase, "offer") ? found.offered : [];
  const not = found.before.filter((id) => !found.after.includes(id));
  const instead = found.after.filter((id) => !found.before.includes(id));
  const shown = (ids: readonly string[]) => ids.slice(0, NAMED);
  const named = await readNames(tx, [offers, not, instead].flatMap(shown));
  const people = (ids: readonly string[]) => ({
    names: shown(ids).map((id) => named.get(id)!),
    more: ids.length - shown(ids).length,
  });
  return [
    {
      kind: "pools",
      rules: JSON.stringify([
        ...wanted.sectors,
        wanted.firstTimers,
        wanted.organisationLimit,
        wanted.mergesAt,
      ]),
      next: found.before.length,
      entered: entered.of(() => true),
      mix: mix.filter((it) => it.before + it.after > 0),
    },
    ...merged(wanted, after),
    ...(instead.length + not.length > 0
      ? [{ kind: "pools_instead" as const, instead: people(instead), not: people(not) }]
      : []),
    ...(offers.length > 0 ? [{ kind: "pools_offer" as const, ...people(offers) }] : []),
    ...unused(after ?? NOTHING_KEPT, { groups: counts.groups ?? [], entered, byHand }, sectors),
  ];
}

/** Pools that would hold nothing any more from the moment they are saved. @param held as they would hold then */
function merged(wanted: Pools, held: Pools | null): Consequence[] {
  return held === null && limits(wanted) ? [{ kind: "pools_merged" }] : [];
}

const NOTHING_KEPT: Pick<Pools, "sectors" | "firstTimers"> = { sectors: new Map(), firstTimers: NO_POOL };

/** Pools for which more places are kept than people have a place, wait or entered a draw. */
function unused(
  { sectors, firstTimers }: Pick<Pools, "sectors" | "firstTimers">,
  { groups, entered, byHand }: { groups: readonly Group[]; entered: Mix; byHand: Mix },
  named: readonly { id: string; name: string }[],
): Consequence[] {
  const come = (is: (row: { sectorId: string; firstTime: boolean }) => boolean) => ({
    people: groups.filter(is).reduce((sum, { holding, waiting }) => sum + holding + waiting, entered.of(is)),
    byHand: byHand.of(is),
  });
  return [
    ...named.map(({ id, name }) => ({
      ...{ name, floor: sectors.get(id)?.floor ?? 0 },
      ...come(({ sectorId }) => sectorId === id),
    })),
    { name: null, floor: firstTimers.floor, ...come(({ firstTime }) => firstTime) },
  ]
    .filter(({ floor, people }) => floor > people)
    .map(({ name, floor, people, byHand }) => ({ kind: "pool_unused", name, kept: floor, people, byHand }));
}

/** At most three times NAMED. */
async function readNames(tx: Transaction, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { id, name } = registration;
  const rows = await tx
    .select({ id, name })
    .from(registration)
    .where(inArray(id, [...ids]));
  return new Map(rows.map((row) => [row.id, row.name]));
}
