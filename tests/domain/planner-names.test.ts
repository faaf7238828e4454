import { expect, test } from "vitest";
import { copyNamed, namesOf, runNamed } from "#domain/planner-names.ts";

/** `a` runs three times, of which its second stands; `b` once. */
const shapes = { a: { shape: { length: 1 as const, runs: 3 } } };
const names = namesOf(["a", "b"], shapes, [{ pitchId: "a", copy: 4 }]);

test("the copies of a session are numbered by those that stand and those that wait", () => {
  expect(names).toEqual({ pitchIds: ["a", "b"], copies: [[0, 1, 4], [0]] });
});

test("a run is found by its place, and its place by the run", () => {
  for (const [session, copies] of names.copies.entries())
    for (const copy of copies.keys()) {
      const run = runNamed(names, { session, copy });
      expect(copyNamed(names, run)).toEqual({ session, copy });
    }
  expect(runNamed(names, { session: 0, copy: 2 })).toEqual({ pitchId: "a", copy: 4 });
});

test("what the question does not know has no place in it", () => {
  expect(copyNamed(names, { pitchId: "new", copy: 0 })).toBeNull();
  expect(copyNamed(names, { pitchId: "a", copy: 3 })).toBeNull();
});
