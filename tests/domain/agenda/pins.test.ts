import { expect, test } from "vitest";
import { compile } from "#domain/agenda/model.ts";
import { plain, withSession } from "#tests/domain/agenda/camps.ts";

const two = plain(2, [9, 9], 2, [[0], [1]]);

test("of two pinned to one cell the first stays and the other names it", () => {
  const pin = { slot: 1, room: 0 };
  const { pins } = compile(withSession(withSession(two, 0, { pin }), 1, { pin }));
  expect([...pins.impossible]).toEqual([0, 1]);
  expect(pins.blocker[1]).toBe(0);
});

test("what is running goes before any pin", () => {
  const pinned = withSession(two, 0, { pin: { slot: 1, room: 0 } });
  const { pins } = compile({
    ...pinned,
    published: [{ session: 1, copy: 0, slot: 1, room: 0, fixed: true }],
  });
  expect([...pins.impossible]).toEqual([1, 0]);
});

test("a long session cannot be pinned over the end of the day", () => {
  const { pins } = compile(withSession(two, 0, { length: 2, pin: { slot: 1, room: 0 } }));
  expect(pins.impossible[0]).toBe(1);
});

test("a pin holds the first copy of a repeat only", () => {
  const { pins } = compile(withSession(two, 0, { copies: 2, pin: { slot: 1, room: null } }));
  expect([...pins.slot]).toEqual([1, -1, -1]);
});
