/** What a person should look at on a grid. A warning never blocks. */
import type { Expectation } from "#domain/audience.ts";
import { cellsOf, isWhole } from "#domain/cell.ts";
import type { Card } from "#domain/draft.ts";
import type { Arranged, DraftFrame, GridWarning, Placement } from "#domain/grid.ts";
import { isBusy } from "#domain/pitch/busy.ts";
import { beyondSeats, hasSeats, unmetNeeds } from "#domain/room.ts";
import { offAt } from "#domain/room-off.ts";
import { keyOf, onlyRun, type RunId } from "#domain/run.ts";

/**
 * Finds a room that is switched off, a host who cannot at that time, or is twice in one slot, a room smaller than the
 * audience expected of that run, and needs the room does not meet, in the order of the placements. A placement without a card is passed over.
 */
export function gridWarnings(
  placements: readonly Placement[],
  { rooms, slots, off = [] }: Pick<Arranged, "rooms" | "slots"> & Pick<DraftFrame, "off">,
  cards: ReadonlyMap<string, Card>,
  expected: (run: RunId) => Pick<Expectation, "middle">,
): GridWarning[] {
  const roomOf = new Map(rooms.map((room) => [room.id, room]));
  const slotOf = new Map(slots.map((slot) => [slot.id, slot]));
  return placements.flatMap((placement) => {
    const card = cards.get(placement.pitchId);
    const room = roomOf.get(placement.roomId);
    if (!card || !room) return [];
    const at = { ...onlyRun(placement), slotId: placement.slotId };
    const warnings: GridWarning[] = [];
    if (!isWhole(placement, slots)) warnings.push({ kind: "cut_short", ...at });
    for (const { slotId, roomId } of cellsOf(placement, slots)) {
      const closed = offAt(off, { slotId, roomId });
      if (closed) warnings.push({ kind: "room_off", ...onlyRun(placement), slotId, note: closed.note });
      const slot = slotOf.get(slotId);
      if (slot && card.busy && isBusy(slot, card.busy))
        warnings.push({ kind: "host_busy", ...onlyRun(placement), slotId });
    }
    for (const [host, slotId] of hostsElsewhere(placement, placements, slots, cards))
      warnings.push({ kind: "host_twice", ...onlyRun(placement), slotId, host });
    const { middle } = expected(placement);
    if (hasSeats(room) && beyondSeats(middle, room.capacity) > 0)
      warnings.push({ kind: "room_small", ...at, expected: middle, capacity: room.capacity });
    for (const need of unmetNeeds(card.pitch.needs, room.features))
      warnings.push({ kind: "need_unmet", ...at, need });
    return warnings;
  });
}

/** Names of this session's hosts who host another one meanwhile, or it itself, each with the first slot in which. */
function hostsElsewhere(
  placement: Placement,
  placements: readonly Placement[],
  slots: Arranged["slots"],
  cards: ReadonlyMap<string, Card>,
): [host: string, slotId: string][] {
  const hosts = cards.get(placement.pitchId)?.hosts ?? [];
  const mine = cellsOf(placement, slots).map(({ slotId }) => slotId);
  const found = new Map<string, string>();
  for (const slotId of mine)
    for (const other of placements) {
      if (keyOf(other) === keyOf(placement)) continue;
      if (!cellsOf(other, slots).some((cell) => cell.slotId === slotId)) continue;
      const busy = new Set(cards.get(other.pitchId)?.hosts.map(({ key }) => key));
      for (const { key, name } of hosts) if (busy.has(key) && !found.has(name)) found.set(name, slotId);
    }
  return [...found];
}
