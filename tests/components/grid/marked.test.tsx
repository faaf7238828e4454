/** What changed is said on every screen until its slot has ended, and on none after. */
import {
  AppRouterContext,
  type AppRouterInstance,
} from "next/dist/shared/lib/app-router-context.shared-runtime";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Changelog } from "#components/grid/changelog.tsx";
import { GridList } from "#components/grid/list.tsx";
import { GridNow } from "#components/grid/now.tsx";
import type { Raising } from "#components/voting/raising.ts";
import { WallSessions } from "#components/wall/sessions.tsx";
import { type Entry, VERSIONS_TOLD } from "#domain/changelog.ts";
import { dayAt } from "#domain/day.ts";
import type { GridView } from "#domain/grid.ts";
import { plainPage } from "#live/plain/page.ts";
import { readable } from "#tests/support/english.ts";
import { event, pitch, whole } from "#tests/support/snapshot.ts";

const LONDON = { locale: "en-GB", zone: "Europe/London" };
const at = (hour: number, minutes = 0) => new Date(Date.UTC(2026, 6, 14, hour, minutes)).toISOString();
const slot = (id: string, hour: number) => {
  return {
    id,
    kind: "session" as const,
    title: "",
    startsAt: at(hour),
    endsAt: at(hour + 1),
    hour: 1,
    number: 1,
  };
};
const rooms = ["Hall", "Den"].map((name, n) => ({
  id: name,
  letter: "AB"[n]!,
  name,
  capacity: 40,
  features: [],
}));
const spot = (slotId: string, hour: number, room: string) => {
  return { slotId, roomId: room, room, startsAt: at(hour), endsAt: at(hour + 1) };
};
/** At 10 in London: one that came from the other room, and where another was that is off. */
const grid: GridView = {
  ...{ number: 3, publishedAt: at(8), rooms, slots: [slot("one", 9), slot("two", 10)] },
  sessions: [pitch("a"), pitch("b")],
  placements: [
    { pitchId: "a", slotId: "one", roomId: "Den", copy: 0, length: 1 as const, pinned: false },
    { pitchId: "b", slotId: "two", roomId: "Den", copy: 0, length: 1 as const, pinned: false },
  ],
  changes: [
    { pitchId: "a", copy: 0, title: "Title of a", from: spot("one", 9, "Hall"), to: spot("one", 9, "Den") },
    { pitchId: "off", copy: 0, title: "Drone films", from: spot("one", 9, "Hall"), to: null },
  ],
};

const raising: Raising = {
  ...{
    up: () => false,
    state: () => "saved",
    count: () => 1,
    dots: null,
    left: null,
    raise: () => undefined,
  },
};
const drawn = (element: ReactElement) =>
  renderToStaticMarkup(
    <AppRouterContext.Provider value={{} as AppRouterInstance}>{element}</AppRouterContext.Provider>,
  );
const read = (element: ReactElement) =>
  readable(drawn(element)).replace(/\s+/g, " ").replaceAll("&#x27;", "’");
const sessions = { ...event, phase: "sessions" as const };

function screensAt(time: string): Record<string, string> {
  const now = Date.parse(time);
  const seen = { grid, now, place: LONDON, raising, hosting: [] };
  const qr = { size: 1, path: "" };
  const join = { address: "camp.example", front: qr, now: qr, feedback: qr };
  return {
    now: read(<GridNow {...seen} slug="brum" counts={[]} day={dayAt(grid, now)} goesOn={null} />),
    grid: read(<GridList camp={sessions} {...seen} />),
    wall: read(<WallSessions grid={grid} counts={[]} now={now} place={LONDON} join={join} said={null} />),
    plain: readable(plainPage({ ...whole, event: sessions, grid }, now)),
  };
}

describe("until its slot has ended", () => {
  const screens = screensAt(at(9, 59));
  test.each(["now", "grid", "wall", "plain"])("%s says where a session came from", (screen) => {
    expect(screens[screen]).toContain("Moved from Hall");
  });

  test.each(["now", "grid", "wall", "plain"])("%s shows what was taken off", (screen) => {
    expect(screens[screen]).toContain("Drone films");
    expect(screens[screen]).toMatch(/Taken off/);
  });

  test("the grid counts them, and leads to what every version changed and to a calendar", () => {
    expect(screens.grid).toContain("2 changes");
    const html = drawn(
      <GridList camp={sessions} {...{ grid, now: Date.parse(at(9)), place: LONDON, raising, hosting: [] }} />,
    );
    expect(html).toContain('href="/e/brum/changes"');
    expect(html).toContain('href="/e/brum/feeds"');
  });
});

