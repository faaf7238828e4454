/** Compound moves: where to, and who has to make way. Whether one is worth it, `shift` decides. */
import type { Random } from "#domain/agenda/random.ts";
import type { Step } from "#domain/agenda/shift.ts";
import { membersOf, type State } from "#domain/agenda/state.ts";

/** Cells of a slot: rooms that are open in it, and rooms pinned in it. */
export function cellsOf(state: State): Int32Array {
  const { slots: T, rooms: R, open, pins, units } = state.model;
  const cells = new Int32Array(T + 1);
  for (let t = 0; t < T; t++) {
    const rooms = new Set<number>();
    for (let r = 0; r < R; r++) if (open[t * R + r]) rooms.add(r);
    for (let u = 0; u < units; u++) if (pins.slot[u] === t && pins.room[u]! >= 0) rooms.add(pins.room[u]!);
    cells[t] = rooms.size;
  }
  return cells;
}

function somebody(state: State, t: number, dice: Random): number {
  const size = state.size[t]!;
  if (size === 0) return -1;
  const unit = state.members[t * state.width + dice.below(size)]!;
  return state.model.length[unit] === 1 && (t === state.model.slots || state.model.pins.slot[unit]! < 0)
    ? unit
    : -1;
}

/** Three slots, one unit from each to the next; an empty cell ends the chain. */
export function rotation(state: State, s: number, cells: Int32Array, dice: Random): Step[] {
  const { begin, size, model } = state;
  const from = begin[s]!;
  const second = dice.below(model.slots);
  const third = dice.below(model.slots);
  if (second === from || third === from || second === third) return [];
  const w = somebody(state, second, dice);
  if (w < 0) return [];
  const steps = [
    { unit: s, slot: second, room: -1 },
    { unit: w, slot: third, room: -1 },
  ];
  if (size[third]! < cells[third]! && dice.below(2) === 0) return steps;
  const x = somebody(state, third, dice);
  if (x < 0) return [];
  return [...steps, { unit: x, slot: from, room: -1 }];
}

/** A unit crosses over with all who cannot be beside it, and all who cannot be beside those (Kempe 1879). */
export function chain(state: State, s: number, cells: Int32Array, dice: Random): Step[] {
  const { begin, model, size } = state;
  const t = begin[s]!;
  const u = dice.below(model.slots);
  if (u === t || t === model.slots) return [];
  const side = new Map<number, number>([[s, u]]);
  const queue = [s];
  for (let unit = queue.pop(); unit !== undefined && side.size <= 6; unit = queue.pop()) {
    const to = side.get(unit)!;
    for (const other of model.conflicts[unit]!) {
      if (begin[other] !== to || side.has(other)) continue;
      if (model.length[other] !== 1 || model.pins.slot[other]! >= 0) return [];
      side.set(other, to === t ? u : t);
      queue.push(other);
    }
  }
  // Somebody else crosses back where one slot would overflow.
  for (const [into, out] of [
    [u, t],
    [t, u],
  ] as const) {
    let gain = 0;
    for (const to of side.values()) gain += to === into ? 1 : -1;
    for (let spare = size[into]! + gain - cells[into]!; spare > 0; spare--) {
      const w = somebody(state, into, dice);
      if (w < 0 || side.has(w)) return [];
      side.set(w, out);
    }
  }
  return [...side].map(([unit, slot]) => ({ unit, slot, room: -1 }));
}

/** A long session to another pair of slots, or another room; those in the way go to the cells it leaves. */
export function longMove(state: State, s: number, cells: Int32Array, dice: Random): Step[] {
  const { begin, held, model, size } = state;
  const { slots: T, rooms: R } = model;
  const from = begin[s]!;
  const starts = Array.from({ length: T }, (_, t) => t).filter((t) => model.allowed[s * T + t] === 1);
  const rooms = Array.from({ length: R }, (_, r) => r).filter((r) => model.fits[s * R + r] === 1);
  if (starts.length === 0 || rooms.length === 0) return [];
  const to = starts[dice.below(starts.length)]!;
  const room = rooms[dice.below(rooms.length)]!;
  const steps: Step[] = [{ unit: s, slot: to, room }];
  const twin = [...membersOf(state, to)].find((it) => it !== s && begin[it] === to && model.length[it] === 2);
  if (twin !== undefined && from < T && dice.below(2) === 0) {
    steps[0] = { unit: s, slot: to, room: held[twin]! };
    return [...steps, { unit: twin, slot: from, room: held[s]! }];
  }
  const left = from === T ? [] : [from, from + 1].filter((t) => t !== to && t !== to + 1);
  for (const t of [to, to + 1]) {
    if (from < T && (t === from || t === from + 1)) continue;
    if (size[t]! < cells[t]!) continue;
    const w = somebody(state, t, dice);
    if (w < 0) return [];
    const free = left.pop() ?? roomy(state, cells, dice);
    steps.push({ unit: w, slot: free, room: -1 });
  }
  return steps;
}

function roomy(state: State, cells: Int32Array, dice: Random): number {
  const T = state.model.slots;
  const start = dice.below(T);
  for (let i = 0; i < T; i++) {
    const t = (start + i) % T;
    if (state.size[t]! < cells[t]!) return t;
  }
  return T;
}
