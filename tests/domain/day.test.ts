import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { comingSessions, dayAt, isDayDone, minutesUntil, slotsOfDay } from "#domain/day.ts";
import { ON, PHASES } from "#domain/event.ts";
import type { GridView } from "#domain/grid.ts";
import { BLANK_PITCH, type PitchView } from "#domain/pitch.ts";
import type { RoomView } from "#domain/room.ts";
import type { SlotView } from "#domain/slot.ts";
import { slotsOf } from "#tests/support/slots-of.ts";

const at = (time: string) => `2026-07-14T${time}:00.000Z`;
const instant = (time: string) => Date.parse(at(time));

function pitch(id: string): PitchView {
  return {
    ...BLANK_PITCH,
    id,
    title: id,
    hosts: [],
    at: at("09:00"),
  };
}
const room = (letter: string): RoomView => ({
  id: letter,
  letter,
  name: `Room ${letter}`,
  capacity: 40,
  features: [],
});
const slot = (id: string, from: string, to: string, rest: Partial<SlotView> = {}): SlotView => ({
  id,
  kind: "session",
  title: "",
  startsAt: at(from),
  endsAt: at(to),
  hour: 1,
  number: 1,
  ...rest,
});

const grid: GridView = {
  number: 2,
  publishedAt: at("10:30"),
  rooms: [room("A"), room("B")],
  slots: [
    slot("one", "11:00", "11:45"),
    slot("lunch", "11:45", "12:30", { kind: "break", title: "Lunch", hour: 0, number: 0 }),
    slot("two", "12:30", "13:15", { number: 2, hour: 2 }),
  ],
  sessions: [pitch("gritters"), pitch("swaps"), pitch("weeknotes")],
  placements: [
    { pitchId: "gritters", slotId: "one", roomId: "B", copy: 0, length: 1 as const, pinned: false },
    { pitchId: "swaps", slotId: "one", roomId: "A", copy: 0, length: 1 as const, pinned: false },
    { pitchId: "weeknotes", slotId: "two", roomId: "A", copy: 0, length: 1 as const, pinned: false },
    { pitchId: "lost", slotId: "two", roomId: "B", copy: 0, length: 1 as const, pinned: false },
  ],
  changes: [
    {
      pitchId: "swaps",
      copy: 0,
      title: "swaps",
      from: { slotId: "one", roomId: "B" },
      to: { slotId: "one", roomId: "A" },
    },
  ],
};

test("the day is told slot by slot, in the order of the rooms, with what moved", () => {
  const told = slotsOfDay(grid, instant("11:00")).map(({ slot, sessions }) => [
    slot.id,
    sessions.map(({ pitch, room, change }) => [pitch.id, room.letter, change?.from?.roomId]),
  ]);
  expect(told).toEqual([
    [
      "one",
      [
        ["swaps", "A", "B"],
        ["gritters", "B", undefined],
      ],
    ],
    ["lunch", []],
    ["two", [["weeknotes", "A", undefined]]],
  ]);
});

test("what changed is marked until its slot has ended, and what was taken off stays there so long", () => {
  const [moved] = grid.changes;
  const off = { pitchId: "off", copy: 0, title: "off", from: { slotId: "one", roomId: "A" }, to: null };
  const told = (time: string) =>
    slotsOfDay({ ...grid, changes: [moved!, off] }, instant(time)).flatMap(({ slot, sessions, gone }) => [
      ...sessions.flatMap(({ change }) => (change ? [change.pitchId] : [])),
      ...gone.map(({ pitchId }) => `${pitchId} from ${slot.id}`),
    ]);
  expect([told("11:44"), told("11:45")]).toEqual([["swaps", "off from one"], []]);
});

describe("where the day stands", () => {
  test.each([
    ["before the first slot", "10:59", undefined, "one", false],
    ["at its first minute", "11:00", "one", "lunch", false],
    ["in a break", "12:00", "lunch", "two", false],
    ["at the minute a slot ends the next is on", "12:30", "two", undefined, false],
    ["after the last", "13:15", undefined, undefined, true],
  ])("%s", (_, time, on, next, over) => {
    const day = dayAt(grid, instant(time));
    expect([day.on?.slot.id, day.next?.slot.id, day.over]).toEqual([on, next, over]);
  });

  test("a grid without slots is not over", () => {
    expect(dayAt({ ...grid, slots: [] }, instant("12:00"))).toEqual({ on: null, next: null, over: false });
  });
});

test.each([
  ["11:00", 45],
  ["11:44", 1],
  ["11:45", 0],
  ["11:50", 0],
])("at %s it ends in %i minutes", (time, minutes) => {
  expect(minutesUntil(at("11:45"), instant(time))).toBe(minutes);
});

