/** A repair of the day: a room has gone, it is full, a host is ill, a slot is lost; and what moves because of it. */
import { type Cell, type Length, onlyCell, sameCell } from "#domain/cell.ts";
import { type Edit, placementOf, suggesting } from "#domain/draft.ts";
import type { Arranged, Placement } from "#domain/grid.ts";
import { offAt, type RoomOff } from "#domain/room-off.ts";
import { keyOf, onlyRun, type Run, type RunId, runsOf } from "#domain/run.ts";
import { hasBegun, type SlotView } from "#domain/slot.ts";

export const TROUBLES = ["room_gone", "full", "host_ill", "slot_lost"] as const;
export type TroubleKind = (typeof TROUBLES)[number];

/** What has happened, and where. A room has gone for the slots named, of which none is over. */
export type Trouble =
  | { kind: "room_gone"; roomId: string; slotIds: readonly string[] }
  | { kind: "full" | "host_ill"; key: string }
  | { kind: "slot_lost"; slotId: string };

/** One run of a pitch goes from a cell to another, or off the grid; or comes back onto it. */
export type RunMove = RunId & { from: Cell | null; to: Cell | null };

/** A room that is switched off by a repair, in these slots. */
export type Closing = { roomId: string; slotIds: readonly string[] };

/** What a repair does. */
export type Repairing = { moves: readonly RunMove[]; closes: readonly Closing[] };

/** The runs that a trouble is about: those alone may move though they are on, or pinned. */
export function concernedBy(grid: Arranged, trouble: Trouble): Run[] {
  return runsOf(grid).filter((run) => {
    if (trouble.kind === "room_gone")
      return (
        run.roomId === trouble.roomId && slotsOfRun(grid, run).some((id) => trouble.slotIds.includes(id))
      );
    if (trouble.kind === "slot_lost") return slotsOfRun(grid, run).includes(trouble.slotId);
    return run.key === trouble.key;
  });
}

/** The slots a run fills, by id. */
export function slotsOfRun({ slots }: Pick<Arranged, "slots">, { startsAt, endsAt }: Run): string[] {
  const [from, until] = [Date.parse(startsAt), Date.parse(endsAt)];
  return slots
    .filter((it) => Date.parse(it.startsAt) < until && Date.parse(it.endsAt) > from)
    .map(({ id }) => id);
}

/** What a trouble switches off: the room that has gone, or every room in the slot that is lost. */
export function closingsOf({ rooms }: Pick<Arranged, "rooms">, trouble: Trouble): Closing[] {
  if (trouble.kind === "room_gone") return [{ roomId: trouble.roomId, slotIds: trouble.slotIds }];
  if (trouble.kind === "slot_lost") return rooms.map(({ id }) => ({ roomId: id, slotIds: [trouble.slotId] }));
  return [];
}

/** What the planner and the desk know to be off once a trouble's closings are made. */
export const withClosings = (off: readonly RoomOff[], closes: readonly Closing[]): RoomOff[] => [
  ...off,
  ...closes.flatMap(({ roomId, slotIds }) =>
    slotIds.map((slotId) => ({ id: `${roomId} ${slotId}`, roomId, slotId, note: "" })),
  ),
];

type Now = {
  /** What everybody sees, with the rooms and slots as they are now. */
  grid: Arranged;
  draft: readonly Placement[];
  off: readonly RoomOff[];
  /** Runs that may move though they are on, or pinned. */
  named: ReadonlySet<string>;
  /** Over how many slots a run goes that comes back from nowhere; one where it is not said. */
  lengthOf?: (pitchId: string) => Length;
  /** Milliseconds since 1970. */
  now: number;
};

/**
 * Whether a repair can still be made as it was shown: each run is where it was seen, and each cell it goes to is there,
 * can be used and is free, in what everybody sees and in the draft. Nothing that is on or pinned moves that is not named,
 * and nothing goes into a slot that has begun but what is in it already.
 */
export function canRepair(
  { moves, closes }: Repairing,
  { grid, draft, off, named, lengthOf = () => 1, now }: Now,
): boolean {
  const seen = runsOf(grid);
  const standing = [...seen, ...runsOf({ ...grid, placements: draft })];
  const runs = new Map(seen.map((run) => [run.key, run]));
  const closed = withClosings(off, closes);
  const moved = new Set(moves.map(keyOf));
  const filled = new Set<string>();
  if (moved.size !== moves.length) return false;
  return moves.every((move) => {
    const { from, to } = move;
    const key = keyOf(move);
    const run = runs.get(key) ?? null;
    if (!sameCell(run, from)) return false;
    const pinned = run !== null && (placementOf(grid.placements, run)?.pinned ?? false);
    if (run && !named.has(key) && (pinned || hasBegun(run, now))) return false;
    if (to === null) return true;
    const own = run ? slotsOfRun(grid, run) : [];
    const slots = slotsFrom(grid, to, run ? own.length : lengthOf(move.pitchId));
    return slots.every((slot) => {
      const cell = `${slot?.id} ${to.roomId}`;
      if (!slot || filled.has(cell)) return false;
      filled.add(cell);
      if (hasBegun(slot, now) && !own.includes(slot.id)) return false;
      if (offAt(closed, { slotId: slot.id, roomId: to.roomId })) return false;
      return (
        canHold(grid, slot, to.roomId) &&
        !standing.some((it) => !moved.has(it.key) && isIn(grid, it, slot, to))
      );
    });
  });
}

/** The slots that a run of some length fills from its first on; a slot that is not there is undefined. */
function slotsFrom({ slots }: Arranged, { slotId }: Cell, length: number): (SlotView | undefined)[] {
  const first = slots.findIndex(({ id }) => id === slotId);
  return Array.from({ length }, (_, n) => (first < 0 ? undefined : slots[first + n]));
}

const canHold = ({ rooms }: Arranged, slot: SlotView, roomId: string): boolean =>
  slot.kind === "session" && rooms.some(({ id }) => id === roomId);

const isIn = (grid: Arranged, run: Run, slot: SlotView, { roomId }: Cell): boolean =>
  run.roomId === roomId && slotsOfRun(grid, run).includes(slot.id);

/**
 * What a repair changes of some placements: of what everybody sees, or of the draft, in which a run may be elsewhere.
 * @param lengthOf over how many slots a run goes that comes back from nowhere
 */
export function repairing(
  placements: readonly Placement[],
  moves: readonly RunMove[],
  lengthOf: (pitchId: string) => Length = () => 1,
): Edit | null {
  const moving = new Set(moves.map(keyOf));
  const after = moves.flatMap((move) => {
    if (!move.to) return [];
    const fresh = { ...onlyRun(move), length: lengthOf(move.pitchId), pinned: false };
    return [{ ...(placementOf(placements, move) ?? fresh), ...onlyCell(move.to) }];
  });
  return suggesting(placements, [...placements.filter((it) => !moving.has(keyOf(it))), ...after]);
}

/** The same the other way round. */
export const undoing = (moves: readonly RunMove[]): RunMove[] =>
  moves.map(({ from, to, ...run }) => ({ ...run, from: to, to: from }));

/** Whether both do the same. */
export const sameMoves = (a: readonly RunMove[], b: readonly RunMove[]): boolean =>
  a.length === b.length &&
  a.every((one) => b.some((other) => keyOf(one) === keyOf(other) && sameCell(one.to, other.to)));
