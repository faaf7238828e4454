import fc from "fast-check";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { type CampInCalendar, calendarFile } from "#domain/time/calendar-file.ts";
import { instants } from "#tests/support/instants.ts";

const NOW = new Date("2026-06-24T11:00:00Z");
const CAMP: CampInCalendar = {
  id: "01a2140c-08fe-7ccc-9585-bd7a1bdcaab6",
  name: "Brum Camp",
  place: "The Bond, Birmingham",
  page: "https://camps.example.org/e/brum",
  revision: 0,
  halted: false,
  days: [
    { date: "2026-07-14", startsAt: "2026-07-14T08:00:00.000Z", endsAt: "2026-07-14T16:30:00.000Z" },
    { date: "2026-07-15", startsAt: "2026-07-15T08:00:00.000Z", endsAt: null },
  ],
};

/** As another program reads it. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file));
  return calendar.getAllSubcomponents("vevent").map((part) => {
    const event = new ICAL.Event(part);
    const { uid, summary, location } = event;
    const startsAt = event.startDate.toJSDate().toISOString();
    return { uid, summary, location, startsAt, endsAt: event.endDate.toJSDate().toISOString() };
  });
}

test("each day is an entry with its times, its place and an id that stays", () => {
  const [name, place] = [CAMP.name, CAMP.place];
  const uid = (date: string) => `${date}.${CAMP.id}@camps.example.org`;
  const first = { startsAt: "2026-07-14T08:00:00.000Z", endsAt: "2026-07-14T16:30:00.000Z" };
  const second = { startsAt: "2026-07-15T08:00:00.000Z", endsAt: "2026-07-15T08:00:00.000Z" };
  expect(read(calendarFile(CAMP, NOW))).toEqual([
    { uid: uid("2026-07-14"), summary: name, location: place, ...first },
    { uid: uid("2026-07-15"), summary: name, location: place, ...second },
  ]);
});

test("its times are those of the world, so that no calendar has to know the camp's clocks", () => {
  const file = calendarFile(CAMP, NOW);
  expect(file).toContain("DTSTART:20260714T080000Z");
  expect(file).not.toContain("TZID");
});

test("whatever a camp is called and whenever it is, the file says that and no more", () => {
  const text = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 120 })
    .map((raw) => raw.replace(/\s+/g, " ").trim() || "x")
    .filter((raw) => !/[\p{Cc}\u2028\u2029\ufeff]/u.test(raw));
  fc.assert(
    fc.property(text, text, instants, (name, place, at) => {
      const startsAt = new Date(at - (at % 1000)).toISOString();
      const days = [{ date: startsAt.slice(0, 10), startsAt, endsAt: null }];
      const [entry, ...others] = read(calendarFile({ ...CAMP, name, place, days }, NOW));
      expect(others).toEqual([]);
      expect(entry).toMatchObject({ summary: name, location: place, startsAt });
    }),
  );
});
