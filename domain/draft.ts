/**
 * Editing the draft grid. Every act is an edit, which has an inverse, and which the desk can show before the server
 * has answered.
 */
import type { DraftView, PitchFacts, Placement } from "#domain/grid.ts";
import type { PitchView } from "#domain/pitch.ts";

export type Cell = { slotId: string; roomId: string };

/** Placements of the same sessions before and after. A session in neither list is left alone. */
export type Edit = { before: readonly Placement[]; after: readonly Placement[] };

export const EDITS = ["place", "take_off", "pin", "suggest"] as const;
export type EditAct = (typeof EDITS)[number];

/** What the person saw when they let go: where the session was, and who was in the cell. */
export type Seen = { from: Cell | null; occupant: string | null };

/** The draft as of a version of the camp. */
export type Desk = { v: number; draft: DraftView };

/** What an act changed, and the version of the camp that has it. */
export type Changed = { v: number; edit: Edit };

export type Card = PitchFacts & { pitch: PitchView; hands: number };

export const sameCell = (a: Cell | null, b: Cell | null): boolean =>
  a?.slotId === b?.slotId && a?.roomId === b?.roomId;

/** Where a session is, or null. */
export function placementOf(draft: readonly Placement[], pitchId: string): Placement | null {
  return draft.find((placement) => placement.pitchId === pitchId) ?? null;
}

/** What is in a cell, or null. */
export function occupantOf(draft: readonly Placement[], cell: Cell): Placement | null {
  return draft.find((placement) => sameCell(placement, cell)) ?? null;
}

/**
 * Puts a session into a cell; whatever is there goes to where it came from, or back to the tray. A session keeps its
 * pin. Null when it is there already.
 */
export function placing(draft: readonly Placement[], pitchId: string, cell: Cell): Edit | null {
  const from = placementOf(draft, pitchId);
  const other = occupantOf(draft, cell);
  if (other?.pitchId === pitchId) return null;
  const after: Placement[] = [{ pitchId, ...onlyCell(cell), pinned: from?.pinned ?? false }];
  if (other && from) after.push({ ...other, ...onlyCell(from) });
  return { before: [from, other].filter((placement) => placement !== null), after };
}

/** Takes a session off the grid; null when it is not on it. */
export function takingOff(draft: readonly Placement[], pitchId: string): Edit | null {
  const from = placementOf(draft, pitchId);
  return from && { before: [from], after: [] };
}

/** Pins a session where it is, or lets go of it; null when there is nothing to change. */
export function pinning(draft: readonly Placement[], pitchId: string, pinned: boolean): Edit | null {
  const from = placementOf(draft, pitchId);
  return from && from.pinned !== pinned ? { before: [from], after: [{ ...from, pinned }] } : null;
}

/** Takes a whole suggested grid; only what differs is part of the edit. Null when nothing does. */
export function suggesting(draft: readonly Placement[], suggested: readonly Placement[]): Edit | null {
  const stays = (placement: Placement, others: readonly Placement[]) =>
    sameCell(placement, placementOf(others, placement.pitchId));
  const before = draft.filter((placement) => !stays(placement, suggested));
  const after = suggested.filter((placement) => !stays(placement, draft));
  return before.length + after.length > 0 ? { before, after } : null;
}

export const inverse = ({ before, after }: Edit): Edit => ({ before: after, after: before });

/** Whether the sessions of an edit are still as they were before it, and its cells free for it. */
export function fits(draft: readonly Placement[], edit: Edit): boolean {
  const touched = touchedBy(edit);
  const asBefore = touched.every((id) => sameState(placementOf(draft, id), placementOf(edit.before, id)));
  return (
    asBefore &&
    edit.after.every((placement) => {
      const there = occupantOf(draft, placement);
      return !there || touched.includes(there.pitchId);
    })
  );
}

/** The draft after an edit. */
export function edited(draft: readonly Placement[], edit: Edit): Placement[] {
  const touched = touchedBy(edit);
  return [...draft.filter((placement) => !touched.includes(placement.pitchId)), ...edit.after];
}

/** The sessions an edit changes. */
export function touchedBy({ before, after }: Edit): string[] {
  return [...new Set([...before, ...after].map((placement) => placement.pitchId))];
}

const onlyCell = ({ slotId, roomId }: Cell): Cell => ({ slotId, roomId });

const sameState = (a: Placement | null, b: Placement | null): boolean =>
  sameCell(a, b) && (a?.pinned ?? false) === (b?.pinned ?? false);
