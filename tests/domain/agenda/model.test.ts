import { describe, expect, test } from "vitest";
import { compile, fitsRoom } from "#domain/agenda/model.ts";
import { plain, withSession } from "#tests/domain/agenda/camps.ts";

const base = plain(3, [9, 9], 2, [[0, 1], [1], []]);

describe("compile", () => {
  test("refuses people and sessions that do not exist", () => {
    expect(() => compile(plain(1, [1], 1, [[1]]))).toThrow(RangeError);
    expect(() => compile(withSession(base, 0, { hosts: [3] }))).toThrow(RangeError);
  });

  test("counts a host among those who want the session", () => {
    const { fans } = compile(withSession(base, 0, { hosts: [2] }));
    expect([...fans[0]!]).toEqual([0, 2]);
  });

  test("lets nothing begin in a break, when over, when forbidden or while a host is away", () => {
    const slots = base.slots.map((slot, t) => ({ ...slot, break: t === 0 }));
    const problem = { ...withSession(base, 0, { hosts: [1], forbidden: [1] }), slots, away: [[], [2], []] };
    expect([...compile(problem).allowed]).toEqual([0, 0, 0, 0, 1, 1]);
  });

  test("lets a long session begin only where the next slot is of the same day", () => {
    const slots = base.slots.map((slot, t) => ({ ...slot, day: t === 2 ? 1 : 0 }));
    const { allowed } = compile({ ...withSession(base, 0, { length: 2 }), slots });
    expect([...allowed.slice(0, 3)]).toEqual([1, 0, 0]);
  });

  test("keeps copies of one session apart, and sessions of one host", () => {
    const { conflicts } = compile(
      withSession(withSession(base, 0, { copies: 2, hosts: [0] }), 1, { hosts: [0] }),
    );
    expect(conflicts.map((list) => [...list])).toEqual([
      [1, 2],
      [0, 2],
      [0, 1],
    ]);
  });

  test("nobody could have more than there are slots", () => {
    const many = plain(2, [9], 4, [[0, 1, 2, 3], [0], []]);
    expect([...compile(many).could]).toEqual([2, 1, 0]);
  });
});

test("a room fits by features and step-free access, and a chosen room always fits", () => {
  const steep = { ...base, rooms: base.rooms.map((room, r) => ({ ...room, stepFree: r === 0 })) };
  const problem = withSession(steep, 0, { stepFree: true });
  expect([fitsRoom(problem, 0, 0, -1), fitsRoom(problem, 0, 1, -1), fitsRoom(problem, 0, 1, 1)]).toEqual([
    true,
    false,
    true,
  ]);
});
