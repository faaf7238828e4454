import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import type { FeedSession } from "#domain/feed.ts";
import { type GridInCalendar, sessionCalendar } from "#domain/time/session-calendar.ts";
import { instants } from "#tests/support/instants.ts";

const WORDS = {
  unlisted: "For people at the camp",
  by: (hosts: readonly string[]) => `by ${hosts.join(" and ")}`,
};
const swaps: FeedSession = {
  ...{
    id: "01a2140c-08fe-7ccc-9585-bd7a1bdcaab6",
    title: "Job swaps",
    line: "What; then, why?",
    hosts: ["Ama", "Rhys"],
  },
  spot: {
    ...{ slotId: "one", roomId: "A", room: "Main hall" },
    ...{ startsAt: "2026-07-14T10:00:00.000Z", endsAt: "2026-07-14T10:45:00.000Z" },
  },
  ...{ revision: 3, revisedAt: "2026-07-14T08:30:00.000Z", cancelled: false, unlisted: false },
};
const GRID: GridInCalendar = {
  ...{ name: "Brum Camp", place: "The Bond, Birmingham", zone: "Europe/London" },
  page: "https://camps.example.org/e/brum/grid",
  sessions: [swaps],
};
const fileOf = (...sessions: FeedSession[]) => sessionCalendar({ ...GRID, sessions }, WORDS);

/** As another program reads it. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file));
  return calendar.getAllSubcomponents("vevent").map((part) => {
    const event = new ICAL.Event(part);
    const [startsAt, endsAt] = [event.startDate, event.endDate].map((time) => time.toJSDate().toISOString());
    const { uid, summary, location, description, sequence } = event;
    const status = part.getFirstPropertyValue("status");
    const stamp = (part.getFirstPropertyValue("dtstamp") as ICAL.Time).toJSDate().toISOString();
    return { uid, summary, location, description, sequence, status, stamp, startsAt, endsAt };
  });
}

const READ = {
  uid: `${swaps.id}@camps.example.org`,
  ...{ summary: "Job swaps", location: "Main hall, The Bond, Birmingham" },
  description: "by Ama and Rhys\n\nWhat; then, why?",
  ...{ sequence: 3, status: "CONFIRMED", stamp: "2026-07-14T08:30:00.000Z" },
  ...{ startsAt: "2026-07-14T10:00:00.000Z", endsAt: "2026-07-14T10:45:00.000Z" },
};

test("a session is an entry with its room, its hosts, an id that stays and how often it was revised", () => {
  expect(read(fileOf(swaps))).toEqual([READ]);
});

describe("whatever is another in it is read as another", () => {
  const { spot } = swaps;
  test.each<[keyof typeof READ, Partial<FeedSession>]>([
    ["uid", { id: "01a2140c-08fe-7ccc-9585-bd7a1bdcaab7" }],
    ["summary", { title: "Swaps" }],
    ["description", { line: "" }],
    ["description", { hosts: ["Ama"] }],
    ["location", { spot: { ...spot, room: "Den" } }],
    ["startsAt", { spot: { ...spot, startsAt: "2026-07-14T10:05:00.000Z" } }],
    ["endsAt", { spot: { ...spot, endsAt: "2026-07-14T10:50:00.000Z" } }],
    ["sequence", { revision: 4 }],
    ["stamp", { revisedAt: "2026-07-14T08:31:00.000Z" }],
    ["status", { cancelled: true }],
  ])("%s", (field, other) => {
    const [is] = read(fileOf({ ...swaps, ...other }));
    expect(
      Object.keys(READ).filter((key) => is![key as keyof typeof READ] !== READ[key as keyof typeof READ]),
    ).toEqual([field]);
  });
});

test("one that is off says so where it was, and one whose times nobody knows is left out", () => {
  expect(read(fileOf({ ...swaps, cancelled: true }))[0]).toEqual({ ...READ, status: "CANCELLED" });
  expect(read(fileOf({ ...swaps, spot: { slotId: "one", roomId: "A" } }))).toEqual([]);
});

test("of one that is not listed it says when and where, and no word of it", () => {
  const file = fileOf({ ...swaps, unlisted: true });
  expect(read(file)[0]).toEqual({ ...READ, summary: WORDS.unlisted, description: null });
  expect(file).not.toMatch(/swaps|Ama|Rhys|then/);
});

test("it is called as the camp is, asks to be read again every five minutes, and names the camp's zone", () => {
  const file = fileOf();
  for (const line of [
    "X-WR-CALNAME:Brum Camp",
    "X-WR-TIMEZONE:Europe/London",
    "REFRESH-INTERVAL;VALUE=DURATION:PT5M",
  ])
    expect(file.split("\r\n")).toContain(line);
  expect(file).not.toContain("TZID");
});

test("on the night the clocks change, and at any other time, its instants are those of the world", () => {
  // An hour that London has twice.
  const night = { ...swaps.spot, startsAt: "2026-10-25T00:30:00.000Z", endsAt: "2026-10-25T01:30:00.000Z" };
  expect(read(fileOf({ ...swaps, spot: night }))[0]).toMatchObject({
    startsAt: night.startsAt,
    endsAt: night.endsAt,
  });
  const text = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 120 })
    .map((raw) => raw.replace(/\s+/g, " ").trim() || "x")
    .filter((raw) => !/[\p{Cc}\u2028\u2029\ufeff]/u.test(raw));
  fc.assert(
    fc.property(text, text, instants, (title, room, at) => {
      const startsAt = new Date(at - (at % 1000)).toISOString();
      const endsAt = new Date(Date.parse(startsAt) + 2_700_000).toISOString();
      const spot = { ...swaps.spot, room, startsAt, endsAt };
      const [entry, ...others] = read(fileOf({ ...swaps, title, spot }));
      expect(others).toEqual([]);
      expect(entry).toMatchObject({ summary: title, location: `${room}, ${GRID.place}`, startsAt, endsAt });
    }),
  );
});
