import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { afterWaking, isWaking, lastWaking, nextMorning, wakingBetween } from "#domain/time/waking.ts";
import { instants, zones } from "#tests/support/instants.ts";

const HOUR = 3_600_000;
const at = (text: string) => Date.parse(text);

describe("waking time", () => {
  it("passes by day and stands still by night", () => {
    const london = (from: string, hours: number) =>
      new Date(afterWaking(at(from), hours * HOUR, "Europe/London")).toISOString();
    expect(london("2026-07-10T20:00:00+01:00", 4)).toBe("2026-07-11T09:00:00.000Z");
    expect(london("2026-07-11T02:00:00+01:00", 1)).toBe("2026-07-11T08:00:00.000Z");
    expect(london("2026-07-10T21:00:00+01:00", 1)).toBe("2026-07-10T21:00:00.000Z");
  });

  it("ends by daylight whatever the instant, the zone and the clocks, and later from later", () => {
    fc.assert(
      fc.property(instants, zones, fc.integer({ min: 1, max: 48 * HOUR }), (from, zone, length) => {
        const end = afterWaking(from, length, zone);
        expect(end).toBeGreaterThanOrEqual(from + length);
        expect(Number.isInteger(end)).toBe(true);
        expect(lastWaking(end, zone)).toBe(end);
        expect(afterWaking(from + 1, length, zone)).toBeGreaterThanOrEqual(end);
      }),
    );
  });

  it("is looked at a minute at a time exactly as long as was asked", () => {
    fc.assert(
      fc.property(instants, zones, fc.integer({ min: 1, max: 14 * 60 }), (from, zone, minutes) => {
        const end = afterWaking(from, minutes * 60_000, zone);
        let slept = 0;
        // Every zone changes its clocks at a whole minute, so a minute's middle says what all of it is.
        const first = Math.ceil(from / 60_000) * 60_000;
        for (let minute = first; minute + 60_000 <= end; minute += 60_000)
          if (!awakeByTheClock(minute + 30_000, zone)) slept += 60_000;
        if (!awakeByTheClock(from, zone)) slept += first - from;
        expect(end - from - slept).toBe(minutes * 60_000);
      }),
      { numRuns: 10 },
    );
  });

  it("is as long between two instants as it takes from one to the other", () => {
    fc.assert(
      fc.property(instants, zones, fc.integer({ min: 1, max: 48 * HOUR }), (from, zone, length) => {
        expect(wakingBetween(from, afterWaking(from, length, zone), zone)).toBe(length);
        expect(wakingBetween(from, from, zone)).toBe(0);
      }),
    );
    const night = ["2026-07-10T22:00:00+01:00", "2026-07-11T08:00:00+01:00"].map(at);
    expect(wakingBetween(night[0]!, night[1]!, "Europe/London")).toBe(0);
  });

  it("is from eight until just before ten", () => {
    const awake = (time: string) => isWaking(at(`2026-07-10T${time}+01:00`), "Europe/London");
    expect(["07:59:59.999", "08:00:00.000", "21:59:59.999", "22:00:00.000"].map(awake)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it("was last the evening before, for whoever is asleep", () => {
    const last = (time: string) =>
      new Date(lastWaking(at(`2026-07-10T${time}+01:00`), "Europe/London")).toISOString();
    expect(["04:00", "08:00", "12:00", "23:00"].map(last)).toEqual([
      "2026-07-09T21:00:00.000Z",
      "2026-07-09T21:00:00.000Z",
      "2026-07-10T11:00:00.000Z",
      "2026-07-10T21:00:00.000Z",
    ]);
  });
});

function awakeByTheClock(instant: number, zone: string): boolean {
  const { hour } = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  return hour >= 8 && hour < 22;
}

describe("the next morning", () => {
  it("is the first eight o'clock after an instant", () => {
    const morning = (text: string) => new Date(nextMorning(at(text), "Europe/London")).toISOString();
    expect(morning("2026-07-10T07:59:59.999+01:00")).toBe("2026-07-10T07:00:00.000Z");
    expect(morning("2026-07-10T08:00:00.000+01:00")).toBe("2026-07-11T07:00:00.000Z");
  });

  it("begins waking time whatever the zone and the clocks, within a day or the date that one skipped", () => {
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const morning = nextMorning(instant, zone);
        expect(morning).toBeGreaterThan(instant);
        expect(morning - instant).toBeLessThanOrEqual(50 * HOUR);
        expect([isWaking(morning - 1, zone), isWaking(morning, zone)]).toEqual([false, true]);
      }),
    );
  });
});
