/** One model: what the planner punishes is what the desk warns of, and nothing else. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { expectAudiences } from "#domain/audience.ts";
import type { Card } from "#domain/draft.ts";
import type { Placement } from "#domain/grid.ts";
import { NEEDS, type PitchView } from "#domain/pitch.ts";
import { reckon } from "#domain/planner/terms.ts";
import { warningsOf } from "#domain/planner/warnings.ts";
import { problemOf } from "#domain/problem.ts";
import { FEATURES, type RoomView } from "#domain/room.ts";
import type { SlotView } from "#domain/slot.ts";
import { gridWarnings } from "#domain/warnings.ts";

const KEYS = ["0", "1", "2"];

const camp = fc.record({
  rooms: fc.array(
    fc.record({ capacity: fc.integer({ min: 1, max: 60 }), features: fc.subarray([...FEATURES]) }),
    { minLength: 1, maxLength: 4 },
  ),
  slots: fc.integer({ min: 1, max: 3 }),
  pitches: fc.array(
    fc.record({
      needs: fc.subarray([...NEEDS]),
      hosts: fc.subarray(KEYS),
      hands: fc.nat(40),
      before: fc.nat(60),
      expected: fc.option(fc.nat(80)),
    }),
    { minLength: 1, maxLength: 8 },
  ),
  people: fc.nat(150),
  order: fc.shuffledSubarray([...Array(12).keys()], { minLength: 12 }),
});

function made(drawn: typeof camp extends fc.Arbitrary<infer T> ? T : never) {
  const rooms = drawn.rooms.map(
    (it, n): RoomView => ({ id: `r${n}`, letter: "A", name: `Room ${n}`, ...it }),
  );
  const slots = Array.from({ length: drawn.slots }, (_, n): SlotView => {
    const [startsAt, endsAt] = [`2026-07-14T1${n}:00:00.000Z`, `2026-07-14T1${n}:45:00.000Z`];
    return { id: `s${n}`, kind: "session", title: "", startsAt, endsAt, hour: n + 1, number: n + 1 };
  });
  const pitches = drawn.pitches.map(({ needs }, n): PitchView => {
    const at = "2026-07-14T09:00:00.000Z";
    const words = { title: `p${n}`, line: "", kind: "discuss", voice: "me", noteLevel: "open" } as const;
    return { id: `p${n}`, ...words, needs, hosts: [], at, saidAt: null };
  });
  const facts = Object.fromEntries(
    drawn.pitches.map(({ hosts, before, expected }, n) => [
      `p${n}`,
      { hosts: hosts.map((key) => ({ key, name: `Host ${key}` })), before, expected },
    ]),
  );
  const cards: Card[] = pitches.map((pitch, n) => ({
    pitch,
    hands: drawn.pitches[n]!.hands,
    ...facts[pitch.id]!,
  }));
  const cells = slots.flatMap((slot) => rooms.map((room) => ({ slotId: slot.id, roomId: room.id })));
  const free = drawn.order.filter((n) => n < cells.length).map((n) => cells[n]!);
  const draft = pitches.slice(0, free.length).map(({ id }, n): Placement => {
    return { pitchId: id, ...free[n]!, pinned: false };
  });
  const expected = expectAudiences(
    cards.map(({ pitch, ...card }) => ({ id: pitch.id, ...card })),
    { people: drawn.people, slots: slots.length, rooms: rooms.length },
  );
  const raised = drawn.pitches.flatMap(({ hands }, n) =>
    Array.from({ length: hands }, (_, who) => ({ pitchId: `p${n}`, who: `camper ${who}` })),
  );
  const problem = problemOf({ pitches, facts, expected, rooms, slots, draft, grid: null, raised }, 0);
  const grid = draft.map(({ pitchId, slotId, roomId }) => ({
    session: pitches.findIndex(({ id }) => id === pitchId),
    copy: 0,
    slot: slots.findIndex(({ id }) => id === slotId),
    room: rooms.findIndex(({ id }) => id === roomId),
  }));
  const byId = new Map(cards.map((card) => [card.pitch.id, card]));
  const warnings = gridWarnings(draft, rooms, byId, (card) => expected.get(card.pitch.id)!);
  return { problem, grid, warnings };
}

test("a grid without a penalty has no warning, and one with a warning has its penalty, person by person", () => {
  fc.assert(
    fc.property(camp, (drawn) => {
      const { problem, grid, warnings } = made(drawn);
      const short = warnings.flatMap((it) => (it.kind === "room_small" ? [it.expected - it.capacity] : []));
      expect(reckon(problem, grid).measures.unseated).toBe(1000 * short.reduce((sum, n) => sum + n, 0));
      const rules = warningsOf(problem, grid).map(({ session, rule }) => [`p${session}`, rule] as const);
      const broken = (...which: string[]) =>
        new Set(rules.filter(([, rule]) => which.includes(rule)).map(([id]) => id));
      const warned = (kind: string) =>
        new Set(warnings.filter((it) => it.kind === kind).map(({ pitchId }) => pitchId));
      expect(warned("need_unmet")).toEqual(broken("room-feature", "step-free"));
      expect(warned("host_twice")).toEqual(broken("host-elsewhere"));
    }),
    { numRuns: 400 },
  );
});

test("what has begun stays where it is, and so does what somebody pinned", () => {
  const { problem } = made({
    rooms: [{ capacity: 9, features: [] }],
    slots: 2,
    pitches: [0, 1].map(() => ({ needs: [], hosts: [], hands: 1, before: 0, expected: null })),
    people: 9,
    order: [...Array(12).keys()],
  });
  expect(problem.sessions.map(({ pin }) => pin.slot)).toEqual([null, null]);
  expect(problem.slots.map(({ over }) => over)).toEqual([false, false]);
});
