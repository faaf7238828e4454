/** Edits of the draft grid. Editors queue for its placements; for an empty cell placement_one_per_cell decides. */
import { and, eq, exists, inArray } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database } from "#db/connection.ts";
import { listSlots } from "#db/draft.ts";
import { permitted } from "#db/event.ts";
import { bump, bumpProblem } from "#db/live.ts";
import { standing } from "#db/pitch/standing.ts";
import { deletePlacements, insertPlacements, lockPlacements, readShapes } from "#db/placement.ts";
import { pitch } from "#db/schema/pitch.ts";
import { room } from "#db/schema/room.ts";
import { slot } from "#db/schema/slot.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { refereed } from "#db/violation.ts";
import { type Cell, isWhole, sameCell } from "#domain/cell.ts";
import {
  type Arranging,
  type Changed,
  type Edit,
  type EditAct,
  inTheWay,
  pinning,
  placementOf,
  placing,
  type Seen,
  standingAt,
  takingOff,
} from "#domain/draft.ts";
import type { Refusal } from "#domain/refusal.ts";
import { type ReshapeRefusal, type Reshaping, reshaping } from "#domain/reshaping.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import { keyOf, type RunId } from "#domain/run.ts";
import { copiesOf, type Shape } from "#domain/shape.ts";
import type { May } from "#domain/viewer.ts";

export type EditRefusal = "not_found" | "not_open" | "cell_taken" | "no_slot_after" | "changed_meanwhile";

/**
 * Puts a run of a session into a cell; whatever the person saw there swaps with it.
 * @returns refused `changed_meanwhile` when the run was moved since, `cell_taken` when the cells hold something else than
 *   they saw, `no_slot_after` for a long session where no slot of that day follows, `not_found` for a run, slot or room
 *   that is not this camp's
 */
export async function place(
  db: Database,
  crew: May<"arrange">,
  { cell, seen, ...run }: RunId & { cell: Cell; seen: Seen },
  now: Date,
): Promise<Result<Changed | null, EditRefusal>> {
  return edit(db, crew, "place", now, async (tx, known) => {
    const shape = await shapeToPlace(tx, crew.eventId, run.pitchId, cell);
    if (!shape) return refused("not_found");
    const draft = { ...known, pitches: { ...known.pitches, [run.pitchId]: { shape } } };
    if (!copiesOf(draft.placements, draft.pitches, run.pitchId).includes(run.copy))
      return refused("not_found");
    if (!sameCell(placementOf(draft.placements, run), seen.from)) return refused("changed_meanwhile");
    const there = inTheWay(draft, run, cell).map(keyOf);
    if (there.sort().join() !== [...seen.there].sort().join()) return refused("cell_taken");
    if (!isWhole(standingAt(draft, run, cell), draft.slots)) return refused("no_slot_after");
    return granted(placing(draft, run, cell));
  });
}

/** Refused `changed_meanwhile` when the run is not where the person saw it. */
export async function takeOff(
  db: Database,
  crew: May<"arrange">,
  { from, ...run }: RunId & { from: Cell },
  now: Date,
): Promise<Result<Changed | null, EditRefusal>> {
  return edit(db, crew, "take_off", now, async (_, { placements }) => {
    if (!sameCell(placementOf(placements, run), from)) return refused("changed_meanwhile");
    return granted(takingOff(placements, run));
  });
}

/** A pinned run is left where it is by suggestions. Refused `not_found` unless it is placed. */
export async function pin(
  db: Database,
  crew: May<"arrange">,
  { pinned, ...run }: RunId & { pinned: boolean },
  now: Date,
): Promise<Result<Changed | null, EditRefusal>> {
  return edit(db, crew, "pin", now, async (_, { placements }) => {
    if (!placementOf(placements, run)) return refused("not_found");
    return granted(pinning(placements, run, pinned));
  });
}

/**
 * Decides over how many slots a session goes, and how often it runs.
 * @returns refused `not_found` for a pitch that does not stand, `no_slot_after` and `slot_after_taken` when it stands where
 *   it cannot go on, `runs_enough` when it runs as often as a session may
 */
export async function reshape(
  db: Database,
  crew: May<"arrange">,
  { act, ...run }: RunId & { act: Reshaping },
  now: Date,
): Promise<Result<Changed | null, EditRefusal | ReshapeRefusal>> {
  return edit<EditRefusal | ReshapeRefusal>(db, crew, act, now, async (tx) => {
    const which = and(eq(pitch.id, run.pitchId), eq(pitch.eventId, crew.eventId), standing);
    const found = await tx.select({ id: pitch.id }).from(pitch).where(which).for("update");
    if (found.length === 0) return refused("not_found");
    // Read again: whoever put it somewhere meanwhile was waited for.
    const decided = reshaping(await lockDraft(tx, crew.eventId), run, act);
    return typeof decided === "string" ? refused(decided) : granted(decided);
  });
}

