import { expect, test } from "vitest";
import { slotsOfDay } from "#domain/day.ts";
import type { GridView } from "#domain/grid.ts";
import { BLANK_PITCH } from "#domain/pitch.ts";
import { runRemarks } from "#messages/run.ts";
import { slotsOf } from "#tests/support/slots-of.ts";

const LONDON = { locale: "en-GB", zone: "Europe/London" };
const at = (pitchId: string, slotId: string, more = {}) => ({
  ...{ pitchId, copy: 0, slotId, roomId: "hall", length: 1 as const, pinned: false },
  ...more,
});
const pitch = (id: string) => ({ ...BLANK_PITCH, id, title: id, hosts: [], at: "2026-07-14T08:00:00Z" });

/** What is said of each session of each slot. */
function said(days: string[][], placements: GridView["placements"]): string[][][] {
  const rooms = ["hall", "den"].map((id) => ({ id, letter: "A", name: id, capacity: 9, features: [] }));
  const sessions = [...new Set(placements.map(({ pitchId }) => pitchId))].map(pitch);
  const grid = { rooms, slots: slotsOf(...days), sessions, placements, changes: [] };
  const whole = { ...grid, number: 1, publishedAt: "2026-07-14T08:00:00Z" };
  return slotsOfDay(whole, 0).map((of) => of.sessions.map((one) => runRemarks(whole, one, LONDON)));
}

test("a session of one slot that runs once says nothing", () => {
  expect(said([["one", "two"]], [at("a", "one")])).toEqual([[[]], []]);
});

test("one of two slots says until when, and in the second that it goes on", () => {
  expect(said([["one", "two"]], [at("a", "one", { length: 2 })])).toEqual([
    [["Until 11.45am"]],
    [["Goes on until 11.45am"]],
  ]);
});

test("one that runs again says when else, with the day where there are several", () => {
  const again = at("a", "two", { copy: 1 });
  expect(said([["one", "two"]], [at("a", "one"), again])).toEqual([[["Also at 11am"]], [["Also at 10am"]]]);
  expect(said([["one"], ["two"]], [at("a", "one"), again])[0]).toEqual([["Also at 10am on Wed 15 Jul"]]);
});
