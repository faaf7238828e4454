import fc from "fast-check";
import { expect, test } from "vitest";
import { crowdOf } from "#domain/crowd.ts";

const known = { places: 120, checkedIn: 0, forecast: 84, past: 0 };

test("before anybody is checked in it is the forecast, by what is usual or by the crew's own camps", () => {
  expect(crowdOf(known)).toEqual({ people: 84, places: 120, basis: "usual" });
  expect(crowdOf({ ...known, past: 2 })).toEqual({ people: 84, places: 120, basis: "history" });
});

test("the first of a line at the door do not count for all, from half of those expected on they do", () => {
  expect(crowdOf({ ...known, checkedIn: 41 }).people).toBe(84);
  expect(crowdOf({ ...known, checkedIn: 42 })).toEqual({ people: 42, places: 120, basis: "checked_in" });
  expect(crowdOf({ ...known, checkedIn: 110, past: 1 }).people).toBe(110);
});

test("a camp without anybody", () => {
  expect(crowdOf({ places: 0, checkedIn: 0, forecast: 0, past: 0 })).toEqual({
    people: 0,
    places: 0,
    basis: "usual",
  });
});

test("there are never more than have a place", () => {
  const some = fc.nat(500).chain((places) =>
    fc.record({
      places: fc.constant(places),
      checkedIn: fc.nat(places),
      forecast: fc.nat(places),
      past: fc.nat(3),
    }),
  );
  fc.assert(
    fc.property(some, (it) => {
      expect(crowdOf(it).people).toBeLessThanOrEqual(it.places);
    }),
  );
});
