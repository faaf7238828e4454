/** What the Now tab says at each moment of a day: what is on, how long still, whose it is, and what a gap is. */
import { describe, expect, test } from "vitest";
import { GridNow } from "#components/grid/now.tsx";
import { dayAt } from "#domain/day.ts";
import type { GridView } from "#domain/grid.ts";
import { dayGrid, drawn, Going, raisingOf, said, slotOf } from "#tests/support/day-of-grid.tsx";

const LONDON = { locale: "en-GB", zone: "Europe/London" };
const slots = [
  slotOf("one", ["2026-07-14T10:00:00Z", "2026-07-14T10:45:00Z"]),
  slotOf("two", ["2026-07-14T11:00:00Z", "2026-07-14T11:45:00Z"]),
  slotOf("lunch", ["2026-07-14T11:45:00Z", "2026-07-14T12:30:00Z"], "Lunch"),
  slotOf("three", ["2026-07-14T12:30:00Z", "2026-07-14T13:15:00Z"]),
];
const grid = dayGrid(slots, ["a one Hall", "b one Den", "c two Hall", "d three Hall"]);

type More = { up?: string[]; hosting?: string[]; of?: GridView; place?: typeof LONDON };
const element = (at: string, { up = [], hosting = [], of = grid, place = LONDON }: More) => {
  const now = Date.parse(at);
  const seen = {
    slug: "brum",
    grid: of,
    now,
    place,
    raising: raisingOf(...up),
    hosting,
    goesOn: null,
    counts: [],
  };
  return (
    <Going runs={up}>
      <GridNow day={dayAt(of, now)} {...seen} />
    </Going>
  );
};
const now = (at: string, more: More = {}) => said(element(at, more));

test("says how long is left of what is on, once, and how soon the next is", () => {
  const text = now("2026-07-14T10:23:00Z");
  expect(text).toMatch(/^Slot 1 · 11am to 11.45am On now 22 min left .* Next · 12 noon in 37 min /);
  expect(text.match(/22 min/g)).toHaveLength(1);
});

test.each([
  ["2026-07-14T09:40:00Z", /^Nothing is on yet · in 20 min First sessions at 11am/],
  ["2026-07-14T10:50:00Z", /^Between sessions · in 10 min Next sessions at 12 noon/],
])("a gap at %s says what it is", (at, says) => {
  expect(now(at)).toMatch(says);
});

test("a break that is on is called by its name, and a break that comes is not all that comes", () => {
  expect(now("2026-07-14T12:00:00Z")).toMatch(
    /^12.45pm to 1.30pm Lunch 30 min left Next · 1.30pm in 30 min .*Title of d/,
  );
  expect(now("2026-07-14T11:30:00Z")).toMatch(/Next · 12.45pm · Lunch in 15 min Then · 1.30pm .*Title of d/);
});

test("theirs come first, and say who hosts them as every other does", () => {
  const text = now("2026-07-14T10:23:00Z", { up: ["b"] });
  expect(text).toMatch(/You go here B Den Title of b with Ama A Hall Title of a with Ama/);
  expect(now("2026-07-14T10:23:00Z", { hosting: ["b"] })).toMatch(/You host this B Den Title of b with Ama/);
});

test("that there is little space is said of one that has moved as well", () => {
  const from = {
    slotId: "one",
    roomId: "Den",
    room: "Den",
    startsAt: slots[0]!.startsAt,
    endsAt: slots[0]!.endsAt,
  };
  const to = { ...from, roomId: "Hall", room: "Hall" };
  const of = {
    ...grid,
    heads: { a: 90 },
    changes: [{ pitchId: "a", copy: 0, title: "Title of a", from, to }],
  };
  expect(now("2026-07-14T10:23:00Z", { of })).toMatch(/A Hall Moved from Den May be full Title of a/);
});

test("what goes on beyond its slot says until when, and is still on in the next", () => {
  const long = slotOf("one", ["2026-07-14T10:00:00Z", "2026-07-14T11:45:00Z"]);
  const of = dayGrid([long, ...slots.slice(1)], ["a one Hall", "c two Den"]);
  expect(now("2026-07-14T11:10:00Z", { of })).toMatch(/Title of a/);
  expect(now("2026-07-14T11:10:00Z", { of })).toMatch(/On now/);
});

test("sessions and rooms lead to their pages, and what its reader may not know leads nowhere", () => {
  const html = drawn(element("2026-07-14T10:23:00Z", {}));
  for (const path of ["sessions/a", "sessions/b", "rooms/A", "rooms/B"])
    expect(html).toContain(`href="/e/brum/${path}"`);
  const sessions = grid.sessions.map((it) => {
    return it.id === "a"
      ? { ...it, title: "A session for people at the camp", noteLevel: "unlisted" as const }
      : it;
  });
  const closed = drawn(element("2026-07-14T10:23:00Z", { of: { ...grid, sessions } }));
  expect(closed).not.toContain("sessions/a");
});

describe("in nights, and read from elsewhere", () => {
  const night = dayGrid(
    [
      slotOf("late", ["2026-07-14T22:30:00Z", "2026-07-15T00:15:00Z"]),
      slotOf("later", ["2026-07-15T00:30:00Z", "2026-07-15T01:30:00Z"]),
    ],
    ["a late Hall", "b later Hall"],
  );

  test("what is on past midnight says of which day it is, and how long is left", () => {
    expect(now("2026-07-14T23:45:00Z", { of: night })).toMatch(
      /^Slot 1 · Tue 14 Jul, 11.30pm to 1.15am On now 30 min left .*Next · 1.30am in 45 min/,
    );
  });

  test("the hour that clocks show twice counts as two, and the one they skip not at all", () => {
    const back = dayGrid([slotOf("long", ["2026-10-25T00:30:00Z", "2026-10-25T02:00:00Z"])], ["a long Hall"]);
    expect(now("2026-10-25T00:45:00Z", { of: back })).toMatch(/1.30am to 2am On now 75 min left/);
    const forward = dayGrid(
      [
        slotOf("one", ["2026-03-29T00:00:00Z", "2026-03-29T00:45:00Z"]),
        slotOf("two", ["2026-03-29T01:00:00Z", "2026-03-29T01:45:00Z"]),
      ],
      ["a one Hall", "b two Hall"],
    );
    expect(now("2026-03-29T00:50:00Z", { of: forward })).toMatch(/in 10 min Next sessions at 2am/);
  });

  test("times are those of the camp", () => {
    const place = { locale: "en-GB", zone: "Pacific/Auckland" };
    expect(now("2026-07-14T10:23:00Z", { place })).toMatch(/10pm to 10.45pm/);
  });
});
