/** Camps in the middle of a day in which something happens, for whoever draws them. */
import fc from "fast-check";
import type { Placement } from "#domain/grid.ts";
import { BLANK_PITCH, NEEDS, type PitchView } from "#domain/pitch.ts";
import { problemOf } from "#domain/planner-problem.ts";
import type { Asked } from "#domain/repair/options.ts";
import { FEATURES, type RoomView } from "#domain/room.ts";
import type { RoomOff } from "#domain/room-off.ts";
import type { SlotOfACamp } from "#domain/slot.ts";

export const DOORS = Date.parse("2026-07-14T10:00:00Z");
export const HOUR = 3_600_000;

const ROOMS = 4;
const SLOTS = 4;
const CELLS = ROOMS * SLOTS;

const pitch = fc.record({
  needs: fc.subarray([...NEEDS]),
  hosts: fc.subarray(["0", "1", "2"]),
  hands: fc.nat(30),
  pinned: fc.boolean(),
  expected: fc.option(fc.nat(70)),
});

/** `order` deals the pitches into cells; `away` says which of them the draft has elsewhere, unpublished. */
export const dayDrawn = fc.record({
  pitches: fc.array(pitch, { minLength: 1, maxLength: 10 }),
  capacities: fc.array(fc.integer({ min: 5, max: 60 }), { minLength: ROOMS, maxLength: ROOMS }),
  features: fc.array(fc.subarray([...FEATURES]), { minLength: ROOMS, maxLength: ROOMS }),
  unofficial: fc.array(fc.boolean(), { minLength: ROOMS, maxLength: ROOMS }),
  order: fc.shuffledSubarray([...Array(CELLS).keys()], { minLength: CELLS }),
  away: fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }),
  off: fc.array(fc.record({ room: fc.nat(ROOMS - 1), slot: fc.option(fc.nat(SLOTS - 1)) }), { maxLength: 3 }),
  /** Hours after doors. */
  now: fc.constantFrom(-0.5, 0.25, 1.25, 2.25),
});

export type DayDrawn = typeof dayDrawn extends fc.Arbitrary<infer Drawn> ? Drawn : never;

/** What is asked of such a day, without what was counted. */
export function dayOf(drawn: DayDrawn): Asked {
  const rooms = drawn.capacities.map(
    (capacity, n): RoomView => ({
      ...{ id: `r${n}`, letter: "ABCD"[n]!, name: `Room ${n}`, capacity, features: drawn.features[n]! },
      ...(drawn.unofficial[n] && { unofficial: true }),
    }),
  );
  const slots = Array.from({ length: SLOTS }, (_, n): SlotOfACamp => {
    const startsAt = new Date(DOORS + n * HOUR).toISOString();
    const endsAt = new Date(DOORS + n * HOUR + 0.75 * HOUR).toISOString();
    return {
      id: `s${n}`,
      dayId: "day",
      kind: "session",
      title: "",
      startsAt,
      endsAt,
      hour: n + 1,
      number: n + 1,
    };
  });
  const pitches = drawn.pitches.map(({ needs }, n): PitchView => {
    return {
      ...BLANK_PITCH,
      id: `p${n}`,
      title: `p${n}`,
      needs,
      hosts: [],
      at: new Date(DOORS).toISOString(),
    };
  });
  const cell = (n: number) => ({ slotId: `s${Math.floor(n / ROOMS)}`, roomId: `r${n % ROOMS}` });
  const placements = drawn.pitches.map(
    ({ pinned }, n): Placement => ({
      ...{ pitchId: `p${n}`, copy: 0, length: 1, pinned },
      ...cell(drawn.order[n]!),
    }),
  );
  // What is elsewhere in the draft has a cell that nothing else has.
  const free = drawn.order.slice(drawn.pitches.length);
  const draft = placements.map((it, n) =>
    drawn.away[n] && free[n] !== undefined ? { ...it, ...cell(free[n]) } : it,
  );
  const off = drawn.off.map(
    ({ room, slot }, n): RoomOff => ({
      ...{ id: `o${n}`, roomId: `r${room}`, slotId: slot === null ? null : `s${slot}`, note: "" },
    }),
  );
  const facts = Object.fromEntries(
    drawn.pitches.map(({ hosts, expected }, n) => [
      `p${n}`,
      { hosts: hosts.map((key) => ({ key, name: key })), before: 0, expected },
    ]),
  );
  // Of the others hands are counted.
  const pitched = drawn.pitches.flatMap(({ hands, expected }, n) =>
    expected === null ? [] : [{ id: `p${n}`, hands, before: 0, expected }],
  );
  const crowd = { people: 100, places: 100, basis: "usual" } as const;
  const camp = { crowd, slots: slots.length, rooms: rooms.length };
  const raised = drawn.pitches.flatMap(({ hands }, n) =>
    Array.from({ length: hands }, (_, who) => ({ pitchId: `p${n}`, who: `camper ${who}` })),
  );
  const now = DOORS + drawn.now * HOUR;
  const arranged = { rooms, slots, placements };
  const grid = {
    ...arranged,
    number: 1,
    publishedAt: new Date(DOORS).toISOString(),
    sessions: pitches,
    changes: [],
  };
  const problem = problemOf(
    { pitches, facts, pitched, camp, counts: [], rooms, slots, draft: placements, grid, off, raised },
    now,
  );
  const pitchIds = pitches.map(({ id }) => id);
  return {
    problem,
    pitchIds,
    copies: pitches.map(() => [0]),
    grid: arranged,
    draft,
    off,
    heads: new Map(),
    now,
  };
}