type Decide<R extends Refusal> = (tx: Transaction, draft: Arranging) => Promise<Result<Edit | null, R>>;

/** One edit of the draft, decided on what is locked and logged. @returns what it changed; null when that is nothing */
export async function edit<R extends Refusal = EditRefusal>(
  db: Database,
  crew: May<"arrange">,
  act: EditAct,
  now: Date,
  decide: Decide<R>,
): Promise<Result<Changed | null, R | EditRefusal>> {
  return refereed(
    { placement_one_per_cell: "cell_taken", placement_pitch_id_copy_pk: "changed_meanwhile" },
    () =>
      transact<Changed | null, R | "not_open">(db, async (tx) => {
        if (!(await permitted(tx, crew.eventId, "arrange"))) return refused("not_open");
        const draft = await lockDraft(tx, crew.eventId);
        const decided = await decide(tx, draft);
        if (!decided.ok || decided.value === null) return decided.ok ? granted(null) : decided;
        const written = await writeEdit(tx, crew.eventId, decided.value, draft.slots);
        await record(tx, {
          eventId: crew.eventId,
          at: now,
          actor: "crew",
          actorId: crew.personId,
          act,
          subjectId: subjectOf(decided.value),
          detail: decided.value,
        });
        return granted({ v: await tell(tx, crew.eventId, act, decided.value), edit: written });
      }),
  );
}

const subjectOf = ({ before, after, shapes }: Edit): string | null =>
  shapes?.[0]?.pitchId ?? after[0]?.pitchId ?? before[0]?.pitchId ?? null;

/** An edit by hand changes the planner's problem. Taking a suggestion keeps the rest of it on offer. */
export function tell(tx: Transaction, eventId: string, act: EditAct, { shapes }: Edit): Promise<number> {
  if (act === "suggest") return bump(tx, eventId, ["draft"]);
  return bumpProblem(tx, eventId, [shapes ? "draft" : "placements"]);
}

/** What an edit is decided on. Whoever edits meanwhile waits for this transaction. */
export async function lockDraft(tx: Transaction, eventId: string): Promise<Arranging> {
  const placements = await lockPlacements(tx, eventId);
  return { placements, slots: await listSlots(tx, eventId), pitches: await readShapes(tx, eventId) };
}

/**
 * Deletes, then inserts: a swap never breaks the one-per-cell key. A pitch being withdrawn is waited for and left out; one
 * whose length is being changed is as long as it is then. @param slots of the camp
 * @returns the edit as it was written
 */
export async function writeEdit(
  tx: Transaction,
  eventId: string,
  change: Edit,
  slots: Arranging["slots"],
): Promise<Edit> {
  const { before, shapes = [] } = change;
  await deletePlacements(tx, eventId, [...before, ...change.after]);
  for (const { pitchId, after } of shapes)
    await tx
      .update(pitch)
      .set(after)
      .where(and(eq(pitch.id, pitchId), eq(pitch.eventId, eventId)));
  const ids = change.after.map(({ pitchId }) => pitchId);
  const there = await tx
    .select({ id: pitch.id, length: pitch.length })
    .from(pitch)
    .where(and(inArray(pitch.id, ids), standing))
    .for("share");
  const lengths = new Map(there.map(({ id, length }) => [id, length]));
  const after = change.after.flatMap((one) => {
    const length = lengths.get(one.pitchId);
    return length ? [{ ...one, length }] : [];
  });
  await insertPlacements(tx, eventId, after, slots);
  return { ...change, after };
}

/**
 * How long a pitch is and how often it runs, where it can be put there; else null. One being withdrawn is waited for:
 * placed meanwhile, it would stay on the grid for good; and so is one that is being made longer.
 */
async function shapeToPlace(
  tx: Transaction,
  eventId: string,
  pitchId: string,
  { slotId, roomId }: Cell,
): Promise<Shape | null> {
  const session = and(eq(slot.id, slotId), eq(slot.eventId, eventId), eq(slot.kind, "session"));
  const here = and(eq(room.id, roomId), eq(room.eventId, eventId));
  const [found] = await tx
    .select({ length: pitch.length, runs: pitch.runs })
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
  return found ?? null;
}
