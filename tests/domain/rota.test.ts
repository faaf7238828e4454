import fc from "fast-check";
import { expect, test } from "vitest";
import { clashOf, gapsSoon, isOn, meet, type RotaTask, shortBy, whoIsWhere, whyNot } from "#domain/rota.ts";

const NOON = Date.parse("2026-07-14T11:00:00Z");
const at = (minutes: number) => new Date(NOON + minutes * 60_000).toISOString();

const task = (id: string, from: number, until: number, more: Partial<RotaTask> = {}): RotaTask => ({
  ...{ id, task: id, place: "", from: at(from), until: at(until), wanted: 2, people: [] },
  ...more,
});
const ama = { id: "ama", name: "Ama" };
const joe = { id: "joe", name: "Joe" };

test("one task may begin as another ends, and a minute earlier they meet, whichever is asked of the other", () => {
  expect(meet(task("a", 0, 60), task("b", 60, 90))).toBe(false);
  expect(meet(task("a", 0, 61), task("b", 60, 90))).toBe(true);
  const span = fc.tuple(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 1, max: 900 }));
  fc.assert(
    fc.property(span, span, ([a, long], [b, short]) => {
      const [one, other] = [task("a", a, a + long), task("b", b, b + short)];
      const shared = Array.from({ length: long }, (_, n) => a + n).some((n) => n >= b && n < b + short);
      expect(meet(one, other)).toBe(shared);
      expect(meet(other, one)).toBe(shared);
    }),
  );
});

test("nobody is put down for what is over, for what is full, or for two things at once; the first reason is said", () => {
  const free = { down: 1, theirs: [task("b", 60, 90)] };
  const whole = task("a", 0, 60);
  expect(whyNot(whole, free, NOON)).toBeNull();
  expect(whyNot(whole, { ...free, down: 2 }, NOON)).toBe("task_full");
  expect(whyNot(whole, { ...free, theirs: [task("b", 30, 90)] }, NOON)).toBe("task_clash");
  expect(whyNot(whole, { down: 2, theirs: [task("b", 30, 90)] }, NOON + 3_600_000)).toBe("task_over");
});

test("a task is short of as many as it wants more, and of nobody where it has too many", () => {
  expect([0, 1, 2, 3].map((n) => shortBy({ wanted: 2, people: Array(n).fill(ama) }))).toEqual([2, 1, 0, 0]);
});

test("somebody’s other task at that time is found, and neither the same one nor somebody else’s", () => {
  const mine = task("a", 0, 60, { people: [ama] });
  const theirs = task("b", 0, 60, { people: [joe] });
  const other = task("c", 30, 40);
  expect(clashOf(other, [theirs, mine], "ama")).toBe(mine);
  expect(clashOf(mine, [mine, theirs], "ama")).toBeUndefined();
});

test("the desk is told of gaps on now and until the next morning, the first to begin first", () => {
  const tasks = [
    task("tomorrow", 20 * 60, 21 * 60),
    task("evening", 300, 400),
    task("on", -30, 30, { people: [ama] }),
    task("full", -30, 30, { people: [ama, joe] }),
    task("over", -60, 0),
  ];
  expect(gapsSoon(tasks, NOON).map(({ id }) => id)).toEqual(["on", "evening"]);
});

test("who is where is who is down for what is on now, past midnight too", () => {
  const night = task("night", -120, 600, { people: [joe, ama] });
  expect(isOn(night, NOON)).toBe(true);
  expect(whoIsWhere([night, task("later", 60, 90, { people: [ama] })], NOON)).toEqual([
    { person: joe, task: night },
    { person: ama, task: night },
  ]);
});
