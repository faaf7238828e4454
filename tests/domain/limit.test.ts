import { expect, it } from "vitest";
import { LIMITS, paceOf } from "#domain/limit.ts";

it("works in whole milliseconds, and gives no more in its time than it says", () => {
  for (const [name, limit] of Object.entries(LIMITS)) {
    const { step, span } = paceOf(limit);
    expect([name, Number.isInteger(step), step > 0, span / step]).toEqual([name, true, true, limit.most]);
    expect(limit.seconds * 1_000 - span, name).toBeGreaterThanOrEqual(0);
    expect(limit.seconds * 1_000 - span, name).toBeLessThan(limit.most);
  }
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
