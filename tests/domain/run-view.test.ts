import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runsOf } from "#domain/run.ts";
import {
  clashesOf,
  hasEnded,
  isKnown,
  isOnAt,
  otherRuns,
  type RunView,
  roomPage,
  sessionPage,
  theirsFirst,
  viewRuns,
} from "#domain/run-view.ts";
import { anyGrid } from "#tests/support/any-grid.ts";
import { pitch } from "#tests/support/snapshot.ts";

const at = (hour: number, minute = 0) => new Date(Date.UTC(2026, 6, 14, hour, minute)).toISOString();
const run = (pitchId: string, from: number, to: number, copy = 0): RunView => {
  const times = { startsAt: at(from), endsAt: at(to) };
  return {
    ...{
      key: copy ? `${pitchId}-${copy}` : pitchId,
      pitchId,
      copy,
      slotId: `s${from}`,
      roomId: "r",
      ...times,
    },
    pitch: pitch(pitchId),
    room: { id: "r", letter: "A", name: "Hall", capacity: 40, features: [] },
    slot: { id: `s${from}`, kind: "session", title: "", ...times, hour: 1, number: 1 },
    change: null,
  };
};
const keys = (runs: readonly RunView[]) => runs.map(({ key }) => key);

test("every run whose text is published is shown once, in the order of the runs, with its own room and slot", () => {
  fc.assert(
    fc.property(anyGrid, (grid) => {
      const shown = viewRuns(grid, 0);
      const said = new Set(grid.sessions.map(({ id }) => id));
      expect(keys(shown)).toEqual(
        runsOf(grid)
          .filter(({ pitchId }) => said.has(pitchId))
          .map(({ key }) => key),
      );
      for (const one of shown)
        expect([one.pitch.id, one.room.id, one.slot.id]).toEqual([one.pitchId, one.roomId, one.slotId]);
    }),
  );
});

test("it is on from its first instant until just before its last", () => {
  const one = run("a", 9, 10);
  const [from, to] = [Date.parse(at(9)), Date.parse(at(10))];
  expect([from - 1, from, to - 1, to].map((now) => isOnAt(one, now))).toEqual([false, true, true, false]);
  expect([from, to - 1, to].map((now) => hasEnded(one, now))).toEqual([false, false, true]);
});

test("what runs again is found by its pitch, and is not itself", () => {
  const all = [run("a", 9, 10), run("b", 9, 10), run("a", 11, 12, 1)];
  expect(keys(otherRuns(all[0]!, all))).toEqual(["a-1"]);
  expect(keys(otherRuns(all[2]!, all))).toEqual(["a"]);
  expect(otherRuns(all[1]!, all)).toEqual([]);
});

describe("a clash", () => {
  const long = run("long", 9, 11);
  const all = [run("a", 9, 10), run("b", 10, 11), run("c", 11, 12), long, run("long", 10, 11, 1)];

  test("is whatever else somebody wants while it is on, and not what begins as it ends", () => {
    expect(keys(clashesOf(long, all, () => true))).toEqual(["a", "b"]);
    expect(keys(clashesOf(long, all, ({ key }) => key !== "a"))).toEqual(["b"]);
    expect(clashesOf(long, all, () => false)).toEqual([]);
  });

  test("is one of both, never with itself, and never with the same session run again", () => {
    const times = fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 1, max: 5 }));
    fc.assert(
      fc.property(fc.array(times, { minLength: 2, maxLength: 8 }), (spans) => {
        const runs = spans.map(([from, long], n) => run(`p${n % 5}`, from, from + long, Math.floor(n / 5)));
        for (const one of runs)
          for (const other of runs) {
            const meets = clashesOf(one, runs, () => true).includes(other);
            expect(clashesOf(other, runs, () => true).includes(one)).toBe(meets);
            if (meets) expect(one.pitchId).not.toBe(other.pitchId);
          }
      }),
    );
  });
});

test("theirs come first, and nothing else changes its order", () => {
  const all = ["a", "b", "c", "d"].map((id) => run(id, 9, 10));
  expect(keys(theirsFirst(all, ({ pitchId: id }) => id === "d" || id === "b"))).toEqual(["b", "d", "a", "c"]);
  expect(keys(theirsFirst(all, () => false))).toEqual(["a", "b", "c", "d"]);
});

test("a stranger is not told what is not listed, and whoever reads its title is", () => {
  const told = { ...run("a", 9, 10), pitch: pitch("a", "unlisted") };
  expect(isKnown(told, "A session")).toBe(true);
  expect(isKnown({ pitch: { ...told.pitch, title: "A session" } }, "A session")).toBe(false);
  expect(isKnown({ pitch: { ...pitch("b"), title: "A session" } }, "A session")).toBe(true);
});

test("a session and a room have an address of their own", () => {
  expect(sessionPage("brum", "a-1")).toBe("/e/brum/sessions/a-1");
  expect(roomPage("brum", "B")).toBe("/e/brum/rooms/B");
});
