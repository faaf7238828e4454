/** What of the pitches and the grid waits for a person, as the desk's first page names it. */
import {
  AppRouterContext,
  type AppRouterInstance,
} from "next/dist/shared/lib/app-router-context.shared-runtime";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ProgrammeTasks, programmeNeeds } from "#components/desk/programme-tasks.tsx";
import { LiveProvider } from "#components/live/provider.tsx";
import { PHASES, type Phase } from "#domain/event.ts";
import type { Placement } from "#domain/grid.ts";
import type { Snapshot } from "#domain/live.ts";
import { grid, noLine, whole } from "#tests/support/snapshot.ts";

const BOARD = {
  rooms: ["r1", "r2"].map((id) => ({ id, letter: "A", name: id, capacity: 40, features: [] })),
  slots: [
    {
      ...{ id: "s", kind: "session" as const, title: "", hour: 1, number: 1 },
      ...{ startsAt: "2026-07-14T10:00:00.000Z", endsAt: "2026-07-14T10:45:00.000Z" },
    },
  ],
};

const at = (pitchId: string, roomId: string): Placement => ({
  ...{ pitchId, copy: 0, slotId: "s", roomId, length: 1, pinned: false },
});

function camp(phase: Phase, draft: Partial<Snapshot["draft"]> = {}, rest: Partial<Snapshot> = {}): Snapshot {
  return {
    ...whole,
    event: { ...whole.event, phase },
    grid: { ...grid, ...BOARD, placements: [at("a", "r1")] },
    draft: { ...whole.draft!, ...BOARD, ...draft },
    placements: [at("a", "r2"), at("b", "r1")],
    ...rest,
  };
}

const draw = (seen: Snapshot) =>
  renderToStaticMarkup(
    <AppRouterContext.Provider value={{} as AppRouterInstance}>
      <LiveProvider screen="desk" first={seen}>
        <ProgrammeTasks at="/e/brum/desk" {...programmeNeeds(seen)} />
      </LiveProvider>
    </AppRouterContext.Provider>,
  )
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");

test("sessions that stand elsewhere than on the grid that is out are to be published while a grid is made or followed", () => {
  const of = (phase: Phase, published = 1) => programmeNeeds(camp(phase, { published })).moves;
  expect(PHASES.filter((phase) => of(phase) > 0)).toEqual(["doors", "pitching", "grid", "sessions"]);
  // Before anything is out, a draft on the morning is no neglect.
  expect(PHASES.filter((phase) => of(phase, 0) > 0)).toEqual(["grid", "sessions"]);
  expect(of("sessions")).toBe(2);
  expect(programmeNeeds(camp("sessions", {}, { placements: [at("a", "r1")] })).moves).toBe(0);
});

test("a room that is called otherwise, and a pin, are no move", () => {
  const renamed = BOARD.rooms.map((room) => ({ ...room, name: "Another" }));
  const pinned = { ...at("a", "r1"), pinned: true };
  expect(programmeNeeds(camp("sessions", { rooms: renamed }, { placements: [pinned] })).moves).toBe(0);
});

test("what was asked of the grid waits for an answer until the sessions are over", () => {
  const of = (phase: Phase) => programmeNeeds(camp(phase, { asking: 3 })).asking;
  expect(of("sessions")).toBe(3);
  expect(of("after")).toBe(0);
  expect(programmeNeeds(camp("sessions")).asking).toBe(0);
});

test("an empty line is said while pitches are heard, once anybody has pitched", () => {
  const empty = { line: noLine };
  const silent = (phase: Phase, rest: Partial<Snapshot> = empty) =>
    programmeNeeds(camp(phase, {}, rest)).silent;
  expect(PHASES.filter((phase) => silent(phase))).toEqual(["pitching"]);
  expect(silent("pitching", { line: { ...noLine, waiting: ["a"] } })).toBe(false);
  expect(silent("pitching", { line: { ...noLine, front: { id: "a", since: 0 } as never } })).toBe(false);
  expect(silent("pitching", { ...empty, pitches: [] })).toBe(false);
});

// Before, the desk said nothing of sessions that had begun with no session placed, and phones that showed no grid.
test("sessions that have begun without a grid, and with nothing to publish, are said", () => {
  const nothing = { placements: [], grid: null };
  const gridless = (phase: Phase, published: number) =>
    programmeNeeds(camp(phase, { published }, nothing)).gridless;
  expect(PHASES.filter((phase) => gridless(phase, 0))).toEqual(["sessions"]);
  expect(gridless("sessions", 1)).toBe(false);
  expect(programmeNeeds(camp("sessions", { published: 0 }, { grid: null })).gridless).toBe(false);
  expect(draw(camp("sessions", { published: 0 }, nothing))).toContain(
    "0 sessions are placed, and the sessions have begun Nothing is published yet",
  );
});

test("whoever does not see the draft is told of none of it", () => {
  const seen = camp("pitching", {}, { draft: null, placements: null, line: noLine });
  expect(programmeNeeds(seen)).toEqual({ moves: 0, asking: 0, gridless: false, silent: false });
  expect(draw(seen).trim()).toBe("");
});

test("each is said with its number, why it matters and the way there", () => {
  const said = draw(camp("sessions", { asking: 1 }));
  expect(said).toContain("2 sessions stand elsewhere in your draft Phones and the wall show version 1 until");
  expect(said).toContain("1 thing is asked of the grid Campers wait for an answer");
  expect(said).toContain("Go to the grid");
  expect(draw(camp("grid", { published: 0 }))).toContain("Nothing is published yet");
  expect(draw(camp("pitching", {}, { line: noLine, placements: [at("a", "r1")] }))).toContain(
    "0 people wait in the line to pitch Everybody who wanted to has pitched",
  );
});
