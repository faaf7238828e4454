/** Picking a card up and putting it down: one machine under a pointer, a finger and the keyboard. */
import { type Cell, onlyCell, sameCell } from "#domain/cell.ts";
import { placementOf } from "#domain/draft.ts";
import type { Placement } from "#domain/grid.ts";
import { onlyRun, type RunId, sameRun } from "#domain/run.ts";

/** The rows and columns that take sessions, and the tray where unplaced cards lie. */
export type Board = { slots: readonly string[]; rooms: readonly string[]; placements: readonly Placement[] };

/** Null for the tray. */
export type Spot = Cell | null;

export type Holding = RunId & { from: Spot; over: Spot };

export type Direction = "up" | "down" | "left" | "right";

/** What a card that was let go asks for; null when it lies where it was. */
export type Wish = (RunId & { act: "place"; cell: Cell }) | (RunId & { act: "take_off" }) | null;

/** Picks a card up from where it lies. */
export function pickUp(board: Board, run: RunId): Holding {
  const at = placementOf(board.placements, run);
  const from = at && onlyCell(at);
  return { ...onlyRun(run), from, over: from };
}

/** What the hand is about to hold: where runs stand, and which lie in the tray. */
type Lying = { placements: readonly Placement[]; unplaced: readonly RunId[] };

/**
 * The card in the hand, from where it lies by now: another desk may have moved it. The same where nobody did, and null
 * once there is no such run any more.
 */
export function heldNow({ placements, unplaced }: Lying, holding: Holding): Holding | null {
  const at = placementOf(placements, holding);
  if (!at && !unplaced.some((run) => sameRun(run, holding))) return null;
  const from = at && onlyCell(at);
  if (sameCell(from, holding.from)) return holding;
  return { ...holding, from, over: sameCell(holding.over, holding.from) ? from : holding.over };
}

/** Holds the card over a spot. */
export function hover(holding: Holding, over: Spot): Holding {
  return sameCell(holding.over, over) ? holding : { ...holding, over };
}

/**
 * Moves a held card one cell. From the tray every arrow leads to the first cell; past the last column lies the tray.
 */
export function step(board: Board, holding: Holding, direction: Direction): Holding {
  const { slots, rooms } = board;
  if (slots.length === 0 || rooms.length === 0) return holding;
  if (!holding.over) {
    const column = direction === "left" ? rooms.length - 1 : 0;
    return hover(holding, { slotId: slots[0]!, roomId: rooms[column]! });
  }
  const row = slots.indexOf(holding.over.slotId);
  const column = rooms.indexOf(holding.over.roomId);
  if (direction === "right" && column === rooms.length - 1) return hover(holding, null);
  const within = (n: number, length: number) => Math.max(0, Math.min(length - 1, n));
  const down = direction === "down" ? 1 : direction === "up" ? -1 : 0;
  const right = direction === "right" ? 1 : direction === "left" ? -1 : 0;
  return hover(holding, {
    slotId: slots[within(row + down, slots.length)]!,
    roomId: rooms[within(column + right, rooms.length)]!,
  });
}

/** Holds the card over the first slot of a day that takes sessions, in the room it is over. @param slots of that day */
export function overOnDay(board: Board, holding: Holding, slots: readonly { id: string }[]): Holding {
  const slot = slots.find(({ id }) => board.slots.includes(id));
  const roomId = holding.over?.roomId ?? board.rooms[0];
  return slot && roomId ? hover(holding, { slotId: slot.id, roomId }) : holding;
}

/** What letting go here asks for. */
export function letGo({ from, over, ...run }: Holding): Wish {
  if (sameCell(from, over)) return null;
  return over ? { act: "place", ...run, cell: over } : { act: "take_off", ...run };
}
