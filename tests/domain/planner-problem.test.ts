/** One model: what the planner punishes is what the desk warns of, and nothing else. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { solve } from "#domain/agenda/solve.ts";
import { reckon } from "#domain/agenda/terms.ts";
import { warningsOf } from "#domain/agenda/warnings.ts";
import { expectedAt } from "#domain/card.ts";
import type { Card } from "#domain/draft.ts";
import type { Placement } from "#domain/grid.ts";
import { SEATS_UNKNOWN } from "#domain/limits.ts";
import type { Busy } from "#domain/pitch/busy.ts";
import { BLANK_PITCH, NEEDS, type PitchView } from "#domain/pitch.ts";
import { needsOf, problemOf, roomToPlan } from "#domain/planner-problem.ts";
import { FEATURES, type RoomView } from "#domain/room.ts";
import { keyOf } from "#domain/run.ts";
import type { SlotOfACamp } from "#domain/slot.ts";
import { gridWarnings } from "#domain/warnings.ts";
import { slotsOf as daySlots } from "#tests/support/slots-of.ts";

const KEYS = ["0", "1", "2"];
const USUAL = { people: 9, places: 9, basis: "usual" } as const;
const QUIET = { needs: [], hosts: [], hands: 1, before: 0, expected: null, busy: [], twice: false };
const BARE = { people: 9, counted: [], off: [], order: [...Array(12).keys()] };
const runOf = (pitchId: string, copy: number) => ({ pitchId, copy });

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
      twice: fc.boolean(),
      busy: fc.array(fc.record({ from: fc.nat(240), minutes: fc.integer({ min: 1, max: 90 }) }), {
        maxLength: 2,
      }),
    }),
    { minLength: 1, maxLength: 8 },
  ),
  people: fc.nat(150),
  counted: fc.uniqueArray(fc.record({ run: fc.nat(11), heads: fc.nat(60) }), {
    maxLength: 3,
    selector: ({ run }) => run,
  }),
  off: fc.array(fc.record({ room: fc.nat(3), slot: fc.option(fc.nat(2)) }), { maxLength: 3 }),
  order: fc.shuffledSubarray([...Array(12).keys()], { minLength: 12 }),
});

/** Minutes after the hour before the first slot. */
function busyFrom({ from, minutes }: { from: number; minutes: number }): Busy {
  const at = (minute: number) => new Date(Date.parse("2026-07-14T09:00:00Z") + minute * 60_000).toISOString();
  return { startsAt: at(from), endsAt: at(from + minutes) };
}

