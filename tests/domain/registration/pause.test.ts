import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pauseDays, pauseEnd, pauseUntil } from "#domain/registration/pause.ts";
import { isShown, localAt } from "#domain/time/local.ts";
import { isWaking } from "#domain/time/waking.ts";
import { instants, zones } from "#tests/support/instants.ts";

const zone = "Europe/London";
const at = (text: string) => Date.parse(`${text}+01:00`);

describe("a pause", () => {
  test("ends from tomorrow until the day before the camp", () => {
    const startsAt = at("2026-07-14T09:00");
    expect(pauseDays(at("2026-07-01T23:59"), { startsAt, zone })).toEqual({
      first: "2026-07-02",
      last: "2026-07-13",
    });
    expect(pauseDays(at("2026-07-12T00:00"), { startsAt, zone })).toEqual({
      first: "2026-07-13",
      last: "2026-07-13",
    });
    expect(pauseDays(at("2026-07-13T00:00"), { startsAt, zone })).toBe(null);
    expect(pauseDays(at("2026-07-20T00:00"), { startsAt, zone })).toBe(null);
  });

  test("ends at eight in the morning of its day", () => {
    expect(pauseEnd("2026-07-03", zone)).toBe(at("2026-07-03T08:00"));
  });

  test("ends only on a day that is offered for it", () => {
    const startsAt = at("2026-07-14T09:00");
    const until = (day: string) => pauseUntil(day, at("2026-07-01T12:00"), { startsAt, zone });
    const days = ["2026-07-01", "2026-07-02", "2026-07-13", "2026-07-14"];
    expect(days.map(until)).toEqual([null, at("2026-07-02T08:00"), at("2026-07-13T08:00"), null]);
    expect(pauseUntil("2026-07-13", at("2026-07-13T00:00"), { startsAt, zone })).toBe(null);
  });

  test("ends on its day, by daylight, after now and before doors, on any day of any zone", () => {
    fc.assert(
      fc.property(instants, instants, zones, (now, startsAt, where) => {
        const days = pauseDays(now, { startsAt, zone: where });
        if (!days) return;
        for (const day of [days.first, days.last]) {
          const end = pauseEnd(day, where);
          expect(isWaking(end, where)).toBe(true);
          expect(end).toBeGreaterThan(now);
          // Samoa went without 30 December 2011: a pause until then ends on the morning after.
          if (!isShown(day, "12:00", where)) continue;
          expect(localAt(end, where).day).toBe(day);
          expect(end).toBeLessThan(startsAt);
        }
      }),
    );
  });
});
