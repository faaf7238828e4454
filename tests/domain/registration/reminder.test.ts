import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { offerUntil } from "#domain/registration/offer.ts";
import { byDaylight, isReminderDue, reminderAt } from "#domain/registration/reminder.ts";
import { endOfCamp } from "#domain/time/end.ts";
import { isWaking, wakingBetween } from "#domain/time/waking.ts";
import { instants, zones } from "#tests/support/instants.ts";

const ZONE = "Europe/London";
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const at = (text: string) => Date.parse(`${text}+01:00`);
const reminder = (now: string, until: string) => {
  const found = reminderAt(at(now), at(until), ZONE);
  return found && new Date(found).toISOString();
};

describe("an offer is reminded of", () => {
  it("at half of its time, in which the night does not count", () => {
    expect(reminder("2026-07-10T12:00", "2026-07-10T16:00")).toBe("2026-07-10T13:00:00.000Z");
    expect(reminder("2026-07-10T20:00", "2026-07-11T16:00")).toBe("2026-07-11T10:00:00.000Z");
  });

  it("in the morning, where half of its time is gone by bedtime", () => {
    expect(reminder("2026-07-10T20:00", "2026-07-11T10:00")).toBe("2026-07-11T07:00:00.000Z");
  });

  it("not where it leaves less than an hour", () => {
    expect(reminder("2026-07-10T12:00", "2026-07-10T12:59:59.999")).toBe(null);
    expect(reminder("2026-07-10T12:00", "2026-07-10T13:00")).toBe("2026-07-10T11:30:00.000Z");
    expect(reminder("2026-07-10T21:50", "2026-07-11T08:20")).toBe(null);
  });

  it("by daylight, within its time and at half of it, at any instant, in any zone, for a camp at any distance", () => {
    const away = fc.integer({ min: -DAY, max: 40 * DAY });
    fc.assert(
      fc.property(instants, away, zones, (now, distance, zone) => {
        const startsAt = now + distance;
        const until = offerUntil(now, {
          startsAt,
          endsAt: endOfCamp({ startsAt, zone }, null),
          zone,
          offerHours: 48,
        });
        if (until === null) return;
        const found = reminderAt(now, until, zone);
        const time = wakingBetween(now, until, zone);
        expect(found === null).toBe(time < HOUR);
        if (found === null) return;
        expect([isWaking(found, zone), now < found, found < until]).toEqual([true, true, true]);
        expect(wakingBetween(now, found, zone)).toBe(Math.floor(time / 2));
        expect(byDaylight(found, zone)).toBe(found);
      }),
      { numRuns: 200 },
    );
  });
});

describe("a reminder is due", () => {
  const NOON = at("2026-07-10T12:00");
  const offer = {
    remindAt: new Date(NOON),
    offeredUntil: new Date(NOON + 4 * HOUR),
    bouncedAt: null,
  };
  const due = (change: object, now = NOON) => isReminderDue({ ...offer, ...change }, new Date(now), ZONE);

  it("from its time until the offer runs out", () => {
    expect([due({}, NOON - 1), due({}), due({}, NOON + 4 * HOUR - 1), due({}, NOON + 4 * HOUR)]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it("neither twice, nor while mail comes back, nor by night", () => {
    expect(due({ remindAt: null })).toBe(false);
    expect(due({ bouncedAt: new Date(NOON) })).toBe(false);
    const tomorrow = { offeredUntil: new Date(NOON + DAY) };
    expect([due(tomorrow, at("2026-07-10T22:00")), due(tomorrow, at("2026-07-11T08:00"))]).toEqual([
      false,
      true,
    ]);
  });
});
