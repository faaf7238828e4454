import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isOver, isStale, layDay } from "#domain/demo/day.ts";
import { whereInTheDay } from "#domain/slot.ts";

const MINUTE = 60_000;
const instants = fc.integer({
  min: Date.parse("2026-01-01T00:00:00Z"),
  max: Date.parse("2028-01-01T00:00:00Z"),
});

function hourIn(zone: string, instant: number): number {
  return Number(new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit" }).format(instant));
}

function sessionsOf(day: ReturnType<typeof layDay>) {
  return day.slots
    .filter((slot) => slot.kind === "session")
    .map(({ startsAt, endsAt }) => ({
      startsAt: new Date(startsAt).toISOString(),
      endsAt: new Date(endsAt).toISOString(),
    }));
}

describe("whenever the demo is opened", () => {
  test("slot 3 is on, with half an hour of it left", () => {
    fc.assert(
      fc.property(instants, (now) => {
        const sessions = sessionsOf(layDay("third_slot", now));
        const { on } = whereInTheDay(sessions, now);
        expect(sessions).toHaveLength(5);
        expect(on).toBe(sessions[2]);
        expect(Date.parse(on!.endsAt) - now).toBeGreaterThan(30 * MINUTE);
      }),
    );
  });

  test("it is a camp's hour where the camp is, and the whole day is one date", () => {
    fc.assert(
      fc.property(instants, fc.constantFrom("third_slot", "pitching"), (now, moment) => {
        const { zone, day, startsAt, slots } = layDay(moment, now);
        const ends = slots.at(-1)!.endsAt;
        const dates = [startsAt, ends].map((at) =>
          new Date(at).toLocaleDateString("en-CA", { timeZone: zone }),
        );
        expect(dates).toEqual([day, day]);
        expect(hourIn(zone, startsAt)).toBeGreaterThanOrEqual(6);
        expect(hourIn(zone, ends)).toBeLessThanOrEqual(18);
      }),
    );
  });

  test("the pitching is on, and slot 1 is yet to come", () => {
    fc.assert(
      fc.property(instants, (now) => {
        const { slots } = layDay("pitching", now);
        expect(slots[0]!.startsAt).toBeLessThan(now);
        expect(slots[0]!.endsAt).toBeGreaterThan(now + 30 * MINUTE);
      }),
    );
  });

  test("the announced camp is on a Friday six or seven weeks off", () => {
    fc.assert(
      fc.property(instants, (now) => {
        const { day, startsAt } = layDay("weeks_before", now);
        expect(new Date(`${day}T12:00:00Z`).getUTCDay()).toBe(5);
        expect(startsAt - now).toBeGreaterThan(41 * 24 * 60 * MINUTE);
        expect(startsAt - now).toBeLessThan(50 * 24 * 60 * MINUTE);
      }),
    );
  });
});

test("on a London afternoon it is held in London", () => {
  expect(layDay("third_slot", Date.parse("2026-07-14T12:40:00Z")).zone).toBe("Europe/London");
});

describe("time passes", () => {
  const now = Date.parse("2026-11-21T22:07:00Z");

  test.each([
    ["third_slot", 0, 60],
    ["pitching", 0, 60],
    ["weeks_before", 0, 30 * 24 * 60],
  ] as const)("a day laid for %s is fresh at once and stale later", (moment, fresh, stale) => {
    const { startsAt } = layDay(moment, now);
    expect(isStale(moment, startsAt, now + fresh * MINUTE)).toBe(false);
    expect(isStale(moment, startsAt, now + stale * MINUTE)).toBe(true);
    expect(isStale(moment, layDay(moment, now + stale * MINUTE).startsAt, now + stale * MINUTE)).toBe(false);
  });

  test("it is over when its last slot is", () => {
    const { startsAt, slots } = layDay("third_slot", now);
    const end = slots.at(-1)!.endsAt;
    expect(isOver(startsAt, end - MINUTE)).toBe(false);
    expect(isOver(startsAt, end)).toBe(true);
  });
});
