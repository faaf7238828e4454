import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  areInARow,
  areNamed,
  byDay,
  dateAt,
  dayOf,
  earliestToday,
  isOnDate,
  latestToday,
  onSeveralDays,
} from "#domain/time/date.ts";
import { instantAt, isShown, laterDay, localAt } from "#domain/time/local.ts";
import { instants } from "#tests/support/instants.ts";
import { days, zones } from "#tests/support/times.ts";

test("the date of an instant is the one of the calendar, at any instant in any zone", () => {
  fc.assert(
    fc.property(instants, zones, (instant, zone) => {
      expect(dateAt(instant, zone)).toBe(localAt(instant, zone).day);
    }),
    { numRuns: 500 },
  );
});

test("an instant is on the date of another exactly where both have that date, in any zone", () => {
  fc.assert(
    fc.property(instants, fc.integer({ min: -36, max: 36 }), zones, (now, hours, zone) => {
      const other = now + hours * 3_600_000;
      fc.pre(other >= -62_135_596_800_000 && other <= 253_402_300_799_999);
      const same = localAt(other, zone).day === localAt(now, zone).day;
      expect(isOnDate(new Date(other).toISOString(), now, zone)).toBe(same);
    }),
  );
});

test("today, in whatever zone, is no date before the earliest and none after the latest that is today anywhere", () => {
  fc.assert(
    fc.property(instants, zones, (now, zone) => {
      fc.pre(now >= -62_135_510_400_000 && now <= 253_402_214_400_000);
      const today = dateAt(now, zone);
      expect([earliestToday(now) <= today, today <= latestToday(now)]).toEqual([true, true]);
    }),
    { numRuns: 500 },
  );
  const noon = Date.parse("2026-07-14T12:00:00Z");
  expect([earliestToday(noon), latestToday(noon)]).toEqual(["2026-07-14", "2026-07-15"]);
});

test("dates are in a row when each is the day after the one before, over months, years and changes of the clocks", () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 2, max: 5 }), (first, many, gap) => {
      const row = Array.from({ length: many }, (_, index) => laterDay(first, index));
      expect(areInARow(row)).toBe(true);
      expect(areInARow([...row, laterDay(row.at(-1)!, gap)])).toBe(false);
    }),
  );
});

const at = (...instants: number[]) => instants.map((one) => ({ startsAt: new Date(one).toISOString() }));

describe("the day something belongs to", () => {
  test("is the one on which it starts, in any zone and also past midnight or when the clocks change", () => {
    fc.assert(
      fc.property(days, fc.constantFrom("08:00", "12:30", "23:59"), zones, (day, time, zone) => {
        fc.pre(isShown(day, time, zone));
        const [slot] = at(instantAt(day, time, zone));
        expect(dayOf(slot!, zone)).toBe(day);
      }),
    );
  });
});

describe("several days", () => {
  test("are several exactly where there is more than one date, whatever the order", () => {
    fc.assert(
      fc.property(fc.array(instants, { maxLength: 6 }), zones, (some, zone) => {
        const things = at(...some);
        expect(onSeveralDays(things, zone)).toBe(new Set(things.map((one) => dayOf(one, zone))).size > 1);
      }),
    );
  });

  test("an evening past midnight is one day, the next morning another, though the night is short", () => {
    fc.assert(
      fc.property(days, zones, (day, zone) => {
        const evening = instantAt(day, "22:30", zone);
        const morning = instantAt(laterDay(day, 1), "08:00", zone);
        fc.pre(isShown(day, "22:30", zone) && isShown(laterDay(day, 1), "08:00", zone));
        expect(onSeveralDays(at(evening), zone)).toBe(false);
        expect(byDay(at(evening, morning), zone).map((one) => one.day)).toEqual([day, laterDay(day, 1)]);
      }),
    );
  });

  test("none and one are not several, and nothing gets lost on the way into days", () => {
    expect([onSeveralDays([], "UTC"), onSeveralDays(at(0), "UTC")]).toEqual([false, false]);
    fc.assert(
      fc.property(fc.array(instants, { maxLength: 8 }), zones, (some, zone) => {
        const things = at(...some.sort((a, b) => a - b));
        expect(byDay(things, zone).flatMap((one) => one.things)).toEqual(things);
      }),
    );
  });
});

test("the days of a grid are named where there are several, or one that is none of the camp’s", () => {
  const camp = { days: [{ date: "2027-05-08" }] };
  expect(areNamed(["2027-05-08"], camp)).toBe(false);
  expect(areNamed(["2012-04-28"], camp)).toBe(true);
  expect(areNamed(["2027-05-08", "2027-05-09"], camp)).toBe(true);
  expect(areNamed([], camp)).toBe(false);
});
