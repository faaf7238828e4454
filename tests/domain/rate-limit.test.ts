import fc from "fast-check";
import { expect, it } from "vitest";
import { CLOCKS_DIFFER_MS, LIMITS, paceOf, takeOne } from "#domain/rate-limit.ts";

it("works in whole milliseconds, and gives no more in its time than it says", () => {
  for (const [name, limit] of Object.entries(LIMITS)) {
    const { step, span } = paceOf(limit);
    expect([name, Number.isInteger(step), step > 0, span / step]).toEqual([name, true, true, limit.most]);
    expect(limit.seconds * 1_000 - span, name).toBeGreaterThanOrEqual(0);
    expect(limit.seconds * 1_000 - span, name).toBeLessThan(limit.most);
  }
});

it("gives from a full bucket as many as there are, then one more whenever its share of the time has passed", () => {
  const limit = fc.record({
    most: fc.integer({ min: 1, max: 50 }),
    seconds: fc.integer({ min: 60, max: 86_400 }),
  });
  fc.assert(
    fc.property(limit, fc.integer({ min: 0, max: 2 ** 41 }), (given, now) => {
      const { step, span } = paceOf(given);
      let full = 0;
      for (let n = 1; n <= given.most; n++) {
        full = takeOne(given, full, now)!;
        expect(full).toBe(now + n * step);
      }
      expect([takeOne(given, full, now), takeOne(given, full, now + step - 1)]).toEqual([null, null]);
      expect(takeOne(given, full, now + step)).toBe(full + step);
      expect(takeOne(given, now + span + CLOCKS_DIFFER_MS, now)).toBe(null);
      expect(takeOne(given, now + span + CLOCKS_DIFFER_MS + 1, now)).toBe(now + step);
    }),
  );
});

it("sends another sign-in mail at the latest when the link in the last one has run out", () => {
  const tenMinutes = 10 * 60_000;
  expect(paceOf(LIMITS.sign_in_by_address).step).toBe(tenMinutes);
  expect(paceOf(LIMITS.sign_in_by_known_device).step).toBe(tenMinutes);
});

it("lets in a venue of 500 that asks in one minute", () => {
  expect(LIMITS.sign_in_everywhere.most).toBeGreaterThanOrEqual(500);
  expect(LIMITS.register_by_camp.most).toBeGreaterThanOrEqual(500 + 400);
});
