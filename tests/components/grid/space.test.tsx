/** Whether a room is full is said as it was counted at its door, and on a phone else as it was expected. */
import type { ReactElement } from "react";
import { expect, test } from "vitest";
import { GridNow } from "#components/grid/now.tsx";
import type { Raising } from "#components/voting/raising.ts";
import { WallSessions } from "#components/wall/sessions.tsx";
import { dayAt } from "#domain/day.ts";
import type { GridView } from "#domain/grid.ts";
import { said as read } from "#tests/support/day-of-grid.tsx";
import { pitch } from "#tests/support/snapshot.ts";

const LONDON = { locale: "en-GB", zone: "Europe/London" };
const STARTS = "2026-07-14T09:00:00.000Z";
const NOW = Date.parse("2026-07-14T09:20:00.000Z");

const raising: Raising = {
  ...{ up: () => false, state: () => "saved", count: () => 1, dots: null, left: null },
  raise: () => undefined,
};

function screens(expected: number | null, counted: number | null, unofficial = false) {
  const hall = { id: "hall", letter: "A", name: "Hall", capacity: 40, features: [] };
  const slot = {
    ...{ id: "one", kind: "session" as const, title: "", hour: 1, number: 1 },
    ...{ startsAt: STARTS, endsAt: "2026-07-14T09:45:00.000Z" },
  };
  const grid: GridView = {
    ...{ number: 1, publishedAt: STARTS, slots: [slot], sessions: [pitch("a")], changes: [] },
    rooms: [unofficial ? { ...hall, unofficial } : hall],
    placements: [{ pitchId: "a", copy: 0, length: 1, slotId: "one", roomId: "hall", pinned: false }],
    ...(expected !== null && { heads: { a: expected } }),
  };
  const counts =
    counted === null ? [] : [{ key: "a", pitchId: "a", heads: counted, at: STARTS, by: "crew" as const }];
  const seen = { grid, counts, now: NOW, place: LONDON };
  const qr = { size: 1, path: "" };
  const join = { address: "camp.example", front: qr, now: qr, feedback: qr };
  const words = ["Plenty of space", "May be full", "Full", "Unofficial place"];
  const said = (element: ReactElement) => {
    const text = read(element);
    return words.filter((word) => new RegExp(`(^|[^a-z])${word}`).test(text));
  };
  return {
    now: said(
      <GridNow slug="brum" {...seen} raising={raising} hosting={[]} day={dayAt(grid, NOW)} goesOn={null} />,
    ),
    wall: said(<WallSessions {...seen} join={join} said={null} />),
  };
}

test.each([
  ["nothing is known", null, null, [], []],
  ["few are expected", 9, null, ["Plenty of space"], []],
  ["more are expected than seats", 50, null, ["May be full"], []],
  ["it was counted full, whoever was expected", 9, 40, ["Full"], ["Full"]],
  ["it was counted nearly full", 9, 37, ["May be full"], ["May be full"]],
  ["few were counted, whoever was expected", 90, 5, ["Plenty of space"], ["Plenty of space"]],
])("where %s", (_, expected, counted, now, wall) => {
  expect(screens(expected, counted)).toEqual({ now, wall });
});

test("a place without a known number of seats is said to be one, and never full", () => {
  expect(screens(90, 400, true)).toEqual({ now: ["Unofficial place"], wall: [] });
});
