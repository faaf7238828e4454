import { expect, test } from "vitest";
import { cellsOf, chain, longMove, rotation } from "#domain/agenda/compound.ts";
import { greedy } from "#domain/agenda/greedy.ts";
import { compile } from "#domain/agenda/model.ts";
import { random } from "#domain/agenda/random.ts";
import { plain, withSession } from "#tests/domain/agenda/camps.ts";

const full = plain(3, [9, 9], 6, [[0, 1, 2, 3, 4, 5]]);

test("a slot has as many cells as rooms open in it or pinned in it", () => {
  const rooms = full.rooms.map((room, r) => ({ ...room, closed: r === 0 ? [0, 1] : [] }));
  const pinned = withSession({ ...full, rooms }, 0, { pin: { slot: 1, room: 0 } });
  expect([...cellsOf(greedy(compile(pinned), random(1))).slice(0, 3)]).toEqual([1, 2, 2]);
});

test("a rotation passes through three slots and keeps every slot as full as it was", () => {
  const state = greedy(compile(full), random(1));
  const dice = random(2);
  const steps = Array.from({ length: 50 }, () => rotation(state, 0, cellsOf(state), dice)).filter(
    (it) => it.length === 3,
  );
  expect(steps.length).toBeGreaterThan(5);
  for (const ring of steps) {
    const from = ring.map(({ unit }) => state.begin[unit]!).sort();
    expect(ring.map(({ slot }) => slot).sort()).toEqual(from);
    expect(new Set(from).size).toBe(3);
  }
});

test("a chain takes the host's other session across the other way", () => {
  const blocked = withSession(withSession(full, 0, { hosts: [0] }), 1, { hosts: [0] });
  const state = greedy(compile(blocked), random(1));
  const dice = random(5);
  const crossing = Array.from({ length: 60 }, () => chain(state, 0, cellsOf(state), dice)).filter((steps) =>
    steps.some(({ unit, slot }) => unit === 0 && slot === state.begin[1]),
  );
  expect(crossing.length).toBeGreaterThan(0);
  for (const steps of crossing) expect(steps).toContainEqual({ unit: 1, slot: state.begin[0], room: -1 });
});

test("a long session goes where the day allows and makes room there", () => {
  const long = withSession(plain(3, [9, 9], 5, [[0]]), 0, { length: 2 });
  const state = greedy(compile(long), random(1));
  const dice = random(3);
  for (let i = 0; i < 40; i++) {
    const [first] = longMove(state, 0, cellsOf(state), dice);
    if (first) expect([0, 1]).toContain(first.slot);
  }
});
