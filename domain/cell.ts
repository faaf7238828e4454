/** In which cells a session stands: a long one also in the next slot of its day. */
import type { SlotView } from "#domain/slot.ts";

export type Cell = { slotId: string; roomId: string };

/** Over how many slots of a day a session goes. */
export const LENGTHS = [1, 2] as const;
export type Length = (typeof LENGTHS)[number];

/** A session from its first cell on. */
export type Spanning = Cell & { length: Length };

/** The slots of a grid in order of time, as far as cells go. */
export type Slots = readonly Pick<SlotView, "id" | "number">[];

export const sameCell = (a: Cell | null, b: Cell | null): boolean =>
  a?.slotId === b?.slotId && a?.roomId === b?.roomId;

export const onlyCell = ({ slotId, roomId }: Cell): Cell => ({ slotId, roomId });

/**
 * The cells of a session, its first one first. Of a long one that would run on into a break, or past the end of its day,
 * only those there are (`isWhole`).
 */
export function cellsOf({ slotId, roomId, length }: Spanning, slots: Slots): Cell[] {
  const at = slots.findIndex(({ id }) => id === slotId);
  const [first, ...next] = slots.slice(Math.max(0, at), at + length);
  if (at < 0 || !first) return [{ slotId, roomId }];
  // Slots of sessions are numbered by day, so that the first one of the next day does not go on from the last of this.
  const on = first.number > 0 ? next.filter(({ number }, n) => number === first.number + n + 1) : [];
  return [first, ...on].map(({ id }) => ({ slotId: id, roomId }));
}

/** Whether a session has as many slots from there on, one after the other on one day, as it takes. */
export const isWhole = (it: Spanning, slots: Slots): boolean => cellsOf(it, slots).length === it.length;

/** Whether two sessions have a cell in common. */
export function meet(a: Spanning, b: Spanning, slots: Slots): boolean {
  const taken = cellsOf(a, slots);
  return cellsOf(b, slots).some((cell) => taken.some((it) => sameCell(it, cell)));
}

/**
 * The long sessions that find no place where they stand once these are the slots: none follows on their day, or one in
 * which somebody else stands. @param placements of which none has its slots taken away
 */
export function strandedBy<Of extends Spanning>(placements: readonly Of[], slots: Slots): Of[] {
  const stay = placements.filter(({ length }) => length === 1);
  const stranded: Of[] = [];
  for (const it of placements.filter(({ length }) => length > 1)) {
    const fits = isWhole(it, slots) && !stay.some((other) => meet(other, it, slots));
    (fits ? stay : stranded).push(it);
  }
  return stranded;
}
