/** The price of the rooms in one slot: the best matching of the units that share it, by expected heads. */
import { FORBIDDEN, matcher } from "#domain/agenda/matching.ts";
import type { Model } from "#domain/agenda/model.ts";
import { beyondSeats } from "#domain/room.ts";

/** held[unit] is the room a long session keeps in both its slots, or -1. */
export type RoomPricer = {
  /**
   * Points lost to missing seats, empty rooms and changed rooms; FORBIDDEN if somebody finds no room.
   *
   * @param members the units in slot t, of which the first `count` are read
   */
  price(t: number, members: ArrayLike<number>, count: number, held: Int32Array): number;
  /** The room of each member under the last price; only the room-by-room matching sets it. */
  match(t: number, members: ArrayLike<number>, count: number, held: Int32Array): Int32Array;
};

/** A head in thousandths, split evenly between what a person wants in one slot, and between the copies of each. */
export const headShare = (sessions: number, copies: number): number => Math.floor(1000 / (sessions * copies));

/** Thousandths of heads expected at each member, given who shares the slot. */
export function demands(
  model: Model,
  members: ArrayLike<number>,
  count: number,
  torn: Uint8Array,
  out: Int32Array,
) {
  for (let i = 0; i < count; i++) {
    const fans = model.fans[model.session[members[i]!]!]!;
    for (let f = 0; f < fans.length; f++) torn[fans[f]!]!++;
  }
  for (let i = 0; i < count; i++) {
    const session = model.session[members[i]!]!;
    const fans = model.fans[session]!;
    let heads = model.heads[members[i]!]!;
    if (heads < 0) {
      heads = 0;
      const copies = model.unitsOf[session]!.length;
      for (let f = 0; f < fans.length; f++) heads += headShare(torn[fans[f]!]!, copies);
    }
    out[i] = heads;
  }
  for (let i = 0; i < count; i++) {
    const fans = model.fans[model.session[members[i]!]!]!;
    for (let f = 0; f < fans.length; f++) torn[fans[f]!] = 0;
  }
}

/** Points lost by putting a member with this demand (thousandths of heads) into a room with these seats. */
export function seatPoints(model: Model, demand: number, capacity: number): number {
  const { seats, empty } = model.problem.weights;
  const beyond = beyondSeats(demand, capacity * 1000);
  const bare = Math.max(0, capacity * 1000 - 4 * demand);
  return beyond * seats + Math.floor((bare * empty) / 1000);
}

export function roomPricer(model: Model): RoomPricer {
  const { rooms: R, units, open, fits, before, pins } = model;
  const { weights, rooms, sessions } = model.problem;
  const most = Math.max(R, units) + 1;
  const torn = new Uint8Array(model.people);
  const demand = new Int32Array(most);
  const cost = new Float64Array(most * Math.max(1, R));
  const { assign, rowOf } = matcher(most);
  const roomOf = new Int32Array(most);
  const bySize = Array.from({ length: R }, (_, r) => r).sort(
    (a, b) => rooms[b]!.capacity - rooms[a]!.capacity,
  );
  const seatless = weights.seats === 0 && weights.empty === 0;
  // A unit is easy when no room is better or worse for it than its seats.
  const easy = Uint8Array.from({ length: units }, (_, u) => {
    const stays = before.slot[u]! >= 0 && weights.moved + weights.movedStar > 0;
    const anywhere = bySize.every((r) => fits[u * R + r] === 1);
    return anywhere && !stays && model.length[u] === 1 ? 1 : 0;
  });

  /** Sorted by heads into rooms sorted by seats: exact while the loss only grows with the misfit. */
  function sorted(t: number, count: number): number {
    const heads = demand.subarray(0, count).sort();
    let points = 0;
    let at = count - 1;
    for (let i = 0; i < R && at >= 0; i++) {
      const room = bySize[i]!;
      if (open[t * R + room]) points += seatPoints(model, heads[at--]!, rooms[room]!.capacity);
    }
    return at < 0 ? points : FORBIDDEN;
  }

  function fill(t: number, members: ArrayLike<number>, count: number, held: Int32Array): void {
    for (let i = 0; i < count; i++) {
      const u = members[i]!;
      const it = sessions[model.session[u]!]!;
      const unrest = Math.floor((weights.moved + weights.movedStar * it.stars) / 10);
      // A long session holds its room; `total` counts whether that is another one than before.
      const stays = before.slot[u] === t && model.length[u] === 1;
      for (let r = 0; r < R; r++) {
        const chosen = fits[u * R + r] === 1 && (held[u]! < 0 || held[u] === r);
        const usable = chosen && (open[t * R + r] === 1 || pins.room[u] === r);
        const changed = stays && before.room[u] !== r ? unrest : 0;
        cost[i * R + r] = usable ? seatPoints(model, demand[i]!, rooms[r]!.capacity) + changed : FORBIDDEN;
      }
    }
  }

  function price(t: number, members: ArrayLike<number>, count: number, held: Int32Array): number {
    if (count === 0) return 0;
    let allEasy = weights.empty === 0;
    for (let i = 0; i < count && allEasy; i++) allEasy = easy[members[i]!] === 1;
    if (!seatless) demands(model, members, count, torn, demand);
    else demand.fill(0, 0, count);
    if (allEasy) return sorted(t, count);
    fill(t, members, count, held);
    return assign(cost, count, R);
  }

  function match(t: number, members: ArrayLike<number>, count: number, held: Int32Array): Int32Array {
    demands(model, members, count, torn, demand);
    fill(t, members, count, held);
    roomOf.fill(-1);
    if (count > 0 && assign(cost, count, R) < FORBIDDEN)
      for (let r = 0; r < R; r++) if (rowOf[r]! >= 0) roomOf[rowOf[r]!] = r;
    return roomOf;
  }
  return { price, match };
}
