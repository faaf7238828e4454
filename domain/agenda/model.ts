/** The problem as tables: what the search reads a million times a second. Compiled once, never written again. */
import { setBit, wordsFor } from "#domain/agenda/bits.ts";
import { type Pins, pinsOf } from "#domain/agenda/pins.ts";
import type { Problem } from "#domain/agenda/problem.ts";
import { unmetNeeds } from "#domain/room.ts";

/** A unit is one copy of one session: what the search moves about. Slot number `slots` is the pool of those left out. */
export type Model = {
  readonly problem: Problem;
  readonly slots: number;
  readonly rooms: number;
  readonly units: number;
  readonly people: number;
  readonly words: number;
  readonly session: Int32Array;
  readonly copy: Int32Array;
  readonly unitsOf: readonly (readonly number[])[];
  readonly length: Int32Array;
  /** fans[session] lists the people who want it, hosts among them; wanted holds the same as bits per unit. */
  readonly fans: readonly Int32Array[];
  readonly wanted: Int32Array;
  /** Thousandths of heads at each unit where an audience is given; -1 where hands are counted. */
  readonly heads: Int32Array;
  readonly pins: Pins;
  /** allowed[unit * slots + slot]: may it begin there, everything else apart. */
  readonly allowed: Uint8Array;
  /** fits[unit * rooms + room]: features, step-free access and a pinned room. */
  readonly fits: Uint8Array;
  readonly open: Uint8Array;
  /** Units that must not share a slot with this one: a host in common, or the same session. */
  readonly conflicts: readonly Int32Array[];
  /** Units with a host in common, for walking straight from one to the next. */
  readonly hosted: readonly Int32Array[];
  readonly topic: Int32Array;
  readonly topics: number;
  /** points[unit * (slots + 1) + slot]: wishes, stability and being left out, by where it begins. */
  readonly points: Float64Array;
  readonly before: { readonly slot: Int32Array; readonly room: Int32Array };
  readonly could: Int32Array;
};

/** Compiles a problem. @throws RangeError when a session, slot, room or person is named that does not exist */
export function compile(problem: Problem): Model {
  const { slots, rooms, sessions, weights } = problem;
  const T = slots.length;
  const R = rooms.length;
  const people = problem.wants.length;
  const session: number[] = [];
  const copy: number[] = [];
  const unitsOf = sessions.map((it, s) =>
    Array.from({ length: it.copies }, (_, c) => {
      session.push(s);
      return copy.push(c) - 1;
    }),
  );
  const U = session.length;
  const words = wordsFor(people);
  const fans = fansOf(problem);
  const wanted = new Int32Array(U * words);
  for (let u = 0; u < U; u++) for (const person of fans[session[u]!]!) setBit(wanted, u * words, person);

  const pins = pinsOf(problem, session, copy, unitsOf);
  const open = new Uint8Array(T * R).fill(1);
  rooms.forEach((room, r) => {
    for (const t of room.closed) open[t * R + r] = 0;
  });
  const fits = new Uint8Array(U * R);
  const allowed = new Uint8Array(U * T);
  for (let u = 0; u < U; u++) {
    for (let r = 0; r < R; r++) fits[u * R + r] = fitsRoom(problem, session[u]!, r, pins.room[u]!) ? 1 : 0;
    for (let t = 0; t < T; t++) allowed[u * T + t] = mayBegin(problem, session[u]!, t, pins, u) ? 1 : 0;
  }

  const before = { slot: new Int32Array(U).fill(-1), room: new Int32Array(U).fill(-1) };
  for (const it of problem.published) {
    const u = unitsOf[it.session]?.[it.copy];
    if (u === undefined) continue;
    before.slot[u] = it.slot;
    before.room[u] = it.room;
  }
  const points = new Float64Array(U * (T + 1));
  for (let u = 0; u < U; u++) {
    const it = sessions[session[u]!]!;
    const unrest = weights.moved + weights.movedStar * it.stars;
    for (let t = 0; t <= T; t++) {
      const moved = before.slot[u]! >= 0 && before.slot[u] !== t ? -unrest : 0;
      points[u * (T + 1) + t] = moved + (it.wished.includes(t) ? weights.wish : 0);
    }
    points[u * (T + 1) + T]! -= weights.leftOut * Math.max(1, fans[session[u]!]!.length);
  }

  const names = [...new Set(sessions.map((it) => it.topic).filter((topic) => topic !== null))];
  const sharesHost = (a: number, b: number) =>
    a !== b && sessions[session[a]!]!.hosts.some((host) => sessions[session[b]!]!.hosts.includes(host));
  const all = Array.from({ length: U }, (_, u) => u);
  return {
    problem,
    slots: T,
    rooms: R,
    units: U,
    people,
    words,
    session: Int32Array.from(session),
    copy: Int32Array.from(copy),
    unitsOf,
    length: Int32Array.from(session, (s) => sessions[s]!.length),
    fans,
    wanted,
    heads: Int32Array.from(session, (s, u) => {
      const { audience } = sessions[s]!;
      return audience === null ? -1 : 1000 * (audience[copy[u]!] ?? 0);
    }),
    pins,
    allowed,
    fits,
    open,
    conflicts: all.map((a) =>
      Int32Array.from(
        all.filter(
          (b) =>
            (sharesHost(a, b) || (a !== b && session[a] === session[b])) &&
            // Two that people put in one slot stay there: that is a warning, not the planner's to undo.
            !(pins.slot[a]! >= 0 && pins.slot[b]! >= 0),
        ),
      ),
    ),
    hosted: all.map((a) => Int32Array.from(all.filter((b) => sharesHost(a, b)))),
    topic: Int32Array.from(session, (s) => names.indexOf(sessions[s]!.topic!)),
    topics: names.length,
    points,
    before,
    could: couldHave(problem),
  };
}

