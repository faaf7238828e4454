/** The page of a session and of a room: what, who, when, where, how to get there, and what else one wants then. */
import { describe, expect, test } from "vitest";
import { ShownRoom, ShownSession } from "#components/event/session-tab.tsx";
import type { TabProps } from "#components/event/tab.ts";
import { StarringContext } from "#components/star/use-mine.ts";
import type { GridView } from "#domain/grid.ts";
import { SEATS_UNKNOWN } from "#domain/limits.ts";
import type { NoteLevel } from "#domain/pitch.ts";
import { STRANGER } from "#domain/viewer.ts";
import { pitch as words } from "#messages/en/pitch.ts";
import { dayGrid, drawn, Going, ROOMS, raisingOf, said, slotOf } from "#tests/support/day-of-grid.tsx";
import { event, pitch, whole } from "#tests/support/snapshot.ts";

const times = ["2026-07-14T10:00:00Z", "2026-07-14T10:45:00Z"] as const;
const slots = [
  slotOf("one", times),
  slotOf("two", ["2026-07-14T11:00:00Z", "2026-07-14T11:45:00Z"]),
  slotOf("night", ["2026-07-14T23:30:00Z", "2026-07-15T00:30:00Z"]),
];
const grid = dayGrid(slots, ["a one Hall", "b one Den", "c two Hall"]);

type More = { of?: GridView | null; up?: string[]; hosting?: string[]; zone?: string };
const tab = (
  what: string,
  at: string,
  { of = grid, up = [], hosting = [], zone = "Europe/London" }: More,
): TabProps => ({
  snapshot: { ...whole, event: { ...event, place: "The Exchange", phase: "sessions" }, grid: of },
  now: Date.parse(at),
  place: { locale: "en-GB", zone },
  raising: raisingOf(...up),
  hosting,
  you: { me: STRANGER, standWith: async () => null, onStood: () => undefined },
  walk: { Shown: null, open: () => undefined, close: () => undefined, failed: false },
  find: "",
  of: what,
});
const NOON = "2026-07-14T10:23:00Z";
const session = (key: string, more: More = {}, at = NOON) =>
  said(
    <Going runs={more.up ?? []}>
      <ShownSession {...tab(key, at, more)} />
    </Going>,
  );
const room = (letter: string, more: More = {}, at = NOON) => said(<ShownRoom {...tab(letter, at, more)} />);

test("says when, what, where and who, and leads to its room and to one calendar entry", () => {
  expect(session("a")).toMatch(
    /^Slot 1 · Tue 14 Jul, 11am to 11.45am On now · 22 min left Title of a A line A Hall 40 seats Step-free Loop At The Exchange Discuss · with Ama 12 hands went up for it Notes Add it to your calendar/,
  );
  const html = drawn(<ShownSession {...tab("a", NOON, {})} />);
  expect(html).toContain('href="/e/brum/rooms/A"');
  expect(html).toContain('href="/e/brum/sessions/a/calendar.ics"');
  expect(html).toContain('href="/e/brum/sessions/a/notes"');
  expect(html).toContain('href="/e/brum/changes"');
});

test("leads to the notes of what is on, where there are any and the reader may know of them", () => {
  const levelled = (noteLevel: NoteLevel, title = "Title of a") => {
    const sessions = grid.sessions.map((it) => (it.id === "a" ? { ...it, noteLevel, title } : it));
    const of = { ...grid, sessions };
    const pages = [
      drawn(<ShownSession {...tab("a", NOON, { of })} />),
      drawn(<ShownRoom {...tab("A", NOON, { of })} />),
    ];
    return pages.map((html) => html.includes('/notes"'));
  };
  expect(levelled("open")).toEqual([true, true]);
  expect(levelled("no_names")).toEqual([true, true]);
  expect(levelled("no_notes")).toEqual([false, false]);
  expect(levelled("unlisted")).toEqual([true, true]);
  expect(levelled("unlisted", words.hidden)).toEqual([false, false]);
});

test.each([
  ["2026-07-14T09:40:00Z", "in 20 min"],
  ["2026-07-14T10:45:00Z", "It’s over"],
])("at %s it is said to be %s", (at, says) => {
  expect(session("a", {}, at)).toContain(says);
});

test("says how to get to the room, and where nobody has said that it can be done without steps", () => {
  const rooms = [{ ...ROOMS[0]!, directions: "First floor, left of the lift" }, ROOMS[1]!];
  const of = { ...grid, rooms };
  expect(session("a", { of })).toContain("First floor, left of the lift");
  expect(session("a", { of })).not.toContain("step-free. Ask");
  expect(session("b", { of })).toContain("Nobody has said that this room is step-free.");
  expect(room("A", { of })).toContain("First floor, left of the lift");
});

