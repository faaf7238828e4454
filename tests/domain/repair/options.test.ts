import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { edited, occupantOf } from "#domain/draft.ts";
import { type Repair, repairsOf } from "#domain/repair/options.ts";
import { troubleAt } from "#domain/repair/where.ts";
import { canRepair, concernedBy, repairing, TROUBLES, type Trouble, withClosings } from "#domain/repair.ts";
import { offAt } from "#domain/room-off.ts";
import { runKey, runsOf } from "#domain/run.ts";
import { hasBegun } from "#domain/slot.ts";
import { type DayDrawn, dayDrawn, dayOf } from "#tests/support/repairing.ts";

const picked = fc.record({ kind: fc.constantFrom(...TROUBLES), nth: fc.nat(9), only: fc.boolean() });

/** Something that happens on such a day; null where nothing is ahead there. */
function troubleOn(
  { grid, now }: ReturnType<typeof dayOf>,
  { kind, nth, only }: typeof picked extends fc.Arbitrary<infer T> ? T : never,
): Trouble | null {
  const where = kind === "room_gone" ? `r${nth % 4}` : kind === "slot_lost" ? `s${nth % 4}` : `p${nth}`;
  return troubleAt(kind, { where, slot: only ? `s${nth % 4}` : null }, grid, now, "Europe/London");
}

const after = (asked: ReturnType<typeof dayOf>, { moves }: Repair) => {
  const edit = repairing(asked.grid.placements, moves);
  const { placements } = asked.grid;
  return edit ? edited({ placements, pitches: {} }, edit).placements : placements;
};

function everyRepair(check: (asked: ReturnType<typeof dayOf>, trouble: Trouble, repairs: Repair[]) => void) {
  fc.assert(
    fc.property(dayDrawn, picked, (drawn, pick) => {
      const asked = dayOf(drawn);
      const trouble = troubleOn(asked, pick);
      if (trouble) check(asked, trouble, repairsOf(asked, trouble));
    }),
    { numRuns: 60 },
  );
}

describe("whatever happens on whatever day", () => {
  test("nothing that is on or pinned moves but what it happened to, and nothing goes into a room that is off", () => {
    everyRepair((asked, trouble, repairs) => {
      const named = new Set(concernedBy(asked.grid, trouble).map(({ key }) => key));
      const runs = new Map(runsOf(asked.grid).map((run) => [run.key, run]));
      for (const { moves, closes } of repairs)
        for (const { pitchId, copy, from, to } of moves) {
          const run = runs.get(runKey(pitchId, copy))!;
          expect(from).toEqual({ slotId: run.slotId, roomId: run.roomId });
          const pinned = asked.grid.placements.find((it) => it.pitchId === pitchId)!.pinned;
          if (pinned || hasBegun(run, asked.now)) expect(named).toContain(run.key);
          if (!to) continue;
          expect(offAt(withClosings(asked.off, closes), to)).toBeNull();
          const slot = asked.grid.slots.find(({ id }) => id === to.slotId)!;
          if (hasBegun(slot, asked.now)) expect(to.slotId).toBe(from!.slotId);
        }
    });
  });

  test("what it happened to is somewhere else or off, and everything else is where it was or has changed places", () => {
    everyRepair((asked, trouble, repairs) => {
      const named = new Set(concernedBy(asked.grid, trouble).map(({ key }) => key));
      for (const repair of repairs) {
        const moved = new Set(repair.moves.map(({ pitchId, copy }) => runKey(pitchId, copy)));
        for (const key of named) expect(moved).toContain(key);
        const others = repair.moves.filter(({ pitchId, copy }) => !named.has(runKey(pitchId, copy)));
        expect(others.length).toBeLessThanOrEqual(named.size);
        expect(others.every(({ to }) => to !== null)).toBe(true);
        if (repair.way !== "exchange") expect([...moved].filter((key) => !named.has(key))).toEqual([]);
        const grid = after(asked, repair);
        expect(new Set(grid.map(({ slotId, roomId }) => `${slotId} ${roomId}`)).size).toBe(grid.length);
        for (const before of asked.grid.placements)
          if (!moved.has(before.pitchId))
            expect(occupantOf({ placements: grid, slots: asked.grid.slots }, before)).toEqual(before);
      }
    });
  });

  test("each can be made as it is shown, the last takes off, and no two are alike", () => {
    everyRepair((asked, trouble, repairs) => {
      const named = new Set(concernedBy(asked.grid, trouble).map(({ key }) => key));
      for (const repair of repairs) expect(canRepair(repair, { ...asked, named })).toBe(true);
      if (named.size > 0) expect(repairs.at(-1)!.way).toBe("off");
      const told = repairs.map(({ moves }) => JSON.stringify(moves));
      expect(new Set(told).size).toBe(told.length);
      expect(repairs.length).toBeLessThanOrEqual(4);
      for (const { people } of repairs) expect(people).toBeLessThanOrEqual(asked.problem.wants.length);
    });
  });
});

