import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LONGEST_SLOT_HOURS } from "#domain/limits.ts";
import {
  firstMisfit,
  keptSpan,
  misfitOf,
  movedSpan,
  ordinaryDay,
  overlap,
  spanOf,
  timesOf,
} from "#domain/time/slot-times.ts";
import { days, minutesOfTheDay, zones } from "#tests/support/times.ts";

const LONDON = "Europe/London";
const HOUR = 3_600_000;
const MINUTE = 60_000;

const row = (starts: string, ends: string, day = "2026-07-14") =>
  ({ kind: "session", title: "", day, starts, ends }) as const;

/** Rows that may stand, anywhere and at any time. */
const rows = fc
  .tuple(days, minutesOfTheDay, minutesOfTheDay, zones)
  .map(([day, starts, ends, zone]) => ({ row: row(starts, ends, day), zone }))
  .filter((it) => misfitOf(it.row, it.zone) === null);

describe("a row of the day", () => {
  test("is shown as it was written, and written again it is the same instants", () => {
    fc.assert(
      fc.property(rows, ({ row: { day, starts, ends }, zone }) => {
        const span = spanOf({ day, starts, ends }, zone);
        expect(timesOf(span, zone)).toEqual({ day, starts, ends });
        expect(spanOf(timesOf(span, zone), zone)).toEqual(span);
      }),
    );
  });
  test("ends after it starts, and never so late that its end was mistyped", () => {
    fc.assert(
      fc.property(rows, ({ row: { day, starts, ends }, zone }) => {
        const { startsAt, endsAt } = spanOf({ day, starts, ends }, zone);
        expect(endsAt).toBeGreaterThan(startsAt);
        expect(endsAt - startsAt).toBeLessThanOrEqual(ends > starts ? 26 * HOUR : LONGEST_SLOT_HOURS * HOUR);
      }),
    );
  });
  test("may run past midnight, and belongs to the day on which it starts", () => {
    const party = row("22:00", "01:30");
    expect(firstMisfit([party], LONDON)).toBeNull();
    expect(spanOf(party, LONDON)).toEqual({
      startsAt: Date.parse("2026-07-14T21:00:00Z"),
      endsAt: Date.parse("2026-07-15T00:30:00Z"),
    });
    expect(timesOf(spanOf(row("23:00", "00:00"), LONDON), LONDON)).toMatchObject({
      day: "2026-07-14",
      ends: "00:00",
    });
  });
  test("cannot stand at a time that the clocks skip, and may in the hour they repeat", () => {
    expect(misfitOf(row("01:30", "02:00", "2027-03-28"), LONDON)).toBe("no_such_time");
    expect(misfitOf(row("00:30", "01:30", "2027-03-28"), LONDON)).toBe("no_such_time");
    expect(misfitOf(row("23:00", "01:30", "2027-03-27"), LONDON)).toBe("no_such_time");
    expect(misfitOf(row("00:30", "02:00", "2027-03-28"), LONDON)).toBeNull();
    expect(misfitOf(row("01:30", "02:00", "2026-10-25"), LONDON)).toBeNull();
  });
  test("has a date of our time, and so has its end", () => {
    expect(misfitOf(row("10:00", "11:00", "0026-07-14"), LONDON)).toBe("no_such_day");
    expect(misfitOf(row("23:00", "01:00", "2100-12-31"), LONDON)).toBe("no_such_day");
  });
});

test("the first row that overlaps, or ends before it starts, is named; another day's does not count", () => {
  expect(firstMisfit([row("11:00", "11:45"), row("11:45", "12:30")], LONDON)).toBeNull();
  expect(firstMisfit([row("11:00", "11:45"), row("11:30", "12:30")], LONDON)).toEqual({
    row: 1,
    why: "overlaps",
  });
  expect(firstMisfit([row("11:00", "11:45"), row("11:30", "12:30", "2026-07-15")], LONDON)).toBeNull();
  expect(firstMisfit([row("11:00", "11:00")], LONDON)).toEqual({ row: 0, why: "too_long" });
  const night = [row("22:00", "02:00"), row("01:00", "03:00", "2026-07-15")];
  expect(firstMisfit(night, LONDON)).toEqual({ row: 1, why: "overlaps" });
  expect(overlap({ startsAt: 0, endsAt: 2 }, { startsAt: 2, endsAt: 3 })).toBe(false);
});

