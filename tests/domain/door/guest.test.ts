import { expect, test } from "vitest";
import { answerTo, type Guest, isInside, mayComeIn, reasonOut, takesCall } from "#domain/door/guest.ts";
import { STATUSES } from "#domain/registration.ts";

const ama: Guest = {
  ...{ id: "ama", name: "Ama Owusu", code: "KWT4H7", firstTime: true, photos: true, badge: false },
  ...{ out: null, here: null },
};

test("whoever has a place is welcome, and whoever is in is told since when", () => {
  expect(answerTo(ama, 0)).toEqual({ kind: "welcome", guest: ama });
  const here = { at: 100, door: "Back", acts: ["a"] };
  const inside = { ...ama, here };
  expect(answerTo(inside, 0)).toEqual({ kind: "already", guest: inside, here });
});

test("whoever has no place is told why", () => {
  const waiting = { ...ama, out: "waiting" as const };
  expect(answerTo(waiting, 0)).toEqual({ kind: "not_on_list", guest: waiting, why: "waiting" });
  expect(Object.fromEntries(STATUSES.map((status) => [status, reasonOut(status)]))).toEqual({
    ...{ waiting: "waiting", entered: "waiting", offered: "offered", held: "held", confirmed: null },
    ...{
      declined: "none",
      expired: "none",
      released: "none",
      left: "none",
      removed: "none",
      transferred: "none",
    },
  });
});

test("whoever came in before their place was passed on stays in", () => {
  expect(answerTo({ ...ama, out: "none", here: { at: 1, door: "", acts: ["a"] } }, 0).kind).toBe("already");
});

test("a tap is kept of whoever has a place, or had it when they were let in", () => {
  expect(mayComeIn("confirmed", 100, 200)).toBe(true);
  expect(mayComeIn("released", 200, 100)).toBe(true);
  expect(mayComeIn("released", 200, 200)).toBe(false);
  expect(mayComeIn("waiting", 200, 100)).toBe(false);
  expect([mayComeIn("expired", 200, 100), mayComeIn("expired", 200, 200)]).toEqual([true, false]);
});

test("who is called is welcome as long as their minutes last, who had left comes back, and nobody is while it is full", () => {
  const called: Guest = { ...ama, out: "offered", called: 100 };
  expect([answerTo(called, 99).kind, answerTo(called, 100).kind]).toEqual(["welcome", "not_on_list"]);
  const left = { ...ama, here: { at: 1, door: "", acts: ["a"], left: 50 } };
  expect([answerTo(left, 60).kind, isInside(left)]).toEqual(["welcome", false]);
  expect(answerTo(ama, 0, 0)).toEqual({ kind: "not_on_list", guest: ama, why: "full" });
  expect([
    takesCall("offered", 100, 99),
    takesCall("offered", 100, 100),
    takesCall("waiting", null, 1),
  ]).toEqual([true, false, false]);
  expect(reasonOut("released", true)).toBe("passed_on");
});