/** Four rooms of 10, 20, 40 and 60 seats; as many sessions as hands are given, dealt into cells by their numbers. */
function day(
  pitches: readonly { hands: number; cell: number; pinned?: boolean; expected?: number }[],
  over: Partial<DayDrawn> = {},
) {
  const cells = pitches.map(({ cell }) => cell);
  return dayOf({
    pitches: pitches.map(({ hands, pinned = false, expected }) => {
      return { needs: [], hosts: [], hands, pinned, expected: expected ?? hands };
    }),
    capacities: [10, 20, 40, 60],
    features: [[], [], [], []],
    unofficial: [false, false, false, false],
    order: [...cells, ...[...Array(16).keys()].filter((n) => !cells.includes(n))],
    away: Array(10).fill(false),
    off: [],
    now: 0.25,
    ...over,
  });
}
const cellOf = (n: number) => ({ slotId: `s${Math.floor(n / 4)}`, roomId: `r${n % 4}` });
const goes = (repair: Repair | undefined) => repair?.moves.map(({ pitchId, to }) => [pitchId, to]);

test("a session that is on goes from a room that has gone into a free one at the same time", () => {
  const asked = day([
    { hands: 15, cell: 1 },
    { hands: 5, cell: 0 },
  ]);
  const [best, ...others] = repairsOf(asked, { kind: "room_gone", roomId: "r1", slotIds: ["s0", "s1"] });
  expect(best!.way).toBe("same_slot");
  expect(best!.people).toBe(15);
  expect(best!.unseated).toBe(0);
  expect(goes(best)).toEqual([["p0", expect.objectContaining({ slotId: "s0" })]]);
  expect(best!.closes).toEqual([{ roomId: "r1", slotIds: ["s0", "s1"] }]);
  expect(goes(others.at(-1))).toEqual([["p0", null]]);
});

/** The same day with the first session once more in another cell, and as many people at each of its runs. */
function again(asked: ReturnType<typeof dayOf>, cell: number, heads: number): typeof asked {
  const placement = { ...asked.grid.placements[0]!, copy: 1, ...cellOf(cell) };
  const grid = { ...asked.grid, placements: [...asked.grid.placements, placement] };
  const second = { session: 0, copy: 1, slot: Math.floor(cell / 4), room: cell % 4, fixed: false };
  const problem = {
    ...asked.problem,
    sessions: asked.problem.sessions.with(0, {
      ...asked.problem.sessions[0]!,
      ...{ copies: 2, audience: [heads, heads] },
    }),
    published: [...asked.problem.published, second],
  };
  const copies = asked.copies.with(0, [0, 1]);
  return { ...asked, grid, problem, copies, draft: [...asked.draft, placement] };
}

