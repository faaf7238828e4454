/** What stands on the sheets of a day. */
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { PitchCards } from "#components/print/cards.tsx";
import type { PrintedDay } from "#components/print/day.ts";
import { GridSheets } from "#components/print/grid-sheets.tsx";
import { Signs } from "#components/print/signs.tsx";
import { readable } from "#tests/support/english.ts";
import { fullGrid } from "#tests/support/full-grid.ts";

const full = fullGrid(Date.parse("2026-07-14T09:00:00Z"), { rooms: 2, slots: 2, sessions: 3 });
const sessions = full.sessions.map((pitch, n) =>
  n === 2
    ? { ...pitch, title: "A session for people at the camp", hosts: [], noteLevel: "unlisted" as const }
    : n === 1
      ? { ...pitch, merged: [{ id: "x", title: "Weeknotes", line: "", voice: "me" as const, hosts: [] }] }
      : pitch,
);
const day: PrintedDay = {
  camp: "Brum Camp",
  day: "Tuesday 14 July 2026",
  said: "Version 3, out since 9am",
  address: "camp.example/e/brum/grid",
  grid: full,
  pitches: new Map(sessions.map((pitch) => [pitch.id, pitch])),
  place: { locale: "en-GB", zone: "Europe/London" },
  paper: "a4",
};
const read = (element: ReactElement) =>
  readable(renderToStaticMarkup(element).replaceAll("<wbr/>", "")).replace(/\s+/g, " ");

it("says of which camp, day and version a grid is, and with whom each session is", () => {
  const text = read(<GridSheets day={day} />);
  expect(text).toContain(
    "The grid Brum Camp · Tuesday 14 July 2026 Version 3, out since 9am · camp.example/e/brum/grid",
  );
  expect(text).toContain("10am to 10.45am");
  expect(text).toContain("What gritters taught us about being funny Ama Boateng and Rhys Morgan");
  expect(text).toContain("Rhys Morgan · And “Weeknotes”");
  expect(text).not.toMatch(/draft|now/i);
});

it("leaves an empty grid its rooms and times, and nothing else", () => {
  const text = read(<GridSheets day={day} empty />);
  expect(text).toContain("Empty grid");
  expect(text).toContain("Lunch, on the first floor");
  expect(text).toContain("Committee room 1");
  for (const { title } of sessions) expect(text).not.toContain(title);
  expect(text).not.toContain("Version");
});

it("puts on the sign of a room what is in it and nothing of another, and the way to its page", () => {
  const pageOf = (letter: string) => ({
    address: `camp.example/e/brum/rooms/${letter}`,
    qr: { size: 1, path: "" },
  });
  const [, first = "", second = ""] = read(<Signs day={day} pageOf={pageOf} />).split(
    /(?=Hall|Committee room 1)/,
  );
  expect(first).toContain("40 seats · Step-free");
  expect(first).toContain("What’s on in here, on your phone: camp.example/e/brum/rooms/A");
  expect(first).toContain("10am to 10.45am What gritters taught us about being funny");
  expect(first).toContain("10.45am to 11.30am Crowd-sourcing a comms plan");
  expect(second).toContain("10am to 10.45am A session for people at the camp Not listed");
  expect(second).toContain("10.45am to 11.30am Nothing here yet");
});

it("says on a card what somebody who sticks it on a board must know, and of what is not listed nobody", () => {
  const text = read(<PitchCards day={day} />);
  expect(text).toContain(
    "Discuss What gritters taught us about being funny with Ama Boateng and Rhys Morgan Needs: A screen",
  );
  expect(text).toContain("Discuss A session for people at the camp Not listed");
});
