import fc from "fast-check";
import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { describe, expect, test } from "vitest";
import { type FeedSession, feedOf } from "#domain/feed.ts";
import { type GridInCalendar, sessionCalendar } from "#domain/time/session-calendar.ts";
import { instants } from "#tests/support/instants.ts";
import { ORIGIN, PROGRAMMES, versionsOf } from "#tests/support/programmes.ts";

const WORDS = {
  unlisted: "For people at the camp",
  by: (hosts: readonly string[]) => `by ${hosts.join(" and ")}`,
};
const swaps: FeedSession = {
  ...{
    key: "01a2140c-08fe-7ccc-9585-bd7a1bdcaab6",
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

/** As one more program reads it. */
function readByNode(file: string) {
  const text = (value: unknown) =>
    typeof value === "object" && value ? (value as { val: string }).val : value;
  return Object.values(nodeIcal.sync.parseICS(file)).flatMap((part) => {
    if (part?.type !== "VEVENT") return [];
    const { uid, summary, location, description, sequence, status, dtstamp, start, end } = part;
    return [
      {
        ...{ uid, summary: text(summary), location: text(location), description: text(description) ?? null },
        ...{ sequence: Number(sequence), status, stamp: dtstamp.toISOString() },
        ...{ startsAt: start.toISOString(), endsAt: end?.toISOString() },
      },
    ];
  });
}

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
  uid: `${swaps.key}@camps.example.org`,
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
    ["uid", { key: "01a2140c-08fe-7ccc-9585-bd7a1bdcaab7" }],
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

test("it is called as the camp is, asks to be read again every five minutes, and names the camp's zone before any entry", () => {
  const file = fileOf(swaps);
  const head = file.slice(0, file.indexOf("BEGIN:VEVENT")).split("\r\n");
  for (const line of [
    "METHOD:PUBLISH",
    "X-WR-CALNAME:Brum Camp",
    "X-WR-TIMEZONE:Europe/London",
    "REFRESH-INTERVAL;VALUE=DURATION:PT5M",
  ])
    expect(head).toContain(line);
  expect(file.match(/X-WR-TIMEZONE/g)).toHaveLength(1);
  // All is in UTC: no entry needs the rules of a zone.
  expect(file).not.toMatch(/TZID|VTIMEZONE/);
});

describe("two other programs read the same in every calendar, of all rooms and of one", () => {
  test.each(Object.keys(PROGRAMMES))("%s", (name) => {
    const programme = PROGRAMMES[name]!;
    const { zone, name: called, place } = programme.event;
    for (const letter of [undefined, "A"]) {
      const sessions = feedOf(versionsOf(programme), letter);
      const page = `${ORIGIN}/e/brum/grid`;
      const file = sessionCalendar({ name: called, place, zone, page, sessions }, WORDS);
      const byOne = read(file);
      expect(byOne).toEqual(readByNode(file));
      expect(byOne.map(({ uid }) => uid)).toEqual(sessions.map(({ key }) => `${key}@camps.example.org`));
      expect(byOne.filter(({ status }) => status === "CANCELLED")).toHaveLength(
        sessions.filter(({ cancelled }) => cancelled).length,
      );
      expect(file).not.toContain("SECRET");
    }
  });

  test("what is off is in it, and an entry that lost its id, its time or its state is noticed", () => {
    const sessions = feedOf(versionsOf(PROGRAMMES.cancelled!));
    const file = fileOf(...sessions);
    expect(readByNode(file).map(({ status }) => status)).toEqual(["CONFIRMED", "CANCELLED"]);
    for (const [field, other] of [
      ["UID:", "X-UID:"],
      ["DTSTART:20", "DTSTART:19"],
      ["STATUS:CANCELLED", "STATUS:CONFIRMED"],
      ["SEQUENCE:2", "SEQUENCE:1"],
    ] as const)
      expect(readByNode(file.replace(field, other))).not.toEqual(readByNode(file));
  });
});

test("a name with every sign that a calendar gives a meaning to is read as it was typed", () => {
  const name = 'Große; Halle, a\\b: "c" REFRESH-INTERVAL;VALUE=DURATION:P1D';
  const file = sessionCalendar({ ...GRID, name }, WORDS);
  const head = new ICAL.Component(ICAL.parse(file));
  expect([head.getFirstPropertyValue("x-wr-timezone"), head.getFirstPropertyValue("name")]).toEqual([
    GRID.zone,
    name,
  ]);
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