test("a minute that has begun counts until it is over", () => {
  expect(minutesUntil(at("11:45"), instant("11:43") + 30_000)).toBe(2);
});

test.each([
  ["before the day", "09:00", "one"],
  ["during the first slot", "11:10", "two"],
  ["in the break", "12:00", "two"],
  ["in the last slot", "12:30", undefined],
])("the sessions to come, %s, are never a break", (_when, time, id) => {
  expect(comingSessions(grid, instant(time))?.slot.id).toBe(id);
});

test("the sessions to come are in a slot that has some", () => {
  const late = grid.placements.filter(({ slotId }) => slotId === "two");
  expect(comingSessions({ ...grid, placements: late }, instant("09:00"))?.slot.id).toBe("two");
});

test("a day is done once all of the grid up to it has ended, also past midnight, whatever comes on later days", () => {
  const first = Date.parse(at("08:00"));
  const hour = 3_600_000;
  const slots = fc.array(
    fc.record({ from: fc.integer({ min: -12, max: 60 }), hours: fc.integer({ min: 1, max: 12 }) }),
  );
  const iso = (instant: number) => new Date(instant).toISOString();
  fc.assert(
    fc.property(slots, fc.integer({ min: -12, max: 80 }), fc.constantFrom(...PHASES), (some, past, phase) => {
      const days = [0, 1].map((n) => {
        const startsAt = iso(first + n * 24 * hour);
        return {
          id: `${n}`,
          date: startsAt.slice(0, 10),
          startsAt,
          phase: n === 0 ? "sessions" : "doors",
        } as const;
      });
      const now = first + past * hour;
      const made = some.map(({ from, hours }, n) => {
        const [startsAt, endsAt] = [first + from * hour, first + (from + hours) * hour];
        return slot(`${n}`, "00:00", "00:00", { startsAt: iso(startsAt), endsAt: iso(endsAt) });
      });
      const ours = some.filter(({ from }) => from < 16);
      const done = ours.length > 0 && ours.every(({ from, hours }) => from + hours <= past);
      const isOn = (ON as readonly string[]).includes(phase);
      expect(isDayDone({ ...grid, slots: made }, { phase, days, zone: "UTC" }, now)).toBe(isOn && done);
    }),
  );
});

describe("a session of two slots", () => {
  const slots = slotsOf(["one", "two", "lunch", "three"]);
  const [gritters, swaps] = grid.placements;
  const placements = [
    { ...gritters!, length: 2 as const },
    { ...swaps!, slotId: "two" },
    { ...swaps!, slotId: "three", copy: 1 },
  ];
  const day = slotsOfDay({ ...grid, slots, placements, changes: [] }, 0);
  const named = day.map(({ sessions }) =>
    sessions.map(({ pitch, goesOn, others }) => [pitch.id, goesOn, others.map(({ key }) => key)]),
  );

  test("is in both, and goes on in the second, among what begins there", () => {
    expect(named).toEqual([
      [["gritters", false, []]],
      [
        ["swaps", false, ["swaps-1"]],
        ["gritters", true, []],
      ],
      [],
      [["swaps", false, ["swaps"]]],
    ]);
  });

  test("does not make the slot in which it only goes on one that sessions come in", () => {
    const alone = { ...grid, slots, placements: [placements[0]!, placements[2]!], changes: [] };
    expect(comingSessions(alone, Date.parse(slots[0]!.startsAt))?.slot.id).toBe("three");
  });

  test("says of each run alone what changed about it", () => {
    const change = { ...grid.changes[0]!, copy: 1 };
    const told = slotsOfDay({ ...grid, slots, placements, changes: [change] }, 0);
    expect(told.flatMap(({ sessions }) => sessions.map(({ change }) => change?.copy))).toEqual([
      undefined,
      undefined,
      undefined,
      1,
    ]);
  });
});

/** How often a session's slot is looked at when a day of so many slots and rooms is laid out. */
function looksAt(size: number): number {
  const names = Array.from({ length: size }, (_, n) => String(n));
  let looks = 0;
  const placements = names.flatMap((roomId) =>
    names.map((slotId) => ({
      pitchId: `${slotId} ${roomId}`,
      roomId,
      copy: 0,
      length: 1 as const,
      pinned: false,
      get slotId() {
        looks += 1;
        return slotId;
      },
    })),
  );
  const sessions = placements.map(({ pitchId }) => pitch(pitchId));
  const slots = names.map((id) => slot(id, "11:00", "11:45"));
  const days = slotsOfDay({ ...grid, rooms: names.map(room), slots, sessions, placements, changes: [] }, 0);
  expect(days.every((day) => day.sessions.length === size)).toBe(true);
  return looks;
}

test("a day is laid out by looking at each of its sessions as often, and not at all of them for each cell", () => {
  expect(looksAt(12)).toBe(4 * looksAt(6));
});