test("a grid that is seen again, because a later one was taken back, says since when", () => {
  const again = { ...grid, changes: [], laterTakenBackAt: at(8, 30) };
  const seen = { now: Date.parse(at(9)), place: LONDON, raising, hosting: [] };
  expect(read(<GridList camp={sessions} grid={again} {...seen} />)).toContain(
    "A later version was taken back at 9.30am: this is the grid again.",
  );
});

test.each([
  [1, 1],
  [3, 1],
  [4, 0],
])("a wall with %i sessions has room in its last row for %i that is off", (many, off) => {
  const sessions = Array.from({ length: many }, (_, n) => pitch(`s${n}`));
  const placements = sessions.map(({ id }) => ({
    pitchId: id,
    slotId: "one",
    roomId: "Den",
    copy: 0,
    length: 1 as const,
    pinned: false,
  }));
  const qr = { size: 1, path: "" };
  const html = renderToStaticMarkup(
    <WallSessions
      grid={{ ...grid, sessions, placements }}
      counts={[]}
      now={Date.parse(at(9))}
      place={LONDON}
      join={{ address: "camp.example", front: qr, now: qr, feedback: qr }}
      said={null}
    />,
  );
  expect(html.split("<del>").length - 1).toBe(off);
});

test("after it, no screen says any of it", () => {
  for (const said of Object.values(screensAt(at(10))))
    expect(said).not.toMatch(/Moved|Taken off|Drone|change[^d]/);
});

describe("the log of versions", () => {
  const base = { publishedAt: at(9), takenBackAt: null, since: 1, sessions: 2, told: [], more: 0 };
  const said = (entries: readonly Entry[], cut = false) =>
    read(<Changelog camp={event} {...{ entries, cut, now: Date.parse(at(11)), place: LONDON }} />);
  const [hall, den] = [spot("one", 9, "Hall"), spot("two", 10, "Den")];

  test("says of each change from where to where, when, and of a version that was taken back only that", () => {
    const text = said([
      { ...base, number: 3, takenBackAt: at(10), since: 2 },
      {
        ...{ ...base, number: 2, more: 3 },
        told: [
          { kind: "added", id: "1", title: "Maps", to: hall },
          { kind: "moved", id: "2", title: "Swaps", from: hall, to: den },
          { kind: "room", id: "3", title: "Films", from: hall, to: spot("one", 9, "Den") },
          { kind: "retimed", id: "4", title: "Notes", from: hall, to: { ...hall, startsAt: at(10) } },
          { kind: "taken_off", id: "5", title: "Likes", from: den },
          { kind: "renamed", id: "6", title: "Cats", was: "Dogs" },
          { kind: "room_renamed", id: "7", title: "Attic", was: "Loft" },
        ],
      },
      { ...base, number: 1, since: null },
    ]);
    for (const sentence of [
      "Version 3 Published at 10am Taken back at 11am. It is shown nowhere any more.",
      "Version 2 Published at 10am, compared with version 1",
      "Maps New in Hall at 10am",
      "Swaps Moved from Hall at 10am to Den at 11am",
      "Films Other room from Hall to Den, at 10am as before",
      "Notes Other time in Hall, from 10am to 11am",
      "Likes Taken off was in Den at 11am",
      "Cats Renamed was called “Dogs”",
      "Attic Room renamed was called “Loft”",
      "and 3 more changes",
      "Version 1 Published at 10am, with 2 sessions The first grid.",
    ])
      expect(text).toContain(sentence);
  });

  test("names the day of every time where there are several", () => {
    const tomorrow = { ...hall, startsAt: "2026-07-15T09:00:00.000Z" };
    const told = [{ kind: "moved" as const, id: "2", title: "Swaps", from: hall, to: tomorrow }];
    expect(said([{ ...base, number: 2, told }])).toContain(
      "from Hall at 10am on Tue 14 Jul to Hall at 10am on Wed 15 Jul",
    );
  });

  test("says what there will be where there is nothing, that nothing moved, and that there are older ones", () => {
    expect(said([])).toContain("Nothing has changed yet");
    expect(said([{ ...base, number: 2 }], true)).toMatch(
      new RegExp(`No session moved, came or went\\. These are the last ${VERSIONS_TOLD} versions`),
    );
  });
});
