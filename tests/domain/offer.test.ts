import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minutesToAnswer, offerUntil } from "#domain/offer.ts";

const LONDON = "Europe/London";
const at = (text: string) => Date.parse(text);
/** Doors at nine on 14 July 2026. */
const DOORS = at("2026-07-14T09:00:00+01:00");
const until = (now: string) => new Date(offerUntil(at(now), DOORS, LONDON)).toISOString();

describe("the time to answer an offer", () => {
  it("shrinks as the day nears", () => {
    const days = ["2026-06-14", "2026-07-04", "2026-07-10", "2026-07-12", "2026-07-13", "2026-07-14"];
    const minutes = days.map((day) => minutesToAnswer(at(`${day}T08:30:00+01:00`), DOORS, LONDON));
    expect(minutes).toEqual([2880, 1440, 240, 240, 30, 5]);
  });

  it("does not count the night", () => {
    expect(until("2026-07-10T20:00:00+01:00")).toBe("2026-07-11T09:00:00.000Z");
    expect(until("2026-07-13T21:50:00+01:00")).toBe("2026-07-14T07:20:00.000Z");
    expect(until("2026-07-11T02:00:00+01:00")).toBe("2026-07-11T11:00:00.000Z");
  });

  it("is five minutes on the day, whatever the hour", () => {
    expect(until("2026-07-14T06:00:00+01:00")).toBe("2026-07-14T05:05:00.000Z");
  });

  it("always ends after it begins, by daylight, across the change of the clocks", () => {
    const hours = fc.integer({ min: 24, max: 24 * 60 });
    fc.assert(
      fc.property(
        hours,
        fc.constantFrom(at("2026-03-30T09:00:00Z"), at("2026-10-26T09:00:00Z"), DOORS),
        (before, doors) => {
          const now = doors - before * 3_600_000;
          const end = offerUntil(now, doors, LONDON);
          expect(end).toBeGreaterThanOrEqual(now + minutesToAnswer(now, doors, LONDON) * 60_000);
          const hour = Number(
            new Intl.DateTimeFormat("en-GB", { hour: "2-digit", hourCycle: "h23", timeZone: LONDON }).format(
              end - 1,
            ),
          );
          expect(hour).toBeGreaterThanOrEqual(7);
          expect(hour).toBeLessThan(22);
        },
      ),
    );
  });
});
