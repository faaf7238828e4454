import { describe, expect, test } from "vitest";
import { deltas, whyHere } from "#domain/agenda/reasons.ts";
import { solve } from "#domain/agenda/solve.ts";
import { reckon } from "#domain/agenda/terms.ts";
import { anyCamp, plain, withSession } from "#tests/domain/agenda/camps.ts";

const wants = [[0, 1], [0, 1], [0, 1], [2], [3]];
const base = plain(2, [9, 9], 4, wants);
const grid = [
  { session: 0, copy: 0, slot: 0, room: 0 },
  { session: 2, copy: 0, slot: 0, room: 1 },
  { session: 1, copy: 0, slot: 1, room: 0 },
];

describe("while a card is held", () => {
  test("every cell wears what really happens if it is put there", () => {
    for (let seed = 1; seed <= 12; seed++) {
      const any = anyCamp(seed);
      const problem = { ...any, sessions: any.sessions.map((it) => ({ ...it, length: 1 as const })) };
      const { placements, score } = solve(problem, 1, 300);
      for (const own of placements.slice(0, 3))
        for (const cell of deltas(problem, placements, own.session, own.copy)) {
          const after = placements
            .filter((it) => it !== own && JSON.stringify(it) !== JSON.stringify(cell.with))
            .concat({ ...own, slot: cell.slot, room: cell.room })
            .concat(cell.with ? { ...cell.with, slot: own.slot, room: own.room } : []);
          expect(cell.points).toBe(reckon(problem, after).score - score);
        }
    }
  });

  test("a long card changes places with both in its way, and one that would not fit comes out", () => {
    const problem = withSession(base, 0, { length: 2 });
    const at = (session: number, slot: number, room: number) => ({ session, copy: 0, slot, room });
    const there = [at(0, 0, 0), at(1, 0, 1), at(2, 1, 1)];
    const { score } = reckon(problem, there);
    const of = (session: number, slot: number, room: number) =>
      [...deltas(problem, there, session)].find((it) => it.slot === slot && it.room === room)!;
    const swapped = [at(0, 0, 1), at(1, 0, 0), at(2, 1, 0)];
    expect(of(0, 0, 1)).toMatchObject({
      points: reckon(problem, swapped).score - score,
      with: { session: 1 },
      rules: [],
    });
    // The long one has no two cells where the short one was.
    const out = [at(1, 0, 0), at(2, 1, 1)];
    expect(of(1, 0, 0)).toMatchObject({ points: reckon(problem, out).score - score, rules: [] });
  });

  test("a cell says how many fewer people, and because of whom", () => {
    const cells = [...deltas(base, grid, 0)];
    expect(cells.find((it) => it.slot === 1 && it.room === 1)).toMatchObject({
      people: -3,
      because: [1],
      with: null,
      rules: [],
    });
    expect(cells.find((it) => it.slot === 0 && it.room === 0)).toMatchObject({ people: 0, points: 0 });
    expect(cells.find((it) => it.slot === 1 && it.room === 0)).toMatchObject({
      people: 0,
      with: { session: 1 },
    });
  });

  test("a forbidden cell names the rule", () => {
    const hosted = withSession(withSession(base, 0, { hosts: [0] }), 1, { hosts: [0] });
    const cell = [...deltas(hosted, grid, 0)].find((it) => it.slot === 1 && it.room === 1)!;
    expect(cell.rules).toMatchObject([{ rule: "host-elsewhere", because: [1] }]);
  });

  test("a card from outside the grid takes the cell, and the other comes out", () => {
    const cell = [...deltas(base, grid, 3)].find((it) => it.slot === 0 && it.room === 0)!;
    expect(cell).toMatchObject({ with: { session: 0 }, people: 1 - 3 });
  });
});

describe("why is it here", () => {
  test("what it brings, the best other cell and its cost, and what is forbidden", () => {
    const problem = withSession(base, 0, { forbidden: [1] });
    const why = whyHere(problem, grid, 0, [...deltas(problem, grid, 0)]);
    expect(why.terms.served).toBe(3000);
    expect(why.best).toMatchObject({ slot: 0, room: 1 });
    expect(why.forbidden).toEqual({ "slot-forbidden": 2 });
  });

  test("has no answer for what is nowhere", () => {
    expect(() => whyHere(base, grid, 3, [])).toThrow(RangeError);
  });
});
