/** Edits of the draft grid. Editors queue for its placements; for an empty cell placement_one_per_cell decides. */
import { and, asc, eq, exists, inArray } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database } from "#db/connection.ts";
import { permitted } from "#db/event.ts";
import { bump, bumpProblem } from "#db/live.ts";
import { standing } from "#db/pitch/standing.ts";
import { placement } from "#db/schema/grid.ts";
import { pitch } from "#db/schema/pitch.ts";
import { room } from "#db/schema/room.ts";
import { slot } from "#db/schema/slot.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { refereed } from "#db/violation.ts";
import {
  type Cell,
  type Changed,
  type Edit,
  type EditAct,
  occupantOf,
  pinning,
  placementOf,
  placing,
  type Seen,
  sameCell,
  takingOff,
  touchedBy,
} from "#domain/draft.ts";
import type { Placement } from "#domain/grid.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

export type EditRefusal = "not_found" | "not_open" | "cell_taken" | "changed_meanwhile";

/**
 * Puts a session into a cell; whatever the person saw there swaps with it.
 * @returns refused `changed_meanwhile` when the session was moved since, `cell_taken` when the cell holds something
 *   else than they saw, `not_found` for a session, slot or room that is not this camp's
 */
export async function place(
  db: Database,
  crew: May<"arrange">,
  { pitchId, cell, seen }: { pitchId: string; cell: Cell; seen: Seen },
  now: Date,
): Promise<Result<Changed | null, EditRefusal>> {
  return edit(db, crew, "place", now, async (tx, draft) => {
    if (!(await takesSessions(tx, crew.eventId, pitchId, cell))) return refused("not_found");
    if (!sameCell(placementOf(draft, pitchId), seen.from)) return refused("changed_meanwhile");
    if ((occupantOf(draft, cell)?.pitchId ?? null) !== seen.occupant) return refused("cell_taken");
    return granted(placing(draft, pitchId, cell));
  });
}

/** Refused `changed_meanwhile` when the session is not where the person saw it. */
export async function takeOff(
  db: Database,
  crew: May<"arrange">,
  { pitchId, from }: { pitchId: string; from: Cell },
  now: Date,
): Promise<Result<Changed | null, EditRefusal>> {
  return edit(db, crew, "take_off", now, async (_, draft) => {
    if (!sameCell(placementOf(draft, pitchId), from)) return refused("changed_meanwhile");
    return granted(takingOff(draft, pitchId));
  });
}

/** A pinned session is left where it is by suggestions. Refused `not_found` unless it is placed. */
export async function pin(
  db: Database,
  crew: May<"arrange">,
  { pitchId, pinned }: { pitchId: string; pinned: boolean },
  now: Date,
): Promise<Result<Changed | null, EditRefusal>> {
  return edit(db, crew, "pin", now, async (_, draft) => {
    if (!placementOf(draft, pitchId)) return refused("not_found");
    return granted(pinning(draft, pitchId, pinned));
  });
}

type Decide = (tx: Transaction, draft: readonly Placement[]) => Promise<Result<Edit | null, EditRefusal>>;

/** One edit of the draft, decided on what is locked and logged. @returns what it changed; null when that is nothing */
export async function edit(
  db: Database,
  crew: May<"arrange">,
  act: EditAct,
  now: Date,
  decide: Decide,
): Promise<Result<Changed | null, EditRefusal>> {
  return refereed({ placement_one_per_cell: "cell_taken", placement_pkey: "changed_meanwhile" }, () =>
    transact(db, async (tx) => {
      if (!(await permitted(tx, crew.eventId, "arrange"))) return refused("not_open");
      const decided = await decide(tx, await lockPlacements(tx, crew.eventId));
      if (!decided.ok || decided.value === null) return decided.ok ? granted(null) : decided;
      const written = await writeEdit(tx, crew.eventId, decided.value);
      await record(tx, {
        eventId: crew.eventId,
        at: now,
        actor: "crew",
        actorId: crew.personId,
        act,
        subjectId: decided.value.after[0]?.pitchId ?? decided.value.before[0]?.pitchId ?? null,
        detail: decided.value,
      });
      // An edit by hand changes the planner's problem. Taking a suggestion keeps the rest of it on offer.
      const v =
        act === "suggest"
          ? await bump(tx, crew.eventId, ["draft"])
          : await bumpProblem(tx, crew.eventId, ["placements"]);
      return granted({ v, edit: written });
    }),
  );
}

/** Locked in one order, so that two editors queue and never deadlock. */
export async function lockPlacements(tx: Transaction, eventId: string): Promise<Placement[]> {
  const rows = await tx
    .select()
    .from(placement)
    .where(eq(placement.eventId, eventId))
    .orderBy(asc(placement.pitchId))
    .for("update");
  return rows.map(({ pitchId, slotId, roomId, pinned }) => ({ pitchId, slotId, roomId, pinned }));
}

/**
 * Deletes, then inserts: a swap never breaks the one-per-cell key. A pitch being withdrawn is waited for and left out.
 * @returns the edit without it
 */
export async function writeEdit(tx: Transaction, eventId: string, change: Edit): Promise<Edit> {
  await tx
    .delete(placement)
    .where(and(eq(placement.eventId, eventId), inArray(placement.pitchId, touchedBy(change))));
  const ids = change.after.map((after) => after.pitchId);
  const there = await tx
    .select({ id: pitch.id })
    .from(pitch)
    .where(and(inArray(pitch.id, ids), standing))
    .for("share");
  const after = change.after.filter(({ pitchId }) => there.some(({ id }) => id === pitchId));
  if (after.length > 0) await tx.insert(placement).values(after.map((one) => ({ ...one, eventId })));
  return { before: change.before, after };
}

/** A pitch being withdrawn is waited for: placed meanwhile, it would stay on the grid for good. */
async function takesSessions(
  tx: Transaction,
  eventId: string,
  pitchId: string,
  { slotId, roomId }: Cell,
): Promise<boolean> {
  const session = and(eq(slot.id, slotId), eq(slot.eventId, eventId), eq(slot.kind, "session"));
  const here = and(eq(room.id, roomId), eq(room.eventId, eventId));
  const found = await tx
    .select({ id: pitch.id })
    .from(pitch)
    .where(
      and(
        eq(pitch.id, pitchId),
        eq(pitch.eventId, eventId),
        standing,
        exists(tx.select().from(slot).where(session)),
        exists(tx.select().from(room).where(here)),
      ),
    )
    .for("share");
  return found.length === 1;
}
