import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CAMP, planted } from "#bench/grid/camps.ts";
import { problemOf } from "#bench/grid/instance.ts";
import { onlyHere } from "#domain/agenda/problem.ts";
import { solve } from "#domain/agenda/solve.ts";
import {
  anyCamp,
  breaches,
  everySchedule,
  plain,
  servedOnly,
  withSession,
} from "#tests/domain/agenda/camps.ts";

describe("solve", () => {
  test("breaks no hard rule, whatever the camp, and names everything it leaves out", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), (seed) => {
        const problem = anyCamp(seed);
        const { placements, leftOut } = solve(problem, seed, 800);
        expect(breaches(problem, placements)).toEqual([]);
        const copies = problem.sessions.reduce((sum, it) => sum + it.copies, 0);
        expect(placements.length + leftOut.length).toBe(copies);
      }),
      { numRuns: 80 },
    );
  });

  test("gives the same grid for the same seed, to the byte", () => {
    for (const seed of [1, 2, 3]) {
      const problem = anyCamp(seed);
      expect(JSON.stringify(solve(problem, 7, 3000))).toBe(
        JSON.stringify(solve(structuredClone(problem), 7, 3000)),
      );
    }
  });

  test("finds this grid and no other: what other machines must find too", () => {
    const { placements, score } = solve(
      problemOf(planted({ S: 6, T: 3, R: 2, A: 30 }, 4).instance, "votes"),
      1,
      500,
    );
    expect(score).toBe(90_000);
    expect(placements.map((it) => `${it.slot}${it.room}${it.session}`).join(" ")).toBe(
      "004 011 102 110 203 215",
    );
  });

  test("finds the planted optimum of forty sessions on twenty seeds of twenty", () => {
    const { instance, served } = planted(CAMP, 5);
    const problem = problemOf(instance, "votes");
    for (let seed = 1; seed <= 20; seed++) expect(solve(problem, seed, 15_000).measures.served).toBe(served);
  });

  test("is as good as trying everything, on camps small enough to try everything", () => {
    for (let seed = 1; seed <= 10; seed++) {
      const wants = anyCamp(seed * 31).wants.map((list) => list.filter((s) => s < 6));
      const problem = servedOnly(plain(3, [50, 50], 6, wants));
      let best = 0;
      everySchedule(3, 2, 6, (slotOf) => {
        let served = 0;
        for (const list of wants) served += new Set(list.map((s) => slotOf[s])).size;
        best = Math.max(best, served);
      });
      expect(solve(problem, seed, 4000).measures.served).toBe(best);
    }
  });

  test("leaves out the fewest hands when there are more pitches than cells", () => {
    const wants = [[0, 1, 2], [1, 2], [2, 3], [1], [2], [3], [3]];
    const { leftOut } = solve(plain(3, [20], 4, wants), 1, 2000);
    expect(leftOut).toEqual([{ session: 0, copy: 0, hands: 1, rule: "cell-taken", because: [] }]);
  });

  test("never fails on an impossible wish, and says what stands in the way", () => {
    const lonely = plain(2, [10], 2, [[0, 1], [1]]);
    const noRoom = withSession(lonely, 0, { needs: ["piano"] });
    expect(solve(noRoom, 1, 200).leftOut).toMatchObject([{ session: 0, rule: "room-feature" }]);
    const away = { ...withSession(lonely, 1, { hosts: [0] }), away: [[0, 1], []] };
    expect(solve(away, 1, 200).leftOut).toMatchObject([{ session: 1, rule: "host-away" }]);
    expect(solve({ ...lonely, rooms: [] }, 1, 200).leftOut).toMatchObject([
      { rule: "no-room" },
      { rule: "no-room" },
    ]);
    expect(solve({ ...lonely, slots: [] }, 1, 200).placements).toEqual([]);
    expect(solve(plain(3, [5], 0, [[], []]), 1, 200)).toMatchObject({
      placements: [],
      leftOut: [],
      score: 0,
    });
  });

  test("counts only the people who are here", () => {
    const problem = plain(1, [9], 2, [[0], [0], [0], [1]]);
    expect(solve(problem, 1, 500).placements).toMatchObject([{ session: 0 }]);
    expect(solve(onlyHere(problem, new Set([3])), 1, 500).placements).toMatchObject([{ session: 1 }]);
  });

  test("keeps a pin though the host is away, and warns", () => {
    const problem = withSession(plain(2, [9, 9], 2, [[0, 1], [1]]), 0, {
      hosts: [0],
      pin: { slot: 1, room: 0 },
    });
    const { placements, warnings } = solve({ ...problem, away: [[1], []] }, 1, 500);
    expect(placements).toContainEqual({ session: 0, copy: 0, slot: 1, room: 0 });
    expect(warnings).toEqual([{ session: 0, copy: 0, rule: "host-away", because: [] }]);
  });
});
