import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { doorsOf, localDay, movedDays } from "#domain/time/days.ts";
import { daysBetween, isDay, isShown, laterDay } from "#domain/time/local.ts";
import { days, zones } from "#tests/support/times.ts";

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
