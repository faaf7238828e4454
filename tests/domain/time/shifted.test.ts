import fc from "fast-check";
import { expect, it } from "vitest";
import { localAt } from "#domain/time/local.ts";
import { shifted } from "#domain/time/shifted.ts";
import { overlap, spanOf } from "#domain/time/slot-times.ts";

const LONDON = "Europe/London";
const DAYS = [
  { id: "a", date: "2026-07-14", startsAt: "2026-07-14T07:30:00.000Z" },
  { id: "b", date: "2026-07-15", startsAt: "2026-07-15T08:00:00.000Z" },
];
const row = (id: string, day: string, starts: string, ends: string) => ({
  id,
  ...spanOf({ day, starts, ends }, LONDON),
});
const SLOTS = [
  row("welcome", "2026-07-14", "09:00", "10:15"),
  row("late", "2026-07-14", "23:30", "00:30"),
  row("night", "2026-07-15", "01:10", "01:50"),
  row("last", "2026-07-15", "14:00", "14:45"),
];

const clocks = ({ startsAt, endsAt }: { startsAt: number; endsAt: number }) =>
  [startsAt, endsAt].map((at) => localAt(at, LONDON)).map(({ day, time }) => `${day} ${time}`);

it("keeps what the clocks say, in summer and in winter, and how the days lie", () => {
  const winter = shifted({ days: DAYS, zone: LONDON }, SLOTS, {
    day: "2027-01-30",
    doors: "08:00",
    zone: LONDON,
  });
  expect(winter!.days).toEqual([
    { id: "a", date: "2027-01-30", startsAt: Date.parse("2027-01-30T08:00:00Z") },
    { id: "b", date: "2027-01-31", startsAt: Date.parse("2027-01-31T09:00:00Z") },
  ]);
  expect(winter!.slots.map(clocks)).toEqual([
    ["2027-01-30 09:00", "2027-01-30 10:15"],
    ["2027-01-30 23:30", "2027-01-31 00:30"],
    ["2027-01-31 01:10", "2027-01-31 01:50"],
    ["2027-01-31 14:00", "2027-01-31 14:45"],
  ]);
});

it("leaves out a row in the hour that the clocks skip, and is nothing beyond the years camps are in", () => {
  const to = { day: "2027-03-27", doors: "08:30", zone: LONDON };
  const spring = shifted({ days: DAYS, zone: LONDON }, SLOTS, to);
  expect(spring!.slots.map(({ id }) => id)).toEqual(["welcome", "late", "last"]);
  expect(shifted({ days: DAYS, zone: LONDON }, SLOTS, { ...to, day: "2100-12-31" })).toBe(null);
});

it("has no two rows at one time, whichever date and zone they come to", () => {
  const date = fc
    .integer({ min: 0, max: 3000 })
    .map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
  const zone = fc.constantFrom(LONDON, "America/New_York", "Australia/Lord_Howe", "UTC", "Asia/Kathmandu");
  fc.assert(
    fc.property(date, zone, (day, there) => {
      const made = shifted({ days: DAYS, zone: LONDON }, SLOTS, { day, doors: "08:30", zone: there })!;
      for (const [at, slot] of made.slots.entries()) {
        expect(slot.endsAt).toBeGreaterThan(slot.startsAt);
        expect(made.slots.slice(0, at).some((other) => overlap(other, slot))).toBe(false);
        const was = SLOTS.find(({ id }) => id === slot.id)!;
        expect(localAt(slot.startsAt, there).time).toBe(localAt(was.startsAt, LONDON).time);
      }
    }),
  );
});
