import fc from "fast-check";
import { expect, it } from "vitest";
import { mayGiveOut, mostPlaces, roomInside } from "#domain/registration/inside.ts";

it("lets no more places be given out than may be inside, but where organisers said how many", () => {
  expect(mostPlaces({ insideLimit: 130, overbookTo: null })).toBe(130);
  expect(mostPlaces({ insideLimit: 130, overbookTo: 150 })).toBe(150);
  expect(mostPlaces({ insideLimit: 130, overbookTo: 100 })).toBe(130);
  expect(mostPlaces({ insideLimit: null, overbookTo: 100 })).toBe(null);
  expect([150, 151].map((places) => mayGiveOut(places, { insideLimit: 130, overbookTo: 150 }))).toEqual([
    true,
    false,
  ]);
  expect(mayGiveOut(10_000, { insideLimit: null, overbookTo: null })).toBe(true);
});

it("lets nobody in beyond it, however many places are given out", () => {
  const limit = fc.option(fc.nat(10_000));
  fc.assert(
    fc.property(fc.nat(12_000), limit, (inside, insideLimit) => {
      const room = roomInside(inside, { insideLimit });
      if (insideLimit === null) expect(room).toBe(Number.POSITIVE_INFINITY);
      else expect(Math.max(inside, inside + room)).toBe(Math.max(inside, insideLimit));
      expect(room).toBeGreaterThanOrEqual(0);
    }),
  );
});