test("a second run is looked a room for at its own time as a first one is, also where another time has more seats", () => {
  const gone = { kind: "room_gone" as const, roomId: "r2", slotIds: ["s1"] };
  const only = { off: [{ room: 3, slot: 1 }] };
  // Of ten sessions the planner may move one that need not.
  const others = [0, 1, 2, 3, 4, 8, 9, 11, 12].map((cell) => ({ hands: 0, cell }));
  const first = again(day([{ hands: 1, cell: 6 }, ...others], only), 10, 60);
  const second = again(day([{ hands: 1, cell: 10 }, ...others], only), 6, 60);
  for (const [asked, copy] of [[first, 0] as const, [second, 1] as const]) {
    const found = repairsOf(asked, gone);
    expect(found.map(({ way }) => way)).toContain("same_slot");
    expect(found.find(({ way }) => way === "same_slot")!.moves).toMatchObject([{ copy, to: cellOf(5) }]);
  }
});

test("people who would have no seat are counted", () => {
  const asked = day([{ hands: 15, cell: 1 }], {
    off: [
      { room: 2, slot: null },
      { room: 3, slot: null },
    ],
  });
  const [best] = repairsOf(asked, { kind: "room_gone", roomId: "r1", slotIds: ["s0", "s1", "s2", "s3"] });
  expect(goes(best)).toEqual([["p0", cellOf(0)]]);
  expect(best!.unseated).toBe(5);
});

test("a room that has gone with nothing in it is only switched off", () => {
  const asked = day([{ hands: 15, cell: 1 }]);
  const found = repairsOf(asked, { kind: "room_gone", roomId: "r0", slotIds: ["s0"] });
  expect(found).toEqual([
    { way: "nothing_there", moves: [], closes: [{ roomId: "r0", slotIds: ["s0"] }], people: 0, unseated: 0 },
  ]);
});

test("what is full goes into a larger room, or changes places with what needs fewer seats", () => {
  const full = { kind: "full" as const, key: "p0" };
  const alone = day([{ hands: 15, cell: 4 }], { unofficial: [false, false, false, false] });
  const [larger] = repairsOf({ ...alone, heads: new Map([["p0", 35]]) }, full);
  expect(larger!.moves[0]!.to).toEqual(cellOf(6));
  expect(larger!.unseated).toBe(-25);
  const crowd = day([
    { hands: 35, cell: 8 },
    { hands: 3, cell: 9 },
    { hands: 3, cell: 10 },
    { hands: 50, cell: 11 },
  ]);
  const exchange = repairsOf(crowd, full).find(({ way }) => way === "exchange");
  expect(goes(exchange)?.sort()).toEqual([
    ["p0", cellOf(10)],
    ["p2", cellOf(8)],
  ]);
});

test("what a host cannot do now is done later, or not at all", () => {
  const asked = day([{ hands: 9, cell: 4 }]);
  const found = repairsOf(asked, { kind: "host_ill", key: "p0" });
  expect(found.map(({ way }) => way)).toEqual(["later", "off"]);
  expect(["s2", "s3"]).toContain(found[0]!.moves[0]!.to!.slotId);
});

test("of a slot that is lost everything goes elsewhere in time, and no room is left in it", () => {
  const asked = day([
    { hands: 9, cell: 4 },
    { hands: 8, cell: 5 },
    { hands: 8, cell: 9 },
  ]);
  const [best] = repairsOf(asked, { kind: "slot_lost", slotId: "s1" });
  expect(best!.moves.map(({ pitchId }) => pitchId).sort()).toEqual(["p0", "p1"]);
  for (const { to } of best!.moves) expect(["s2", "s3"]).toContain(to!.slotId);
  expect(best!.closes.map(({ slotIds }) => slotIds)).toEqual([["s1"], ["s1"], ["s1"], ["s1"]]);
});

test("an unofficial place comes last, and is never too small", () => {
  const asked = day([{ hands: 15, cell: 5 }], {
    capacities: [5_000, 20, 18, 60],
    unofficial: [true, false, false, false],
    off: [{ room: 3, slot: null }],
  });
  const gone = { kind: "room_gone" as const, roomId: "r1", slotIds: ["s1"] };
  expect(repairsOf(asked, gone)[0]!.moves[0]!.to).toEqual(cellOf(6));
});
