import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { byDay, dayOf, doorsOf, localDay, movedDays, onSeveralDays } from "#domain/time/days.ts";
import { daysBetween, instantAt, isDay, isShown, laterDay } from "#domain/time/local.ts";
import { instants } from "#tests/support/instants.ts";
import { days, zones } from "#tests/support/times.ts";

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

describe("a camp of several days that moves", () => {
  test("keeps the distance of its days and what their clocks say, in any zone and over any night", () => {
    fc.assert(
      fc.property(
        days,
        days,
        fc.integer({ min: 1, max: 9 }),
        zones,
        zones,
        (day, other, apart, zone, there) => {
          const local = [
            { date: day, doors: "09:00" },
            { date: laterDay(day, apart), doors: "10:30" },
          ];
          const ends = laterDay(other, apart);
          fc.pre([...local.map(({ date }) => date), ends].every(isDay));
          fc.pre(local.every(({ date, doors }) => isShown(date, doors, zone)));
          const stored = local.map((one, index) => ({
            id: String(index),
            date: one.date,
            startsAt: new Date(doorsOf(one, zone)).toISOString(),
          }));
          fc.pre(isShown(other, "08:00", there) && isShown(ends, "10:30", there));
          const moved = movedDays(stored, zone, { day: other, doors: "08:00", zone: there })!;
          expect(daysBetween(moved[0]!.date, moved[1]!.date)).toBe(apart);
          const shown = moved.map((one) =>
            localDay({ ...one, startsAt: new Date(one.startsAt).toISOString() }, there),
          );
          expect(shown).toEqual([
            { date: other, doors: "08:00" },
            { date: ends, doors: "10:30" },
          ]);
        },
      ),
    );
  });

  test("does not go where one of its days would be in no year of ours", () => {
    const days = ["2026-07-14", "2026-07-15"].map((date) => ({
      id: date,
      date,
      startsAt: `${date}T08:00:00Z`,
    }));
    expect(movedDays(days, "UTC", { day: "2100-12-31", doors: "08:00", zone: "UTC" })).toBe(null);
  });
});
