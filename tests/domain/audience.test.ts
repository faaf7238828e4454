import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { correctedHands, expectAudiences, parallelSessions } from "#domain/audience.ts";

const camp = { people: 118, slots: 5, rooms: 8 };
/** Forty sessions, each with so many hands; the first is the one that is asked about. */
const among = (hands: number, own: number | null = null, others = 22) =>
  expectAudiences(
    Array.from({ length: 40 }, (_, n) => ({
      id: String(n),
      hands: n === 0 ? hands : others,
      before: 0,
      expected: n === 0 ? own : null,
    })),
    camp,
  ).get("0")!;

describe("how many to expect", () => {
  test("an average session gets its share of two thirds of the camp, within a factor 1.5", () => {
    expect(among(22)).toEqual({ low: 6, middle: 10, high: 15, basis: "hands" });
  });
  test("an organiser's own number overrides, zero included", () => {
    expect(among(22, 0)).toEqual({ low: 0, middle: 0, high: 0, basis: "organiser" });
  });
  test("nobody has raised a hand so far", () => {
    expect(among(0, null, 0).high).toBe(0);
    expect(expectAudiences([], camp).size).toBe(0);
  });
  test("a late pitch is expected to draw more than an early one with as many hands", () => {
    const pitched = (id: string, before: number) => ({ id, hands: 20, before, expected: null });
    const expected = expectAudiences([pitched("early", 0), pitched("late", 35)], camp);
    expect(expected.get("late")!.middle).toBeGreaterThan(expected.get("early")!.middle);
  });
  test("more hands never mean fewer people, and never more than there are", () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (a, b) => {
        const [few, many] = [Math.min(a, b), Math.max(a, b)].map((hands) => among(hands));
        expect(few!.low).toBeLessThanOrEqual(many!.low);
        expect(many!.high).toBeLessThanOrEqual(camp.people);
        expect(many!.low <= many!.middle && many!.middle <= many!.high).toBe(true);
      }),
    );
  });
});

describe("correctedHands", () => {
  test("a late pitch is worth more than its raw count, an early one about the same", () => {
    expect(correctedHands(20, 300, 1200, 10)).toBeCloseTo(40);
    expect(correctedHands(20, 1200, 1200, 10)).toBeCloseTo(19.2, 1);
  });
  test("the very first hand of all", () => {
    expect(correctedHands(0, 0, 0, 0)).toBe(0);
  });
});

test("sessions side by side: as many as needed, never more than rooms, never none", () => {
  expect(parallelSessions(40, 5, 8)).toBe(8);
  expect(parallelSessions(12, 5, 8)).toBe(3);
  expect(parallelSessions(100, 5, 8)).toBe(8);
  expect(parallelSessions(0, 0, 0)).toBe(1);
});
