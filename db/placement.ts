/** What stands in the cells of the draft, with a row for each cell that is taken, so that no two ever have one in common. */
import { and, asc, eq, or, sql } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { insertAll } from "#db/insert.ts";
import { placement, takenCell } from "#db/schema/grid.ts";
import { pitch } from "#db/schema/pitch.ts";
import type { Transaction } from "#db/transaction.ts";
import { cellsOf, type Slots } from "#domain/cell.ts";
import type { Placement } from "#domain/grid.ts";
import type { RunId } from "#domain/run.ts";
import type { Shapes } from "#domain/shape.ts";

const { pitchId, copy, slotId, roomId, length, pinned } = placement;
const COLUMNS = { pitchId, copy, slotId, roomId, length, pinned };

/** In the order of the pitches' ids and their copies, at most one in a cell. */
export function listPlacements(db: Store, eventId: string): Promise<Placement[]> {
  return db
    .select(COLUMNS)
    .from(placement)
    .where(eq(placement.eventId, eventId))
    .orderBy(asc(placement.pitchId), asc(placement.copy));
}

/** Locked in one order, so that two editors queue and never deadlock. */
export function lockPlacements(tx: Transaction, eventId: string): Promise<Placement[]> {
  return tx
    .select(COLUMNS)
    .from(placement)
    .where(eq(placement.eventId, eventId))
    .orderBy(asc(placement.pitchId), asc(placement.copy))
    .for("update");
}

/**
 * Puts sessions into cells that are free. @param slots of the camp, in order of time
 * @throws a violation of `placement_one_per_cell` where somebody else has one of the cells
 */
export async function insertPlacements(
  tx: Transaction,
  eventId: string,
  placements: readonly Placement[],
  slots: Slots,
): Promise<void> {
  if (placements.length === 0) return;
  await insertAll(
    tx,
    placement,
    placements.map((one) => ({ ...one, eventId })),
  );
  const taken = placements.flatMap((one) =>
    cellsOf(one, slots).map((cell) => ({ ...cell, pitchId: one.pitchId, copy: one.copy })),
  );
  await insertAll(tx, takenCell, taken);
}

/** Takes runs out of their cells. */
export async function deletePlacements(
  tx: Transaction,
  eventId: string,
  runs: readonly RunId[],
): Promise<void> {
  if (runs.length === 0) return;
  const which = runs.map((run) => and(eq(placement.pitchId, run.pitchId), eq(placement.copy, run.copy)));
  await tx.delete(placement).where(and(eq(placement.eventId, eventId), or(...which)));
}

/** How long the camp's sessions are and how often they run, of those that are not as most. */
export async function readShapes(db: Store, eventId: string): Promise<Shapes> {
  const rows = await db
    .select({ id: pitch.id, length: pitch.length, runs: pitch.runs })
    .from(pitch)
    .where(and(eq(pitch.eventId, eventId), sql`(${pitch.length}, ${pitch.runs}) <> (1, 1)`));
  return Object.fromEntries(rows.map(({ id, ...shape }) => [id, { shape }]));
}

/** Writes anew which cells are taken, after the slots of a camp changed. @param slots as they are now */
export async function settleCells(tx: Transaction, eventId: string, slots: Slots): Promise<void> {
  const long = (await listPlacements(tx, eventId)).filter(({ length }) => length > 1);
  await deletePlacements(tx, eventId, long);
  await insertPlacements(tx, eventId, long, slots);
}