function made(drawn: typeof camp extends fc.Arbitrary<infer T> ? T : never) {
  const rooms = drawn.rooms.map(
    (it, n): RoomView => ({ id: `r${n}`, letter: "A", name: `Room ${n}`, ...it }),
  );
  const slots = Array.from({ length: drawn.slots }, (_, n): SlotOfACamp => {
    const [startsAt, endsAt] = [`2026-07-14T1${n}:00:00.000Z`, `2026-07-14T1${n}:45:00.000Z`];
    const times = { startsAt, endsAt, hour: n + 1, number: n + 1 };
    return { id: `s${n}`, dayId: "day", kind: "session", title: "", ...times };
  });
  const pitches = drawn.pitches.map(({ needs }, n): PitchView => {
    const at = "2026-07-14T09:00:00.000Z";
    return { ...BLANK_PITCH, id: `p${n}`, title: `p${n}`, needs, hosts: [], at };
  });
  // Twice only where all find a cell: what waits is expected otherwise by its card, and the planner finds each a place.
  const twice = 2 * pitches.length <= Math.min(12, slots.length * rooms.length);
  const repeats = drawn.pitches.map((it) => twice && it.twice);
  const facts = Object.fromEntries(
    drawn.pitches.map(({ hosts, before, expected, busy }, n) => [
      `p${n}`,
      {
        hosts: hosts.map((key) => ({ key, name: `Host ${key}` })),
        before,
        expected,
        busy: busy.map(busyFrom),
        ...(repeats[n] && { shape: { length: 1 as const, runs: 2 } }),
      },
    ]),
  );
  const cards: Card[] = pitches.map((pitch, n) => ({
    pitch,
    hands: drawn.pitches[n]!.hands,
    ...facts[pitch.id]!,
  }));
  const cells = slots.flatMap((slot) => rooms.map((room) => ({ slotId: slot.id, roomId: room.id })));
  const off = drawn.off.map(({ room, slot }, n) => {
    return { id: `o${n}`, roomId: `r${room}`, slotId: slot === null ? null : `s${slot}`, note: "" };
  });
  const free = drawn.order.filter((n) => n < cells.length).map((n) => cells[n]!);
  const runs = pitches.flatMap(({ id }, n) => (repeats[n] ? [runOf(id, 0), runOf(id, 1)] : [runOf(id, 0)]));
  const draft = runs.slice(0, free.length).map((run, n): Placement => {
    return { ...run, ...free[n]!, length: 1, pinned: false };
  });
  const pitched = cards.map(({ pitch, ...card }) => ({ ...card, id: pitch.id }));
  const crowd = { people: drawn.people, places: drawn.people, basis: "checked_in" } as const;
  const counts = drawn.counted.flatMap(({ run, heads }) => {
    const at = draft[run];
    const since = slots.find(({ id }) => id === at?.slotId)?.startsAt;
    return at && since
      ? [{ key: keyOf(at), pitchId: at.pitchId, heads, at: since, by: "crew" as const }]
      : [];
  });
  const raised = drawn.pitches.flatMap(({ hands }, n) =>
    Array.from({ length: hands }, (_, who) => ({ pitchId: `p${n}`, who: `camper ${who}` })),
  );
  const hall = { rooms, slots, off, camp: { crowd, slots: slots.length, rooms: rooms.length } };
  const problem = problemOf({ ...hall, pitches, facts, pitched, counts, draft, grid: null, raised }, 0);
  const grid = draft.map(({ pitchId, copy, slotId, roomId }) => ({
    session: pitches.findIndex(({ id }) => id === pitchId),
    copy,
    slot: slots.findIndex(({ id }) => id === slotId),
    room: rooms.findIndex(({ id }) => id === roomId),
  }));
  const at = expectedAt(cards, { rooms, slots, crowd, placements: draft, pitches: facts }, counts);
  const byId = new Map(cards.map((card) => [card.pitch.id, card]));
  const warnings = gridWarnings(draft, { rooms, slots, off }, byId, (run) => at.runs.get(keyOf(run))!);
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
      expect(warned("room_off")).toEqual(broken("room-closed"));
      expect(warned("host_busy")).toEqual(broken("slot-forbidden"));
      // Both runs of one session in a slot are its host twice, where it has one.
      const alone = [...broken("same-session")].filter(
        (id) => drawn.pitches[Number(id.slice(1))]!.hosts.length > 0,
      );
      expect(warned("host_twice")).toEqual(new Set([...broken("host-elsewhere"), ...alone]));
    }),
    { numRuns: 400 },
  );
});

test("what has begun stays where it is, and so does what somebody pinned", () => {
  const { problem } = made({
    rooms: [{ capacity: 9, features: [] }],
    slots: 2,
    pitches: [QUIET, QUIET],
    ...BARE,
  });
  expect(problem.sessions.map(({ pin }) => pin.slot)).toEqual([null, null]);
  expect(problem.slots.map(({ over }) => over)).toEqual([false, false]);
});

describe("a session of two slots that runs twice", () => {
  const slots: SlotOfACamp[] = daySlots(["s0", "s1", "s2", "s3"]).map((it) => ({ ...it, dayId: "day" }));
  const at = "2026-07-14T07:00:00.000Z";
  const pitches = ["a", "b"].map((id): PitchView => ({ ...BLANK_PITCH, id, title: id, hosts: [], at }));
  const rooms = ["r0", "r1"].map(
    (id): RoomView => ({ id, letter: "A", name: id, capacity: 9, features: [] }),
  );
  const facts = { hosts: [], before: 0, expected: null };
  const placed = (copy: number, slotId: string, roomId: string, pinned: boolean): Placement => {
    return { pitchId: "a", copy, slotId, roomId, length: 2, pinned };
  };
  const draft = [placed(0, "s0", "r0", true), placed(3, "s2", "r0", true)];
  const grid = {
    ...{ number: 1, publishedAt: at, rooms, slots, sessions: pitches, changes: [] },
    placements: [placed(0, "s0", "r1", false), placed(3, "s2", "r1", false)],
  };
  const question = {
    ...{ pitches, rooms, slots, draft, grid, raised: [], pitched: [], counts: [], off: [] },
    camp: { crowd: USUAL, slots: 4, rooms: 2 },
    facts: { a: { ...facts, shape: { length: 2 as const, runs: 2 } }, b: facts },
  };
  const problem = problemOf(question, 0);

  test("is that to the planner, each of its pins a hold of its own run", () => {
    const [a, b] = problem.sessions;
    expect(a).toMatchObject({ length: 2, copies: 2, pin: { slot: 0, room: 0 } });
    expect(b).toMatchObject({ length: 1, copies: 1, pin: { slot: null, room: null } });
    expect(problem.published).toEqual([
      { session: 0, copy: 0, slot: 0, room: 1, fixed: false },
      { session: 0, copy: 1, slot: 2, room: 0, fixed: true },
    ]);
  });

  test("is left where its runs are pinned, and nothing else is put into its second slots", () => {
    const { placements } = solve(problem, 1, 2_000);
    expect(placements).toContainEqual({ session: 0, copy: 0, slot: 0, room: 0 });
    expect(placements).toContainEqual({ session: 0, copy: 1, slot: 2, room: 0 });
    expect(placements.find(({ session }) => session === 1)?.room).toBe(1);
  });
});

