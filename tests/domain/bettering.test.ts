import fc from "fast-check";
import { expect, test } from "vitest";
import { finish } from "#domain/agenda/pauses.ts";
import { PLAIN, type Problem, WEIGHTS } from "#domain/agenda/problem.ts";
import { type Better, bettering } from "#domain/bettering.ts";
import type { Placement } from "#domain/grid.ts";
import { weighing, weightAt } from "#domain/weighing.ts";

/** Two slots, a large room and a small one, three sessions, and two people who want a and b. */
const problem = (rest: Partial<Problem> = {}): Problem => ({
  slots: ["noon", "one"].map((id) => ({ id, day: 0, break: false, over: false })),
  rooms: [
    { id: "hall", capacity: 9, features: [], stepFree: true, closed: [] },
    { id: "den", capacity: 1, features: [], stepFree: true, closed: [] },
  ],
  sessions: ["a", "b", "c"].map((id) => ({ ...PLAIN, id, hosts: [] })),
  wants: [
    [0, 1],
    [0, 1],
  ],
  away: [],
  here: null,
  published: [],
  weights: WEIGHTS,
  ...rest,
});
const at = (pitchId: string, slotId: string, roomId: string) => ({
  pitchId,
  slotId,
  roomId,
  copy: 0,
  length: 1 as const,
  pinned: false,
});
const better = (placements: readonly Placement[], of = problem()): Better | null =>
  finish(bettering({ problem: of, pitchIds: ["a", "b", "c"], copies: [[0], [0], [0]], placements }));

test("two that tear the same people are moved apart, and nothing is left to do then", () => {
  const found = better([at("a", "noon", "hall"), at("b", "noon", "den"), at("c", "one", "den")]);
  expect(found).toMatchObject({ rule: null, people: 2 });
  expect(["a", "b"]).toContain(found!.pitchId);
});

test("a card of the tray goes where it takes none off, and what is pinned stays", () => {
  const full = [at("a", "noon", "hall"), at("b", "one", "hall")];
  const one = problem({ rooms: problem().rooms.slice(0, 1) });
  expect(better(full, one)?.pitchId).not.toBe("c");
  const pinned = problem({
    sessions: problem().sessions.map((it, n) => ({ ...it, pin: n < 2 ? { slot: 0, room: n } : PLAIN.pin })),
  });
  const draft = [at("a", "noon", "hall"), at("b", "noon", "den"), at("c", "one", "hall")];
  expect(["a", "b"]).not.toContain(better(draft, pinned)?.pitchId);
});

test("whatever the draft, it breaks no rule, and what is said of it is what the cell itself says", () => {
  const cells = ["noon hall", "noon den", "one hall", "one den"];
  fc.assert(
    fc.property(fc.shuffledSubarray(cells, { maxLength: 3 }), (chosen) => {
      const placements = chosen.map((cell, n) => {
        const [slotId, roomId] = cell.split(" ");
        return at("abc"[n]!, slotId!, roomId!);
      });
      const found = better(placements);
      if (!found) return;
      const asked = { problem: problem(), pitchIds: ["a", "b", "c"], copies: [[0], [0], [0]], placements };
      const { pitchId, copy, slotId, roomId, ...weight } = found;
      expect(weightAt(finish(weighing(asked, { pitchId, copy })), { slotId, roomId })).toEqual(weight);
      expect(weight.rule).toBe(null);
    }),
    { numRuns: 40 },
  );
});
