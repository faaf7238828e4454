import fc from "fast-check";
import { expect, test } from "vitest";
import { ROWS_MAX } from "#domain/import/sheets.ts";
import { findSlots, type TimedRow } from "#domain/import/slots.ts";
import { LONGEST, MOST } from "#domain/limits.ts";

let at = 1;
const row = (startsAt: number, endsAt: number, fixed = false, title = "T", room = ""): TimedRow => {
  at += 1;
  return { row: at, fixed, startsAt, endsAt, title, room };
};

test("times that sessions share are slots; a fixed item alone in its time is a break", () => {
  const { slots } = findSlots([row(0, 10), row(0, 10), row(20, 30), row(10, 20, true, "Lunch", "Yard")], []);
  expect(slots).toEqual([
    { kind: "session", title: "", startsAt: 0, endsAt: 10 },
    { kind: "break", title: "Lunch, Yard", startsAt: 10, endsAt: 20 },
    { kind: "session", title: "", startsAt: 20, endsAt: 30 },
  ]);
});

test("two fixed items of one time are one break that names both", () => {
  const { slots } = findSlots([row(0, 10, true, "Coffee"), row(0, 10, true, "Cake")], []);
  expect(slots.map((slot) => slot.title)).toEqual(["Coffee · Cake"]);
});

test("where times overlap the commonest is the slot, and the other begins with it and runs on", () => {
  const [odd, one, two] = [row(0, 25), row(0, 10), row(0, 10)];
  const { slots, falls } = findSlots([odd, one, two], []);
  expect(slots).toHaveLength(1);
  expect(falls(one)).toEqual({ slot: slots[0], next: null, long: false, fit: "exact" });
  expect(falls(odd)).toMatchObject({ slot: slots[0], fit: "runs_on" });
  expect(falls(row(5, 25))).toEqual({ inTheWay: slots[0] });
  expect(falls(row(5, 10))).toMatchObject({ slot: slots[0], fit: "within" });
});

test("a session that goes on into the next slot takes both, and exactly those where it ends with it", () => {
  const [one, two, long, short, longer] = [row(0, 10), row(12, 20), row(0, 20), row(0, 15), row(0, 25)];
  const { slots, falls } = findSlots([long, one, two], []);
  expect(slots).toHaveLength(2);
  expect(falls(long)).toEqual({ slot: slots[0], next: slots[1], long: true, fit: "exact" });
  expect(falls(short)).toMatchObject({ long: true, fit: "within" });
  expect(falls(longer)).toMatchObject({ long: true, fit: "runs_on" });
  expect(falls(row(0, 12))).toMatchObject({ slot: slots[0], long: false, fit: "runs_on" });
});

test("nothing goes on into a break", () => {
  const { slots, falls } = findSlots([row(0, 10), row(10, 20, true, "Lunch"), row(20, 30)], []);
  expect(slots).toHaveLength(3);
  expect(falls(row(0, 20))).toMatchObject({ next: null, long: false, fit: "runs_on" });
});

test("a fixed item in the time of sessions falls into their slot", () => {
  const [session, picnic] = [row(0, 10), row(0, 10, true)];
  const { slots, falls } = findSlots([session, picnic], []);
  expect(slots).toHaveLength(1);
  expect(falls(picnic)).toMatchObject({ slot: slots[0], fit: "exact" });
});

test("a break that thousands of rows share is found as soon as one of a few", () => {
  const rows = Array.from({ length: ROWS_MAX }, (_, n) => row(0, 10, true, `Item ${n}`));
  const { slots, falls } = findSlots(rows, []);
  expect(slots).toHaveLength(1);
  expect(slots[0]!.title).toMatch(/^Item 0 · Item 1 · /);
  expect(slots[0]!.title.length).toBeLessThanOrEqual(LONGEST.slotTitle);
  expect(falls(rows.at(-1)!)).toMatchObject({ slot: slots[0], fit: "exact" });
});

test("slots the camp has stay, and are not found again", () => {
  const known = [{ kind: "session" as const, title: "", startsAt: 0, endsAt: 10 }];
  const { slots, falls } = findSlots([row(0, 10), row(5, 15)], known);
  expect(slots).toEqual([]);
  expect(falls(row(5, 15))).toEqual({ inTheWay: known[0] });
});

test("a row that begins with no slot is moved into the one that most of it is in; half of it is not enough", () => {
  const known = [
    { kind: "session" as const, title: "", startsAt: 0, endsAt: 45 },
    { kind: "break" as const, title: "Tea", startsAt: 50, endsAt: 80 },
    { kind: "session" as const, title: "", startsAt: 80, endsAt: 125 },
  ];
  const { slots, falls } = findSlots([row(10, 55), row(45, 75, true), row(70, 110)], known);
  expect(slots).toEqual([]);
  expect(falls(row(10, 55))).toMatchObject({ slot: known[0], long: false, fit: "moved" });
  expect(falls(row(45, 75, true))).toMatchObject({ slot: known[1], fit: "moved" });
  expect(falls(row(70, 110))).toMatchObject({ slot: known[2], fit: "moved" });
  expect(falls(row(52, 90))).toEqual({ inTheWay: known[1] });
  expect(falls(row(-22, 22))).toEqual({ inTheWay: known[0] });
  expect(falls(row(-21, 22))).toMatchObject({ slot: known[0], fit: "moved" });
});

test("slots never overlap, and there are never more than a camp can have", () => {
  const time = fc.integer({ min: 0, max: 40 });
  const rows = fc.array(fc.tuple(time, fc.integer({ min: 1, max: 12 }), fc.boolean()), { maxLength: 40 });
  fc.assert(
    fc.property(rows, (some) => {
      const { slots } = findSlots(
        some.map(([start, length, fixed]) => row(start, start + length, fixed)),
        [],
      );
      for (const [index, slot] of slots.entries())
        if (index > 0) expect(slots[index - 1]!.endsAt).toBeLessThanOrEqual(slot.startsAt);
    }),
  );
  const many = Array.from({ length: MOST.slots + 1 }, (_, n) => row(n, n + 1));
  const { slots, falls } = findSlots(many, []);
  expect(slots).toHaveLength(MOST.slots);
  expect(falls(many.at(-1)!)).toEqual({ full: true });
});
