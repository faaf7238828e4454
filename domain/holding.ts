/** Picking a card up and putting it down: one machine under a pointer, a finger and the keyboard. */
import { type Cell, placementOf, sameCell } from "#domain/draft.ts";
import type { Placement } from "#domain/grid.ts";

/** The rows and columns that take sessions, and the tray where unplaced cards lie. */
export type Board = { slots: readonly string[]; rooms: readonly string[]; placements: readonly Placement[] };

/** Null for the tray. */
export type Spot = Cell | null;

export type Holding = { pitchId: string; from: Spot; over: Spot };

export type Direction = "up" | "down" | "left" | "right";

/** What a card that was let go asks for; null when it lies where it was. */
export type Wish =
  | { act: "place"; pitchId: string; cell: Cell }
  | { act: "take_off"; pitchId: string }
  | null;

/** Picks a card up from where it lies. */
export function pickUp(board: Board, pitchId: string): Holding {
  const at = placementOf(board.placements, pitchId);
  const from = at && { slotId: at.slotId, roomId: at.roomId };
  return { pitchId, from, over: from };
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

/** What letting go here asks for. */
export function letGo({ pitchId, from, over }: Holding): Wish {
  if (sameCell(from, over)) return null;
  return over ? { act: "place", pitchId, cell: over } : { act: "take_off", pitchId };
}
