/** Which units people have put somewhere, and which of those cannot stand because the cell is already taken. */
import type { Problem } from "#domain/agenda/problem.ts";

export type Pins = {
  readonly slot: Int32Array;
  readonly room: Int32Array;
  /** 1 for a unit pinned where another one already stands, or outside the grid. */
  readonly impossible: Uint8Array;
  readonly blocker: Int32Array;
};

/** What is running or over comes first, then pins in the order of the sessions. */
export function pinsOf(
  problem: Problem,
  session: readonly number[],
  copy: readonly number[],
  unitsOf: readonly (readonly number[])[],
): Pins {
  const { slots, rooms, sessions } = problem;
  const U = session.length;
  const pins = {
    slot: new Int32Array(U).fill(-1),
    room: new Int32Array(U).fill(-1),
    impossible: new Uint8Array(U),
    blocker: new Int32Array(U).fill(-1),
  };
  const fixed: number[] = [];
  for (const it of problem.published) {
    const u = unitsOf[it.session]?.[it.copy];
    if (!it.fixed || u === undefined) continue;
    pins.slot[u] = it.slot;
    pins.room[u] = it.room;
    fixed.push(u);
  }
  for (let u = 0; u < U; u++) {
    const pin = sessions[session[u]!]!.pin;
    if (copy[u] !== 0 || fixed.includes(u)) continue;
    pins.slot[u] = pin.slot ?? -1;
    pins.room[u] = pin.room ?? -1;
  }
  const taken = new Map<number, number>();
  for (const u of [...fixed, ...session.keys()]) {
    if (pins.slot[u]! < 0) continue;
    const cells: number[] = [];
    for (let t = pins.slot[u]!; t < pins.slot[u]! + sessions[session[u]!]!.length; t++) {
      const beyond = slots[t] === undefined || slots[t]!.day !== slots[pins.slot[u]!]!.day;
      if (beyond || pins.room[u]! >= rooms.length) pins.impossible[u] = 1;
      cells.push(t * rooms.length + pins.room[u]!);
    }
    if (pins.room[u]! < 0 || pins.impossible[u]) continue;
    const other = cells.map((cell) => taken.get(cell)).find((unit) => unit !== undefined && unit !== u);
    if (other !== undefined) {
      pins.impossible[u] = 1;
      pins.blocker[u] = other;
    } else for (const cell of cells) taken.set(cell, u);
  }
  return pins;
}
