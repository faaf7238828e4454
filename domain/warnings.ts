/** What a person should look at on a grid. A warning never blocks. */
import type { Expectation } from "#domain/audience.ts";
import type { Card } from "#domain/draft.ts";
import type { Arranged, DraftFrame, GridWarning, Placement } from "#domain/grid.ts";
import { isBusy } from "#domain/pitch/busy.ts";
import { beyondSeats, hasSeats, unmetNeeds } from "#domain/room.ts";
import { offAt } from "#domain/room-off.ts";

/**
 * Finds a room that is switched off, a host who cannot at that time, or is twice in one slot, a room smaller than the
 * expected audience, and needs the room does not meet, in the order of the placements. A placement without a card is passed over.
 */
export function gridWarnings(
  placements: readonly Placement[],
  { rooms, slots, off = [] }: Pick<Arranged, "rooms" | "slots"> & Pick<DraftFrame, "off">,
  cards: ReadonlyMap<string, Card>,
  expected: (card: Card) => Expectation,
): GridWarning[] {
  const roomOf = new Map(rooms.map((room) => [room.id, room]));
  const slotOf = new Map(slots.map((slot) => [slot.id, slot]));
  return placements.flatMap((placement) => {
    const card = cards.get(placement.pitchId);
    const room = roomOf.get(placement.roomId);
    if (!card || !room) return [];
    const at = { pitchId: placement.pitchId, slotId: placement.slotId };
    const warnings: GridWarning[] = [];
    const closed = offAt(off, placement);
    if (closed) warnings.push({ kind: "room_off", ...at, note: closed.note });
    const slot = slotOf.get(placement.slotId);
    if (slot && card.busy && isBusy(slot, card.busy)) warnings.push({ kind: "host_busy", ...at });
    for (const host of hostsElsewhere(placement, placements, cards))
      warnings.push({ kind: "host_twice", ...at, host });
    const { middle } = expected(card);
    if (hasSeats(room) && beyondSeats(middle, room.capacity) > 0)
      warnings.push({ kind: "room_small", ...at, expected: middle, capacity: room.capacity });
    for (const need of unmetNeeds(card.pitch.needs, room.features))
      warnings.push({ kind: "need_unmet", ...at, need });
    return warnings;
  });
}

/** Names of this session's hosts who host another one in the same slot. */
function hostsElsewhere(
  placement: Placement,
  placements: readonly Placement[],
  cards: ReadonlyMap<string, Card>,
): string[] {
  const others = placements.filter(
    (other) => other.slotId === placement.slotId && other.pitchId !== placement.pitchId,
  );
  const busy = new Set(
    others.flatMap((other) => cards.get(other.pitchId)?.hosts.map((host) => host.key) ?? []),
  );
  const hosts = cards.get(placement.pitchId)?.hosts ?? [];
  return hosts.filter((host) => busy.has(host.key)).map((host) => host.name);
}
