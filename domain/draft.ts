/**
 * Editing the draft grid. Every act is an edit, which has an inverse, and which the desk can show before the server
 * has answered.
 */
import { type Cell, cellsOf, isWhole, meet, onlyCell, sameCell } from "#domain/cell.ts";
import type { DraftView, PitchFacts, Placement } from "#domain/grid.ts";
import type { PitchView } from "#domain/pitch.ts";
import { keyOf, onlyRun, type RunId, sameRun } from "#domain/run.ts";
import { type Shape, type Shapes, sameShape, shapeOf } from "#domain/shape.ts";

/** What an edit is decided on: what stands, in which slots, and how long sessions are. */
export type Arranging = Pick<DraftView, "placements" | "slots"> & { pitches: Shapes };

/** How long a session is and how often it runs, before and after. */
type Reshaped = { pitchId: string; before: Shape; after: Shape };

/**
 * Placements of the same runs before and after, and what was decided of sessions besides, each once. A run in neither list
 * is left alone.
 */
export type Edit = {
  before: readonly Placement[];
  after: readonly Placement[];
  shapes?: readonly Reshaped[];
};

export const EDITS = [
  "place",
  "take_off",
  "pin",
  "suggest",
  "lengthen",
  "shorten",
  "run_again",
  "run_less",
] as const;
export type EditAct = (typeof EDITS)[number];

/** What the person saw when they let go: where the run was, and whose the cells were, as `keyOf` names them. */
export type Seen = { from: Cell | null; there: readonly string[] };

/** The draft as of a version of the camp. */
export type Desk = { v: number; draft: DraftView };

/** What an act changed, and the version of the camp that has it. */
export type Changed = { v: number; edit: Edit };

export type Card = PitchFacts & { pitch: PitchView; hands: number };

/** Where a run is, or null. */
export function placementOf<Of extends RunId>(draft: readonly Of[], run: RunId): Of | null {
  return draft.find((placement) => sameRun(placement, run)) ?? null;
}

/** How many sessions stand, each once, however often it runs. */
export const countPlaced = (placements: readonly RunId[]): number =>
  new Set(placements.map(({ pitchId }) => pitchId)).size;

/** What is in a cell, also as the second half of a long session, or null. */
export function occupantOf(
  { placements, slots }: Pick<Arranging, "placements" | "slots">,
  cell: Cell,
): Placement | null {
  return placements.find((it) => cellsOf(it, slots).some((taken) => sameCell(taken, cell))) ?? null;
}

/** What a run would stand in from a cell on: as long as its session is, pinned as it was. */
export function standingAt({ placements, pitches }: Arranging, run: RunId, cell: Cell): Placement {
  const { length } = shapeOf(pitches, run.pitchId);
  const pinned = placementOf(placements, run)?.pinned ?? false;
  return { ...onlyRun(run), ...onlyCell(cell), length, pinned };
}

/** Whose cells a run would take from a cell on, in the order of the slots. */
export function inTheWay(arranging: Arranging, run: RunId, cell: Cell): Placement[] {
  const { placements, slots } = arranging;
  const to = standingAt(arranging, run, cell);
  const at = (it: Placement) => slots.findIndex(({ id }) => id === it.slotId);
  return placements.filter((it) => !sameRun(it, run) && meet(it, to, slots)).sort((a, b) => at(a) - at(b));
}

/**
 * Puts a run into a cell, and a long one into the next as well; whatever is there goes to where it came from, as far as
 * it fits there, or back to the tray. A run keeps its pin. Null when it is there already, or would run on past the slots
 * of the day (`isWhole`).
 */
export function placing(arranging: Arranging, run: RunId, cell: Cell): Edit | null {
  const { placements, slots } = arranging;
  const from = placementOf(placements, run);
  const to = standingAt(arranging, run, cell);
  if (!isWhole(to, slots) || sameState(from, to)) return null;
  const others = inTheWay(arranging, run, cell);
  const stay = placements.filter((it) => !sameRun(it, run) && !others.includes(it));
  const after = [to];
  for (const other of others) {
    const spots = (from ? cellsOf(from, slots) : []).map((left) => ({ ...other, ...left }));
    const spot = spots.find((it) => isWhole(it, slots) && isFree([...stay, ...after], it, slots));
    if (spot) after.push(spot);
  }
  return { before: [...(from ? [from] : []), ...others], after };
}