test.each([
  [90, "It may be full"],
  [10, "Plenty of space"],
])("where %i are expected in 40 seats it says: %s", (heads, says) => {
  expect(session("a", { of: { ...grid, heads: { a: heads } } })).toContain(says);
  expect(session("a", { of: { ...grid, heads: { a: heads } } }, "2026-07-14T12:00:00Z")).not.toContain(says);
});

test("what changed about it is news until it has ended", () => {
  const from = { slotId: "one", roomId: "Den", room: "Den", startsAt: times[0], endsAt: times[1] };
  const changes = [
    { pitchId: "a", copy: 0, title: "Title of a", from, to: { ...from, roomId: "Hall", room: "Hall" } },
  ];
  expect(session("a", { of: { ...grid, changes } })).toContain("Moved from Den");
  expect(session("a", { of: { ...grid, changes } }, times[1])).not.toContain("Moved from Den");
});

describe("what else is theirs at that time", () => {
  test.each([
    [{ up: ["a", "b"] }, "You go to this too."],
    [{ up: ["b"] }, "You go to something else then:"],
    [{ up: ["b"], hosting: ["a"] }, "You host this one, so somebody has to do without you"],
  ])("with %o it says: %s", (more, says) => {
    expect(session("a", more)).toContain(`At the same time ${says}`);
    expect(session("a", more)).toMatch(/Title of b B Den/);
  });

  test("is nothing where only this one is, or what they want is later", () => {
    expect(session("a", { up: ["a", "c"] })).not.toContain("At the same time");
  });
});

test("of what is not listed it says the words for it; what was taken off, or never was, is not on the grid", () => {
  const sessions = [
    { ...pitch("a", "unlisted"), title: "A session for people at the camp", hosts: [], line: "" },
  ];
  expect(session("a", { of: { ...grid, sessions } })).toMatch(
    /A session for people at the camp A Hall.*Not listed/,
  );
  expect(session("gone")).toMatch(/^It isn’t on the grid/);
  expect(session("a", { of: null })).toContain("The grid");
});

test("what begins before midnight is of that day, in the camp’s zone, however its readers’ clocks stand", () => {
  const of = dayGrid(slots, ["a night Hall"]);
  expect(session("a", { of }, "2026-07-14T23:45:00Z")).toMatch(
    /^Slot 1 · Wed 15 Jul, 12.30am to 1.30am On now · 45 min left/,
  );
  expect(session("a", { of, zone: "America/New_York" }, "2026-07-14T23:45:00Z")).toMatch(
    /^Slot 1 · 7.30pm to 8.30pm On now · 45 min left/,
  );
});

test("a room says what is on in it, and its whole day", () => {
  expect(room("A")).toMatch(
    /^Room A A Hall 40 seats .*On now 22 min left Title of a .*What happens here Title of a .*Title of c/,
  );
  expect(room("B", {}, "2026-07-14T12:00:00Z")).toContain("Nothing is on in here now.");
  expect(room("A", { of: { ...grid, placements: [] } })).toContain("Nothing here yet");
  expect(room("Z")).toContain("There is no such room");
});

test("a place where nobody knows how many fit is said to be one, and has no number", () => {
  const [hall, ...others] = ROOMS;
  const canal = { ...hall!, capacity: SEATS_UNKNOWN, unofficial: true as const };
  const of = room("A", { of: { ...grid, rooms: [canal, ...others] } });
  expect(of).toMatch(/^Room A A Hall Unofficial place: no seats known /);
  // Once for all that happens there.
  expect(of.match(/Unofficial/g)).toHaveLength(1);
  expect(of).not.toMatch(/\d seats/);
});

test("nobody is asked whether they go to what has ended", () => {
  const starring = { starred: new Set<string>(), mine: new Set<string>(), state: () => "saved" as const };
  const asked = (at: string) =>
    said(
      <StarringContext value={{ ...starring, whose: { hosting: [], hands: [] }, star: () => undefined }}>
        <ShownRoom {...tab("A", at, {})} />
      </StarringContext>,
    ).match(/I go here ?: Title of \w/g) ?? [];
  expect(asked("2026-07-14T09:00:00Z")).toHaveLength(2);
  expect(asked("2026-07-14T11:10:00Z").every((it) => it.endsWith("c"))).toBe(true);
  expect(asked("2026-07-14T12:00:00Z")).toEqual([]);
});
