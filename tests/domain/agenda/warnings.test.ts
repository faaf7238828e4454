import { expect, test } from "vitest";
import type { Placement } from "#domain/agenda/problem.ts";
import { broken, span, warningsOf } from "#domain/agenda/warnings.ts";
import { plain, withSession } from "#tests/domain/agenda/camps.ts";

const at = (session: number, slot: number, room: number, copy = 0): Placement => ({
  session,
  copy,
  slot,
  room,
});
const base = plain(2, [9, 9], 2, [[0], [1]]);
const rules = (problem: typeof base, grid: Placement[], it = grid[0]!) =>
  broken(problem, grid, it).map(({ rule }) => rule);

test("each rule is named when it is broken, and only then", () => {
  const one = (problem: typeof base) => rules(problem, [at(0, 0, 0)]);
  const slots = (change: object) => ({ ...base, slots: base.slots.map((slot) => ({ ...slot, ...change })) });
  expect(one(base)).toEqual([]);
  expect(one(slots({ break: true }))).toEqual(["break"]);
  expect(one(slots({ over: true }))).toEqual(["slot-over"]);
  expect(one(withSession(base, 0, { forbidden: [0] }))).toEqual(["slot-forbidden"]);
  expect(one(withSession(base, 0, { pin: { slot: 1, room: null } }))).toEqual(["pinned-elsewhere"]);
  expect(one({ ...withSession(base, 0, { hosts: [1] }), away: [[], [0]] })).toEqual(["host-away"]);
  expect(one({ ...base, rooms: base.rooms.map((room) => ({ ...room, closed: [0] })) })).toEqual([
    "room-closed",
  ]);
  expect(one(withSession(base, 0, { needs: ["screen"] }))).toEqual(["room-feature"]);
  const steps = { ...base, rooms: base.rooms.map((room) => ({ ...room, stepFree: false })) };
  expect(one(withSession(steps, 0, { stepFree: true }))).toEqual(["step-free"]);
  expect(rules(withSession(base, 0, { length: 2 }), [at(0, 1, 0)])).toEqual(["day-ends"]);
});

test("rules between two sessions name the other one", () => {
  const hosted = withSession(withSession(base, 0, { hosts: [0] }), 1, { hosts: [0] });
  const grid = [at(0, 0, 0), at(1, 0, 1)];
  expect(broken(hosted, grid, grid[0]!)).toEqual([
    { session: 0, copy: 0, rule: "host-elsewhere", because: [1] },
  ]);
  const same = [at(0, 0, 0), at(1, 0, 0)];
  expect(warningsOf(base, same).map(({ rule, because }) => [rule, because])).toEqual([
    ["cell-taken", [1]],
    ["cell-taken", [0]],
  ]);
  expect(rules(withSession(base, 0, { copies: 2 }), [at(0, 0, 0), at(0, 0, 1, 1)])).toEqual(["same-session"]);
});

test("a long session is looked at in both its slots", () => {
  const long = withSession(base, 0, { length: 2, forbidden: [1] });
  expect(span(long, at(0, 0, 0))).toEqual([0, 1]);
  expect(rules(long, [at(0, 0, 0), at(1, 1, 0)])).toEqual(["slot-forbidden", "cell-taken"]);
});
