/**
 * Entries are closed and put in order when it is time, under the camp's lock: those of a batch by chance at the end of
 * its first minute, those of a draw by a public number (db/draw.ts), unless there are places for all of them.
 */
import { and, eq, inArray, notInArray } from "drizzle-orm";
import { record } from "#db/audit.ts";
import { newToken } from "#db/id.ts";
import { readPoolRules } from "#db/pool/view.ts";
import { reorder } from "#db/registration/entrants.ts";
import { type By, CLOCK, type EventRow } from "#db/registration/move.ts";
import { readDivision } from "#db/registration/place.ts";
import { type Entrant, listEntrants, listReleaseRows, releaseOf } from "#db/release.ts";
import { entry, type ReleaseRow, release } from "#db/schema/release.ts";
import type { Transaction } from "#db/transaction.ts";
import { drawOrder, lineOf, listHash } from "#domain/draw.ts";
import { kindOf } from "#domain/pool.ts";
import { haveRoomFor } from "#domain/registration/places.ts";
import { entriesEnd, isDue, placesAt } from "#domain/release.ts";

/** Closes and draws what the clock says. @returns how many releases were put in order */
export async function drawDue(tx: Transaction, camp: EventRow, now: Date): Promise<number> {
  const rows = await listReleaseRows(tx, camp.id);
  let drawn = 0;
  for (const row of rows) {
    const due = isDue(releaseOf(row), now.getTime());
    if (due === "order") {
      const entrants = await listEntrants(tx, row.id);
      const seed = newToken();
      await order(tx, camp, row, { seed, order: lotsOf(row, entrants, seed) }, entrants, CLOCK, now);
      drawn += 1;
    }
    if (due === "close" && (await closeEntries(tx, camp, row, now))) drawn += 1;
  }
  return drawn;
}

/** By lot, and after them whoever came when the minute was over, as they came. */
function lotsOf(row: ReleaseRow, entrants: readonly Entrant[], seed: string): string[] {
  const end = entriesEnd(releaseOf(row));
  const inTime = entrants.filter((it) => it.registration.registeredAt.getTime() < end);
  const late = entrants.filter((it) => it.registration.registeredAt.getTime() >= end);
  const lots = drawOrder(
    seed,
    inTime.map(({ entryId }) => entryId),
  );
  return [...lots, ...late.map(({ entryId }) => entryId)];
}

/**
 * Closes the entries of a draw: from now on nobody is added to what its hash was published of.
 * @returns whether everybody gets a place, so that nothing need be drawn
 */
async function closeEntries(tx: Transaction, camp: EventRow, row: ReleaseRow, now: Date): Promise<boolean> {
  const entrants = await listEntrants(tx, row.id);
  const ids = entrants.map(({ entryId }) => entryId);
  await endLoneGroups(tx, row.id, entrants);
  const left = ids.length > 0 ? notInArray(entry.id, ids) : undefined;
  await tx.delete(entry).where(and(eq(entry.releaseId, row.id), left));
  const hash = listHash(linesOf(entrants));
  const pools = await readPoolRules(tx, camp, now);
  await tx.update(release).set({ listHash: hash, frozenAt: now, pools }).where(eq(release.id, row.id));
  const by = { eventId: camp.id, at: now, ...CLOCK, subjectId: null };
  await record(tx, { ...by, act: "close_entries", to: String(ids.length), detail: { hash } });
  if (!(await fitsAll(tx, camp, row, entrants, now))) return false;
  await order(tx, camp, row, { seed: null, order: ids }, entrants, CLOCK, now);
  return true;
}

/** Whoever is left alone in a group enters alone. */
async function endLoneGroups(
  tx: Transaction,
  releaseId: string,
  entrants: readonly Entrant[],
): Promise<void> {
  const alone = loneGroups(entrants);
  if (alone.length === 0) return;
  const lone = and(eq(entry.releaseId, releaseId), inArray(entry.groupId, alone));
  await tx.update(entry).set({ groupId: null }).where(lone);
}

function loneGroups(entrants: readonly Entrant[]): string[] {
  const groups = entrants.flatMap(({ groupId }) => groupId ?? []);
  return [...new Set(groups)].filter((id) => groups.filter((other) => other === id).length === 1);
}

/** What is published: with the groups of more than one. */
function linesOf(entrants: readonly Entrant[]): string[] {
  const alone = loneGroups(entrants);
  return entrants.map(({ entryId, groupId, divides }) =>
    lineOf(entryId, groupId && alone.includes(groupId) ? null : groupId, divides),
  );
}

/** Whether all who entered get a place when the release's are given out, also after those who wait already. */
async function fitsAll(
  tx: Transaction,
  camp: EventRow,
  row: ReleaseRow,
  entrants: readonly Entrant[],
  now: Date,
): Promise<boolean> {
  const { pools, counts } = await readDivision(tx, camp, now);
  const rows = await listReleaseRows(tx, camp.id);
  const after = rows.map((it) => (it.id === row.id ? { ...it, drawnAt: now } : it)).map(releaseOf);
  const places = placesAt(after, camp.capacity, now.getTime());
  return haveRoomFor(
    { places, pools },
    counts,
    entrants.map((it) => kindOf(it.registration)),
  );
}

/** Puts the entries of a release in order and gives its places out: whoever calls it settles them afterwards. */
export async function order(
  tx: Transaction,
  camp: EventRow,
  row: ReleaseRow,
  drawn: { seed: string | null; order: readonly string[] },
  entrants: readonly Entrant[],
  by: By,
  now: Date,
): Promise<void> {
  const places = new Map(drawn.order.map((id, index) => [id, index + 1]));
  await reorder(tx, entrants, places);
  await tx.update(release).set({ seed: drawn.seed, drawnAt: now }).where(eq(release.id, row.id));
  await record(tx, {
    ...{ eventId: camp.id, at: now, ...by, act: "draw_release", subjectId: null },
    to: String(places.size),
    ...(drawn.seed !== null && { detail: { seed: drawn.seed } }),
  });
}