function fansOf(problem: Problem): Int32Array[] {
  const { sessions, wants, here } = problem;
  const sets = sessions.map(() => new Set<number>());
  wants.forEach((list, person) => {
    for (const s of list) {
      const set = sets[s];
      if (set === undefined)
        throw new RangeError(`Person ${person} wants session ${s}, which does not exist`);
      if (here === null || here[person]) set.add(person);
    }
  });
  sessions.forEach((it, s) => {
    for (const host of it.hosts) {
      if (host < 0 || host >= wants.length) throw new RangeError(`Session ${s} has an unknown host ${host}`);
      if (here === null || here[host]) sets[s]!.add(host);
    }
  });
  return sets.map((set) => Int32Array.from(set).sort());
}

/** Features, step-free access and a pinned room; a room a person chose always fits. */
export function fitsRoom(problem: Problem, s: number, r: number, pinned: number): boolean {
  if (pinned >= 0) return pinned === r;
  const it = problem.sessions[s]!;
  const room = problem.rooms[r]!;
  return (!it.stepFree || room.stepFree) && unmetNeeds(it.needs, room.features).length === 0;
}

function mayBegin(problem: Problem, s: number, t: number, pins: Pins, u: number): boolean {
  if (pins.impossible[u]) return false;
  if (pins.slot[u]! >= 0) return pins.slot[u] === t;
  const { slots, sessions, away } = problem;
  const it = sessions[s]!;
  for (let at = t; at < t + it.length; at++) {
    const slot = slots[at];
    if (slot === undefined || slot.day !== slots[t]!.day || slot.break || slot.over) return false;
    if (it.forbidden.includes(at) || it.hosts.some((host) => away[host]?.includes(at))) return false;
  }
  return true;
}

function couldHave(problem: Problem): Int32Array {
  const { slots, sessions, wants, published } = problem;
  const pinned = new Set<number | null>(sessions.map((it) => it.pin.slot));
  for (const it of published) if (it.fixed) pinned.add(it.slot);
  const usable = slots.filter((slot, t) => (!slot.break && !slot.over) || pinned.has(t)).length;
  const wanted = new Int32Array(wants.length);
  fansOf(problem).forEach((fans, s) => {
    for (const person of fans) wanted[person]! += sessions[s]!.length * sessions[s]!.copies;
  });
  return wanted.map((slotsWanted) => Math.min(usable, slotsWanted));
}
