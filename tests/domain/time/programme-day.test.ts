import fc from "fast-check";
import { expect, test } from "vitest";
import { lengthOf, programmeDays, zonedInstant } from "#domain/time/programme-day.ts";

const LONDON = "Europe/London";
const from = (at: string, minutes = 45) => ({
  startsAt: new Date(at).toISOString(),
  endsAt: new Date(Date.parse(at) + minutes * 60_000).toISOString(),
});
const datesOf = (starts: string[], dates: string[]) =>
  programmeDays(
    starts.map((at) => from(at)),
    dates,
    LONDON,
  ).map(({ date, things }) => [date, things.length]);

test("a night belongs to the evening before it until four o'clock", () => {
  expect(datesOf(["2026-07-14T19:00Z", "2026-07-15T02:59Z", "2026-07-15T03:00Z"], [])).toEqual([
    ["2026-07-14", 2],
    ["2026-07-15", 1],
  ]);
});

test("a day on which nothing begins but at four in the morning has the night after it", () => {
  expect(datesOf(["2026-07-14T03:00Z", "2026-07-14T23:30Z"], [])).toEqual([["2026-07-14", 2]]);
});

test("a night before which the camp has no day is of its own date", () => {
  expect(datesOf(["2026-07-14T00:00Z"], ["2026-07-14"])).toEqual([["2026-07-14", 1]]);
  expect(programmeDays([from("2026-07-14T00:00Z")], ["2026-07-14"], LONDON)[0]!.startsAt).toBe(
    "2026-07-14T00:00:00.000Z",
  );
  expect(datesOf(["2026-07-14T00:00Z"], ["2026-07-13", "2026-07-14"])).toEqual([
    ["2026-07-13", 1],
    ["2026-07-14", 0],
  ]);
});

test("days are in order, whatever is on them, and end once what began on them has", () => {
  const days = programmeDays([from("2026-07-14T22:00Z", 400)], ["2026-07-15", "2026-07-14"], LONDON);
  expect(days.map(({ date, endsAt }) => [date, endsAt])).toEqual([
    ["2026-07-14", "2026-07-15T04:40:00.000Z"],
    ["2026-07-15", "2026-07-16T03:00:00.000Z"],
  ]);
});

test("nothing that begins is lost, and all that is on a day begins within it", () => {
  const at = fc.integer({ min: Date.UTC(2026, 9, 20), max: Date.UTC(2026, 9, 30) });
  fc.assert(
    fc.property(fc.array(at, { maxLength: 20 }), (starts) => {
      const things = starts.sort((a, b) => a - b).map((start) => from(new Date(start).toISOString()));
      const days = programmeDays(things, ["2026-10-24"], LONDON);
      expect(days.flatMap(({ things }) => things).sort(byStart)).toEqual([...things].sort(byStart));
      for (const { startsAt, endsAt, things: on } of days)
        for (const thing of on) expect(thing.startsAt >= startsAt && thing.endsAt <= endsAt).toBe(true);
    }),
  );
});
const byStart = (a: { startsAt: string }, b: { startsAt: string }) => (a.startsAt < b.startsAt ? -1 : 1);

test("an instant says how far its clocks are from UTC, and a length is hours and minutes", () => {
  expect(zonedInstant("2026-10-25T00:30:00.000Z", LONDON)).toBe("2026-10-25T01:30:00+01:00");
  expect(zonedInstant("2026-10-25T01:30:00.000Z", LONDON)).toBe("2026-10-25T01:30:00+00:00");
  expect([lengthOf(from("2026-07-14T10:00Z", 125)), lengthOf(from("2026-07-14T10:00Z", -5))]).toEqual([
    "02:05",
    "00:00",
  ]);
});
