/** A long session is on every screen in both its slots, and one that runs twice says when else. */
import { expect, test } from "vitest";
import { GridList } from "#components/grid/list.tsx";
import { GridNow } from "#components/grid/now.tsx";
import type { Raising } from "#components/voting/raising.ts";
import { WallSessions } from "#components/wall/sessions.tsx";
import { dayAt } from "#domain/day.ts";
import type { GridView } from "#domain/grid.ts";
import { plainPage } from "#live/plain/page.ts";
import { said } from "#tests/support/day-of-grid.tsx";
import { readable } from "#tests/support/english.ts";
import { slotsOf } from "#tests/support/slots-of.ts";
import { event, pitch, whole } from "#tests/support/snapshot.ts";

const LONDON = { locale: "en-GB", zone: "Europe/London" };
const raising: Raising = {
  up: () => false,
  state: { open: false, left: null, raise: () => undefined },
} as unknown as Raising;
const rooms = ["Hall", "Den"].map((name) => ({ id: name, letter: "A", name, capacity: 40, features: [] }));
const once = { copy: 0, length: 1 as const, pinned: false };
const grid: GridView = {
  ...{ number: 1, publishedAt: "2026-07-14T08:00:00.000Z", rooms, changes: [] },
  slots: slotsOf(["one", "two", "three"]),
  sessions: [pitch("long"), pitch("twice")],
  placements: [
    { ...once, pitchId: "long", slotId: "one", roomId: "Hall", length: 2 },
    { ...once, pitchId: "twice", slotId: "one", roomId: "Den" },
    { ...once, pitchId: "twice", slotId: "three", roomId: "Den", copy: 1 },
  ],
};

function screensAt(time: string): Record<string, string> {
  const now = Date.parse(time);
  const seen = { slug: "brum", grid, now, place: LONDON, raising, hosting: [] };
  const qr = { size: 1, path: "" };
  const join = { address: "camp.example", front: qr, now: qr, feedback: qr };
  const sessions = { ...event, phase: "sessions" as const };
  return {
    now: said(<GridNow {...seen} counts={[]} day={dayAt(grid, now)} goesOn={null} />),
    grid: said(<GridList camp={sessions} {...seen} />),
    wall: said(<WallSessions counts={[]} grid={grid} now={now} place={LONDON} join={join} said={null} />),
    plain: readable(plainPage({ ...whole, event: sessions, grid }, now)),
  };
}

const ON_PHONES = ["until 11.45am", "again at 12 noon in Den", "until 11.45am"];
const ON_WALLS = ["Until 11.45am", "Also at 12 noon", "Goes on until 11.45am"];

test.each([
  ["now", ON_PHONES],
  ["grid", ON_PHONES],
  ["wall", ON_WALLS],
  ["plain", ON_WALLS],
])("%s says until when, and when else", (screen, [until, again, goesOn]) => {
  const first = screensAt("2026-07-14T09:10:00Z")[screen];
  expect(first).toContain(until);
  expect(first).toContain(again);
  expect(screensAt("2026-07-14T10:10:00Z")[screen]).toContain(goesOn);
});