test("a list that is stored is in order as it is shown, wherever and whenever the clocks change", () => {
  const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 90 })), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(days, zones, fc.integer({ min: 0, max: 300 }), steps, (day, zone, begin, some) => {
      let at = Date.parse(`${day}T00:00Z`) + begin * MINUTE;
      const stored = new Map(
        some.map(([gap, length], index) => {
          const startsAt = at + gap * MINUTE;
          at = startsAt + length * MINUTE;
          return [String(index), { startsAt, endsAt: at }];
        }),
      );
      const shown = [...stored].map(([id, span]) => ({ id, ...timesOf(span, zone) }));
      expect(firstMisfit(shown, zone, stored)).toBeNull();
      expect(shown.map((it) => keptSpan(it, zone, stored))).toEqual([...stored.values()]);
    }),
    { numRuns: 1000 },
  );
});

test("a row whose times were changed is judged by them, and so is one that is nobody's", () => {
  const second = { startsAt: Date.parse("2026-10-25T01:30Z"), endsAt: Date.parse("2026-10-25T01:50Z") };
  const stored = new Map([
    ["first", { startsAt: Date.parse("2026-10-25T00:30Z"), endsAt: Date.parse("2026-10-25T00:50Z") }],
    ["second", second],
  ]);
  const [first, left] = ["first", "second"].map((id) => ({ ...row("01:30", "01:50", "2026-10-25"), id }));
  expect(firstMisfit([first!, left!], LONDON, stored)).toBeNull();
  expect(firstMisfit([first!, { ...left!, ends: "01:55" }], LONDON, stored)).toEqual({
    row: 1,
    why: "overlaps",
  });
  expect(firstMisfit([first!, { ...left!, id: null }], LONDON, stored)).toEqual({ row: 1, why: "overlaps" });
  expect(keptSpan(left!, LONDON, stored)).toEqual(second);
  expect(keptSpan({ ...left!, starts: "01:31" }, LONDON, stored)).toBeNull();
});

describe("a camp that moves", () => {
  test("takes its rows along with the times on the wall, wherever it goes, or says that it cannot", () => {
    fc.assert(
      fc.property(rows, days, days, zones, ({ row: written, zone }, from, to, there) => {
        const moved = movedSpan(spanOf(written, zone), { day: from, zone }, { day: to, zone: there });
        if (!moved) return;
        expect(moved.endsAt).toBeGreaterThan(moved.startsAt);
        expect(timesOf(moved, there)).toMatchObject({ starts: written.starts });
        expect(movedSpan(moved, { day: to, zone: there }, { day: from, zone })).toEqual(
          spanOf(written, zone),
        );
      }),
    );
  });
  test("keeps a row of several days, and one in the hour that was shown twice, as long as it was", () => {
    const here = { day: "2026-10-25", zone: LONDON };
    const twoDays = { startsAt: Date.parse("2026-10-25T10:00Z"), endsAt: Date.parse("2026-10-27T09:00Z") };
    expect(movedSpan(twoDays, here, { day: "2026-12-01", zone: LONDON })).toEqual({
      startsAt: Date.parse("2026-12-01T10:00Z"),
      endsAt: Date.parse("2026-12-03T09:00Z"),
    });
    const twice = { startsAt: Date.parse("2026-10-25T00:30Z"), endsAt: Date.parse("2026-10-25T01:15Z") };
    expect(movedSpan(twice, here, { day: "2026-12-01", zone: LONDON })).toEqual({
      startsAt: Date.parse("2026-12-01T01:30Z"),
      endsAt: Date.parse("2026-12-01T02:15Z"),
    });
  });
  test("cannot come to a night that lacks one of its times, nor leave the calendar", () => {
    const here = { day: "2026-07-14", zone: LONDON };
    const span = spanOf(row("01:30", "02:30"), LONDON);
    expect(movedSpan(span, here, { day: "2027-03-28", zone: LONDON })).toBeNull();
    expect(
      movedSpan(spanOf(row("23:00", "01:00"), LONDON), here, { day: "2100-12-31", zone: LONDON }),
    ).toBeNull();
  });
});

describe("an ordinary day", () => {
  test("five slots and three breaks after doors at half past eight, in order", () => {
    const day = ordinaryDay("2026-07-14", "08:30", LONDON);
    expect(day.filter((it) => it.kind === "session")).toHaveLength(5);
    expect(day[0]).toMatchObject({ title: "Welcome and pitching", starts: "09:00", ends: "10:15" });
    expect(day.at(-1)!.ends <= "17:30").toBe(true);
  });
  test("is in order whenever doors open, wherever", () => {
    fc.assert(
      fc.property(days, minutesOfTheDay, zones, (day, doors, zone) => {
        expect(firstMisfit(ordinaryDay(day, doors, zone), zone)).toBeNull();
      }),
    );
  });
});