const HOUR = 3_600_000;

/** Days with their slots in the order of time: how long each pauses before and lasts, and the night before each day. */
const daysOfSlots = fc.array(
  fc.record({
    night: fc.integer({ min: 1, max: 40 }),
    slots: fc.array(
      fc.record({ pause: fc.integer({ min: 0, max: 12 }), hours: fc.integer({ min: 1, max: 12 }) }),
      { minLength: 1, maxLength: 4 },
    ),
  }),
  { minLength: 1, maxLength: 4 },
);

/** As a camp keeps them, the first day from Friday morning on: a late one runs past midnight. */
function slotsOf(days: typeof daysOfSlots extends fc.Arbitrary<infer T> ? T : never): SlotOfACamp[] {
  let at = Date.parse("2012-01-13T08:00:00Z");
  return days.flatMap(({ night, slots }, day) => {
    at += night * HOUR;
    return slots.map(({ pause, hours }, n) => {
      const [startsAt, endsAt] = [at + pause * HOUR, at + (pause + hours) * HOUR];
      at = endsAt;
      const times = { startsAt: new Date(startsAt).toISOString(), endsAt: new Date(endsAt).toISOString() };
      const id = `${day}.${n}`;
      return { id, dayId: `day ${day}`, kind: "session", title: "", ...times, hour: 1, number: n + 1 };
    });
  });
}

const asked = (slots: SlotOfACamp[]) =>
  problemOf(
    {
      pitches: [],
      facts: {},
      ...{ pitched: [], counts: [], camp: { crowd: USUAL, slots: 0, rooms: 0 } },
      rooms: [],
      slots,
      draft: [],
      grid: null,
      raised: [],
      off: [],
    },
    0,
  );

test("two slots are of one day of the problem exactly where they are of one day of the camp, however long the pause", () => {
  fc.assert(
    fc.property(daysOfSlots, (days) => {
      const slots = slotsOf(days);
      expect(asked(slots).slots.map(({ id, day }) => `${day}:${id}`)).toEqual(
        slots.map(({ id }) => `${id.split(".")[0]}:${id}`),
      );
    }),
  );
});

test("a night of four hours parts two days, and a pause of six parts no day", () => {
  const slot = { pause: 0, hours: 1 };
  const short = slotsOf([
    { night: 12, slots: [{ pause: 0, hours: 6 }] },
    { night: 4, slots: [slot] },
  ]);
  expect(short.map(({ startsAt }) => startsAt)).toEqual([
    "2012-01-13T20:00:00.000Z",
    "2012-01-14T06:00:00.000Z",
  ]);
  expect(asked(short).slots.map(({ day }) => day)).toEqual([0, 1]);
  const long = slotsOf([{ night: 1, slots: [slot, { pause: 6, hours: 1 }] }]);
  expect(asked(long).slots.map(({ day }) => day)).toEqual([0, 0]);
});

test("a need and the feature that meets it go to the planner in the same place, and none is lost", () => {
  for (const need of NEEDS) {
    const asked = needsOf([need]);
    const { features, stepFree } = roomToPlan({ id: "r", capacity: 1, features: [need] });
    expect([asked.needs, asked.stepFree]).toEqual([features, stepFree]);
    expect(asked.needs.length + Number(asked.stepFree)).toBe(1);
  }
});

test("an unofficial place is the last that is used, and nobody is without a seat there", () => {
  const drawn = (pitches: number) => ({
    rooms: [
      { capacity: SEATS_UNKNOWN, features: [] },
      { capacity: 20, features: [] },
    ],
    slots: 2,
    pitches: Array.from({ length: pitches }, () => ({ ...QUIET, hands: 15, expected: 15 })),
    ...BARE,
  });
  const unofficial = ({ placements }: ReturnType<typeof solve>) =>
    placements.filter(({ room }) => room === 0);
  expect(unofficial(solve(made(drawn(2)).problem, 1, 2_000))).toEqual([]);
  const three = solve(made(drawn(3)).problem, 1, 2_000);
  expect([unofficial(three).length, three.leftOut.length, three.measures.unseated]).toEqual([1, 0, 0]);
});