/** Takes a run off the grid; null when it is not on it. */
export function takingOff(draft: readonly Placement[], run: RunId): Edit | null {
  const from = placementOf(draft, run);
  return from && { before: [from], after: [] };
}

/** Pins a run where it is, or lets go of it; null when there is nothing to change. */
export function pinning(draft: readonly Placement[], run: RunId, pinned: boolean): Edit | null {
  const from = placementOf(draft, run);
  return from && from.pinned !== pinned ? { before: [from], after: [{ ...from, pinned }] } : null;
}

/** Takes a whole suggested grid; only what differs is part of the edit. Null when nothing does. */
export function suggesting(draft: readonly Placement[], suggested: readonly Placement[]): Edit | null {
  const stays = (placement: Placement, others: readonly Placement[]) => {
    const other = placementOf(others, placement);
    return sameSpan(placement, other);
  };
  const before = draft.filter((placement) => !stays(placement, suggested));
  const after = suggested.filter((placement) => !stays(placement, draft));
  return before.length + after.length > 0 ? { before, after } : null;
}

/** An edit as it was kept before there were longer sessions, several runs of one, and decisions about several at once. */
export function keptEdit({ before, after, shape, shapes }: Edit & { shape?: Reshaped }): Edit {
  const kept = (all: readonly Partial<Placement>[]) =>
    all.map((it) => ({ copy: 0, length: 1, ...it }) as Placement);
  const decided = shapes ?? (shape && [shape]);
  return { before: kept(before), after: kept(after), ...(decided && { shapes: decided }) };
}

export const inverse = ({ before, after, shapes }: Edit): Edit => ({
  ...{ before: after, after: before },
  ...(shapes && { shapes: shapes.map((it) => ({ ...it, before: it.after, after: it.before })) }),
});

/**
 * Whether the runs of an edit are still as they were before it, its cells free for it, and its sessions as long and as
 * often as it has them. What it puts somewhere has all its slots there; what was cut short where it stands may stay so.
 */
export function fits(arranging: Arranging, edit: Edit): boolean {
  const { placements, slots, pitches } = arranging;
  const touched = new Set(touchedBy(edit));
  const asBefore = [...edit.before, ...edit.after].every((it) =>
    sameState(placementOf(placements, it), placementOf(edit.before, it)),
  );
  const decided = (edit.shapes ?? []).every((it) => sameShape(shapeOf(pitches, it.pitchId), it.before));
  if (!asBefore || !decided) return false;
  const shapes = edited(arranging, edit);
  const others = placements.filter((it) => !touched.has(keyOf(it)));
  const stays = (it: Placement) => sameSpan(it, placementOf(edit.before, it));
  const asShaped = ({ pitchId }: Pick<Placement, "pitchId">) => {
    const { length, runs } = shapeOf(shapes.pitches, pitchId);
    const all = shapes.placements.filter((it) => it.pitchId === pitchId);
    return all.length <= runs && all.every((it) => it.length === length);
  };
  // Also what somebody else has placed of a session that is shaped.
  if (![...edit.after, ...(edit.shapes ?? [])].every(asShaped)) return false;
  return edit.after.every((it) => isFree(others, it, slots) && (stays(it) || isWhole(it, slots)));
}

/** The draft after an edit. */
export function edited(
  { placements, pitches }: Pick<Arranging, "placements" | "pitches">,
  edit: Edit,
): Pick<Arranging, "placements" | "pitches"> {
  const touched = new Set(touchedBy(edit));
  return {
    placements: [...placements.filter((it) => !touched.has(keyOf(it))), ...edit.after],
    pitches: {
      ...pitches,
      ...Object.fromEntries(
        (edit.shapes ?? []).map(({ pitchId, after }) => [pitchId, { ...pitches[pitchId], shape: after }]),
      ),
    },
  };
}

/** The runs an edit changes, by their keys. */
export function touchedBy({ before, after }: Edit): string[] {
  return [...new Set([...before, ...after].map(keyOf))];
}

/** Whether nothing stands in any cell of a placement. */
export const isFree = (placements: readonly Placement[], it: Placement, slots: Arranging["slots"]): boolean =>
  !placements.some((other) => meet(other, it, slots));

const sameSpan = (a: Placement | null, b: Placement | null): boolean =>
  sameCell(a, b) && a?.length === b?.length;

const sameState = (a: Placement | null, b: Placement | null): boolean =>
  sameSpan(a, b) && (a?.pinned ?? false) === (b?.pinned ?? false);
