import fc from "fast-check";
import { expect, it } from "vitest";
import { crowding, mayGiveOut, mostPlaces, roomInside } from "#domain/registration/inside.ts";

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

it("warns of those who come along once they may be too many inside, and of nobody else", () => {
  const of = (companions: number, high: number, insideLimit: number | null = 130) =>
    crowding({ places: 129, companions, high }, { insideLimit });
  expect([of(1, 130), of(2, 130), of(2, 131)]).toEqual([null, "if_all_come", "expected"]);
  expect([of(0, 140), of(2, 140, null)]).toEqual([null, null]);
});

it("is never calmer about one more who comes along", () => {
  const calm = [null, "if_all_come", "expected"];
  const some = fc.integer({ min: 1, max: 300 });
  fc.assert(
    fc.property(some, some, some, some, (places, companions, came, insideLimit) => {
      const high = Math.min(places, came);
      const at = (n: number) =>
        calm.indexOf(crowding({ places, companions: n, high: high + n }, { insideLimit }));
      expect(at(companions + 1)).toBeGreaterThanOrEqual(at(companions));
    }),
  );
});
