/** A screen before one room, and one with the whole day. */
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { WallCamp } from "#components/wall/camp.tsx";
import { WallDay } from "#components/wall/day.tsx";
import { pageAt } from "#components/wall/pages.ts";
import { WallRoom } from "#components/wall/room.tsx";
import type { GridView } from "#domain/grid.ts";
import { readable } from "#tests/support/english.ts";
import { fullGrid } from "#tests/support/full-grid.ts";
import { event, whole } from "#tests/support/snapshot.ts";

const MINUTE = 60_000;
const BEGINS = Date.parse("2026-07-14T09:00:00Z");
const place = { locale: "en-GB", zone: "Europe/London" };
const qr = { size: 1, path: "" };
const join = { address: "camp.example", front: qr, now: qr, feedback: qr };
const grid: GridView = {
  ...fullGrid(BEGINS, { rooms: 2, slots: 2, sessions: 4 }),
  heads: { "pitch-0": 100, "pitch-1": 5 },
};
const read = (element: ReactElement) =>
  readable(renderToStaticMarkup(element).replaceAll("<wbr/>", ""))
    .replace(/\s+/g, " ")
    .replaceAll("&#x27;", "’");
const roomAt = (minutes: number, letter = "A", of = grid) =>
  read(
    <WallRoom
      grid={of}
      letter={letter}
      now={BEGINS + minutes * MINUTE}
      place={place}
      join={join}
      said={null}
    />,
  );

it("says what is on in a room, with whom, how long it goes on, whether it is full, and what comes next", () => {
  const text = roomAt(15);
  expect(text).toContain("Hall");
  expect(text).toContain("On now · until 10.45am · 30 minutes left");
  expect(text).toContain("What gritters taught us about being funny");
  expect(text).toContain("with Ama Boateng and Rhys Morgan");
  expect(text).toContain("May be full");
  expect(text).toContain("Next · 10.45am Crowd-sourcing a comms plan");
  expect(roomAt(50)).toContain("Plenty of space");
});

it("says before, between and after what is on that nothing is, and what comes", () => {
  expect(roomAt(-30)).toContain("Nothing is on in here just now");
  expect(roomAt(-30)).toContain("Next · 10am");
  expect(roomAt(-24 * 60)).toContain("Next · 10am on Tuesday 14 July");
  expect(roomAt(120)).toContain("Nothing more in here today");
});

it("says so where there is no such room", () => {
  expect(roomAt(15, "Z")).toContain("There is no room Z");
});

it("shows the whole of today, with what is on marked, and the next day there is where today has none", () => {
  const dayAt = (now: number, of = grid) =>
    read(<WallDay grid={of} now={now} place={place} join={join} said={null} />);
  const text = dayAt(BEGINS + 15 * MINUTE);
  expect(text).toContain("Tuesday 14 July");
  expect(text).toContain("10am Now");
  expect(text).toContain("Crowd-sourcing a comms plan");
  expect(text).toContain("Lunch, on the first floor");
  const later = fullGrid(BEGINS + 24 * 60 * MINUTE, { rooms: 2, slots: 2, sessions: 4 });
  const both = {
    ...grid,
    slots: [...grid.slots, ...later.slots.map((slot) => ({ ...slot, id: `later-${slot.id}` }))],
  };
  expect(dayAt(BEGINS, both)).toContain("Tuesday 14 July");
  expect(dayAt(BEGINS, both)).not.toContain("Stay on this page");
  expect(dayAt(BEGINS + 24 * 60 * MINUTE, both)).toContain("Wednesday 15 July");
});

it("says how old it is where nothing newer is heard, on every wall", () => {
  const lost = "No network. This is how things were at 1.53pm.";
  const snapshot = { ...whole, event: { ...event, phase: "sessions" as const }, grid };
  for (const view of [{ kind: "camp" }, { kind: "day" }, { kind: "room", letter: "A" }] as const) {
    const wall = <WallCamp {...{ snapshot, now: BEGINS, place, join, view, lost }} />;
    expect(read(wall)).toContain(lost);
  }
  for (const phase of ["pitching", "grid", "after"] as const) {
    const wall = (
      <WallCamp
        snapshot={{ ...snapshot, event: { ...event, phase }, grid: null }}
        {...{ now: BEGINS, place, join, lost }}
      />
    );
    expect(read(wall)).toContain(lost);
  }
});

it("turns pages by the clock, each as long, all walls alike", () => {
  const pages = [0, 14, 15, 30, 45].map((seconds) => pageAt(seconds * 1_000, 3));
  expect(pages).toEqual([0, 0, 1, 2, 0]);
  expect(pageAt(99_000, 0)).toBe(0);
});

it("names on the band every session that comes next, however long its title, and two changes", () => {
  const eight = fullGrid(BEGINS, { rooms: 8, slots: 2, sessions: 16 });
  const named = eight.sessions.map((pitch, n) => ({
    ...pitch,
    title: `Number ${n} of what matters to people in a town`,
  }));
  const from = { slotId: "slot-0", roomId: "room-7" };
  const changes = [1, 3].map((n) => {
    const { slotId, roomId } = eight.placements[n]!;
    return { pitchId: `pitch-${n}`, copy: 0, title: named[n]!.title, from, to: { slotId, roomId } };
  });
  const snapshot = {
    ...whole,
    announcements: [],
    event: { ...event, phase: "sessions" as const },
    grid: { ...eight, sessions: named, changes },
  };
  const text = read(<WallCamp {...{ snapshot, now: BEGINS + MINUTE, place, join }} />);
  const band = text.slice(text.indexOf("Next ·"));
  for (const room of eight.rooms) expect(band).toMatch(new RegExp(`${room.letter} ?Number`));
  expect(band.match(/is now in/g)).toHaveLength(2);
  expect(text).not.toContain("Stay on this page");
});
