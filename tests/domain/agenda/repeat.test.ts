import { describe, expect, test } from "vitest";
import { random } from "#domain/agenda/random.ts";
import { repeatOf, repeatsOf } from "#domain/agenda/repeat.ts";
import { reckon } from "#domain/agenda/terms.ts";
import { broken } from "#domain/agenda/warnings.ts";
import { plain, withSession } from "#tests/domain/agenda/camps.ts";

const at = (session: number, slot: number, room: number) => ({ session, copy: 0, slot, room });
/** Four want both of what runs side by side; two want the third alone, after it. */
const both = [0, 1];
const problem = plain(2, [9, 9], 3, [both, both, both, both, [2], [2]]);
const grid = [at(0, 0, 0), at(1, 0, 1), at(2, 1, 0)];

describe("a repeat", () => {
  test("is of what people miss, in a free cell in which they have nothing else", () => {
    expect(repeatOf(problem, grid, 0)).toEqual({
      ...{ session: 0, slot: 1, room: 1 },
      ...{ people: 4, hosting: 0, seats: 0 },
    });
    expect(repeatOf(problem, grid, 2)).toBeNull();
    const full = { ...problem, rooms: problem.rooms.slice(0, 1) };
    expect(repeatOf(full, [at(0, 0, 0), at(2, 1, 0)], 0)).toBeNull();
  });

  test("is for nobody who can go then and to the other at another time", () => {
    const twice = withSession(plain(3, [9, 9], 3, [both, both, both, both]), 1, { copies: 2 });
    const once = [at(0, 0, 0), at(1, 0, 1)];
    expect(repeatOf(twice, [...once, { ...at(1, 1, 0), copy: 1 }], 0)).toBeNull();
    expect(repeatOf(withSession(twice, 1, { copies: 1 }), once, 0)).toMatchObject({ people: 4 });
  });

  test("says who of them hosts something else each time it runs", () => {
    expect(repeatOf(withSession(problem, 1, { hosts: [3] }), grid, 0)).toMatchObject({
      people: 4,
      hosting: 1,
    });
  });

  test("is not where its host is busy or away, nor of what has a run without a cell", () => {
    const host = withSession(withSession(problem, 0, { hosts: [9] }), 2, { hosts: [9] });
    expect(repeatOf({ ...host, wants: [...host.wants, [], [], [], []] }, grid, 0)).toBeNull();
    expect(repeatOf(withSession(problem, 0, { forbidden: [1] }), grid, 0)).toBeNull();
    expect(repeatOf(withSession(problem, 0, { copies: 2 }), grid, 0)).toBeNull();
  });

  test("goes into the smallest room that is large enough, and says how many find a seat by it", () => {
    const rooms = plain(2, [20, 60, 30], 3, []).rooms;
    const sized = withSession({ ...problem, rooms }, 0, { audience: [50] });
    expect(repeatOf(sized, [at(0, 0, 0), at(1, 0, 1), at(2, 1, 0)], 0)).toMatchObject({
      ...{ slot: 1, room: 2 },
      seats: 25,
    });
  });

  test("promises no seat to those who stood in a run that is over", () => {
    const rooms = plain(3, [20, 60, 30], 3, []).rooms;
    const three = plain(3, [20, 60, 30], 3, [both, both, both, both]);
    const began = (slots: typeof three.slots) => slots.map((slot, n) => ({ ...slot, over: n === 0 }));
    const sized = withSession({ ...three, rooms }, 0, { audience: [50] });
    const placed = [at(0, 0, 0), at(1, 0, 1)];
    expect(repeatOf(sized, placed, 0)).toMatchObject({ people: 4, seats: 25 });
    expect(repeatOf({ ...sized, slots: began(sized.slots) }, placed, 0)).toMatchObject({
      people: 4,
      seats: 0,
    });
    // Of two runs the one ahead alone shares its people with a third.
    const again = withSession(sized, 0, { audience: [80, 50], copies: 2 });
    const twice = [...placed, { ...at(0, 1, 0), copy: 1 }, at(2, 1, 1)];
    const known = { ...again, slots: began(again.slots) };
    expect(repeatOf(known, twice, 0)).toMatchObject({ slot: 2, room: 2, seats: 25 });
  });

  test("of a long session has both its slots free", () => {
    const long = withSession(plain(4, [9, 9], 2, [both, both, both]), 0, { length: 2 });
    expect(repeatOf(long, [at(0, 0, 0), at(1, 1, 1)], 0)).toMatchObject({ slot: 2, people: 3 });
    expect(repeatOf(long, [at(0, 0, 0), at(1, 1, 1), { ...at(1, 3, 1), copy: 1 }], 0)).toBeNull();
  });
});

test("repeats are named the most useful first, a few, each into a cell of its own, and none for too few", () => {
  const wants = Array.from({ length: 12 }, (_, person) => (person < 7 ? [0, 1] : [2, 3]));
  const four = plain(2, [9, 9, 9, 9], 4, wants);
  const start = [0, 1, 2, 3].map((session) => at(session, 0, session));
  expect(repeatsOf(four, start)).toMatchObject([
    { session: 0, people: 7 },
    { session: 2, people: 5 },
  ]);
  const few = plain(2, [9, 9], 2, [both, both]);
  expect(repeatsOf(few, [at(0, 0, 0), at(1, 0, 1)])).toEqual([]);
});

test("whatever people want, repeats break no rule, and whoever they are for has one slot more", () => {
  let found = 0;
  for (let seed = 1; seed <= 30; seed++) {
    const dice = random(seed);
    const some = () => [0, 1, 2, 3, 4, 5, 6, 7].filter(() => dice.below(3) === 0);
    let known = plain(3, [12, 9, 30, 20, 8], 8, Array.from({ length: 40 }, some));
    for (let s = 0; s < 8; s++)
      known = withSession(known, s, {
        hosts: [s],
        forbidden: [dice.below(6)],
        audience: [10 + dice.below(20)],
      });
    let now = Array.from({ length: 8 }, (_, s) => at(s, s % 2, s >> 1));
    for (const { session, slot, room, people, hosting, seats } of repeatsOf(known, now)) {
      found++;
      const { copies, audience } = known.sessions[session]!;
      const card = { session, copy: copies, slot, room };
      expect(broken(known, [...now, card], card)).toEqual([]);
      expect(people + seats).toBeGreaterThanOrEqual(3);
      expect(hosting).toBeLessThanOrEqual(people);
      const before = reckon(known, now).measures.served;
      known = withSession(known, session, { copies: copies + 1, audience: [...audience!, 0] });
      now = [...now, card];
      expect(reckon(known, now).measures.served).toBeGreaterThanOrEqual(before + people);
    }
  }
  expect(found).toBeGreaterThan(30);
});
