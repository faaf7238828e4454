/** The grid: what happens in which room in which slot, as a draft and as published. */
import type { PitchView } from "#domain/pitch.ts";
import type { PlanView } from "#domain/plan.ts";
import type { RoomView } from "#domain/room.ts";
import type { SlotView } from "#domain/slot.ts";

/** A session put in a cell. Pinned ones stay when a grid is suggested. */
export type Placement = { pitchId: string; slotId: string; roomId: string; pinned: boolean };

/** What moved between two publications; `from` is null for a new session, `to` for one taken off. */
export type GridChange = {
  pitchId: string;
  title: string;
  from: { slotId: string; roomId: string } | null;
  to: { slotId: string; roomId: string } | null;
};

/** A published version, frozen: it holds all it shows. */
export type GridView = {
  number: number;
  publishedAt: string;
  rooms: readonly RoomView[];
  slots: readonly SlotView[];
  sessions: readonly PitchView[];
  placements: readonly Placement[];
  /** Since the version before. */
  changes: readonly GridChange[];
};

/** The draft as organisers edit it. */
export type DraftView = {
  rooms: readonly RoomView[];
  slots: readonly SlotView[];
  placements: readonly Placement[];
  /** The last published number; 0 before the first. */
  published: number;
  /** How many placements differ from it. */
  unpublished: number;
  /** What the planner was asked and has found; null while it was not. */
  plan: PlanView | null;
};

/**
 * What moved from one set of placements to another, in the order of the later one.
 *
 * @param title says what a session is called
 */
export function changesBetween(
  before: readonly Placement[],
  after: readonly Placement[],
  title: (pitchId: string) => string,
): GridChange[] {
  const cell = (placement: Placement | undefined) =>
    placement ? { slotId: placement.slotId, roomId: placement.roomId } : null;
  const was = new Map(before.map((placement) => [placement.pitchId, placement]));
  const is = new Map(after.map((placement) => [placement.pitchId, placement]));
  const ids = [...is.keys(), ...[...was.keys()].filter((id) => !is.has(id))];
  return ids
    .map((pitchId) => ({
      pitchId,
      title: title(pitchId),
      from: cell(was.get(pitchId)),
      to: cell(is.get(pitchId)),
    }))
    .filter(({ from, to }) => from?.slotId !== to?.slotId || from?.roomId !== to?.roomId);
}

export const WARNINGS = ["host_twice", "room_small", "need_unmet"] as const;
export type WarningKind = (typeof WARNINGS)[number];

/** Something a person should look at. It never blocks. */
export type GridWarning =
  | { kind: "host_twice"; pitchId: string; slotId: string; host: string }
  | { kind: "room_small"; pitchId: string; slotId: string; expected: number; capacity: number }
  | { kind: "need_unmet"; pitchId: string; slotId: string; need: string };
