import { describe, expect, it } from "vitest";
import {
  arrangedMark,
  changesBetween,
  frameChanges,
  type GridView,
  movedCell,
  type Placement,
  sameSpot,
  withClosed,
  withoutHidden,
} from "#domain/grid.ts";
import { BLANK_PITCH, type PitchView } from "#domain/pitch.ts";

const at = (pitchId: string, slotId: string, roomId: string): Placement => ({
  pitchId,
  slotId,
  roomId,
  copy: 0,
  length: 1 as const,
  pinned: false,
});
const room = (id: string, name = `Room ${id}`) => ({ id, letter: "A", name, capacity: 9, features: [] });
const slot = (id: string, hour = `1${id}`) => ({
  id,
  kind: "session" as const,
  title: "",
  startsAt: `2026-07-14T${hour}:00:00.000Z`,
  endsAt: `2026-07-14T${hour}:45:00.000Z`,
  hour: 1,
  number: 1,
});
const frame = { rooms: ["a", "b", "c"].map((id) => room(id)), slots: ["1", "2"].map((id) => slot(id)) };
const spot = (slotId: string, roomId: string, name = `Room ${roomId}`, hour = `1${slotId}`) => ({
  slotId,
  roomId,
  room: name,
  startsAt: slot(slotId, hour).startsAt,
  endsAt: slot(slotId, hour).endsAt,
});
const upper = (id: string) => id.toUpperCase();

it("names what moved, came and went between two versions, and nothing else", () => {
  const before = {
    ...frame,
    placements: [at("stays", "1", "a"), at("moves", "1", "b"), at("goes", "2", "a")],
  };
  const after = {
    ...frame,
    placements: [at("comes", "2", "b"), at("moves", "1", "c"), { ...at("stays", "1", "a"), pinned: true }],
  };
  const changes = changesBetween(before, after, upper);
  expect(changes).toEqual([
    { pitchId: "comes", copy: 0, title: "COMES", from: null, to: spot("2", "b") },
    { pitchId: "moves", copy: 0, title: "MOVES", from: spot("1", "b"), to: spot("1", "c") },
    { pitchId: "goes", copy: 0, title: "GOES", from: spot("2", "a"), to: null },
  ]);
  expect(changes.map(movedCell)).toEqual([true, true, true]);
  expect(frameChanges(before, after)).toEqual([]);
  expect(changesBetween(null, { ...frame, placements: [at("comes", "2", "b")] }, upper)).toHaveLength(1);
});

it("a slot at another time and a room of another name change their sessions, though no cell is another", () => {
  const before = { ...frame, placements: [at("one", "1", "a"), at("two", "2", "b")] };
  const after = {
    ...before,
    slots: [slot("1", "09"), slot("2")],
    rooms: [room("a"), room("b", "Hall"), room("c")],
  };
  const changes = changesBetween(before, after, upper);
  expect(changes).toEqual([
    { pitchId: "one", copy: 0, title: "ONE", from: spot("1", "a"), to: spot("1", "a", "Room a", "09") },
    { pitchId: "two", copy: 0, title: "TWO", from: spot("2", "b"), to: spot("2", "b", "Hall") },
  ]);
  expect(changes.map(movedCell)).toEqual([false, false]);
  const times = ({ kind, title, startsAt, endsAt }: ReturnType<typeof slot>) => ({
    kind,
    title,
    startsAt,
    endsAt,
  });
  expect(frameChanges(before, after)).toEqual([
    { kind: "slot", id: "1", from: times(slot("1")), to: times(slot("1", "09")) },
    { kind: "room", id: "b", from: "Room b", to: "Hall" },
  ]);
  expect(arrangedMark(after)).not.toBe(arrangedMark(before));
  expect(frameChanges(null, after)).toEqual([]);
});

it("a session whose room was taken away comes from that room, by its name", () => {
  const before = { ...frame, placements: [at("moves", "1", "c")] };
  const after = { ...frame, rooms: frame.rooms.slice(0, 2), placements: [at("moves", "1", "a")] };
  expect(changesBetween(before, after, upper)).toEqual([
    { pitchId: "moves", copy: 0, title: "MOVES", from: spot("1", "c"), to: spot("1", "a") },
  ]);
  expect(frameChanges(before, after)).toEqual([{ kind: "room", id: "c", from: "Room c", to: null }]);
});

it("the mark of a draft is that of its cells, in whatever order, and not of its pins", () => {
  const placements = [at("one", "1", "a"), at("two", "2", "b")];
  const mark = arrangedMark({ ...frame, placements });
  expect(arrangedMark({ ...frame, placements: [...placements].reverse() })).toBe(mark);
  expect(arrangedMark({ ...frame, placements: placements.map((it) => ({ ...it, pinned: true })) })).toBe(
    mark,
  );
  expect(arrangedMark({ ...frame, placements: [placements[0]!, at("two", "2", "c")] })).not.toBe(mark);
});

it("closes in an old version what was closed since", () => {
  const sessions = ["a", "b"].map((id) => ({ id, noteLevel: "open" }));
  const grid = { sessions, changes: [] } as unknown as GridView;
  expect(withClosed(grid, new Set(["b"])).sessions.map(({ noteLevel }) => noteLevel)).toEqual([
    "open",
    "unlisted",
  ]);
});

it("closes in an old version what had a part that was closed since, as one or by itself", () => {
  const part = (id: string) => ({ id, title: "Secret", line: "", voice: "me", hosts: ["Liz"] });
  const sessions = [
    { id: "a", noteLevel: "open", merged: [part("b"), part("c")] },
    { id: "d", noteLevel: "open", merged: [part("e")] },
  ];
  const levels = (closed: string) =>
    withClosed({ sessions, changes: [] } as unknown as GridView, new Set([closed])).sessions.map(
      (it) => it.noteLevel,
    );
  expect(levels("c")).toEqual(["unlisted", "open"]);
  expect(levels("e")).toEqual(["open", "unlisted"]);
  expect(levels("x")).toEqual(["open", "open"]);
});

describe("a published grid of which the crew hid something", () => {
  const of = (id: string, hosts: string[], merged: PitchView["merged"] = undefined): PitchView => ({
    ...{ ...BLANK_PITCH, id, title: id, hosts, at: "", saidAt: null },
    ...(merged && { merged }),
  });
  const part = (id: string, hosts: string[]) => ({ id, title: id, line: "", voice: "me" as const, hosts });
  const grid: GridView = {
    ...{ number: 1, publishedAt: "", ...frame },
    sessions: [of("a", ["Ama"]), of("b", ["Bo", "Cy", "Di"], [part("c", ["Cy"]), part("d", ["Cy", "Di"])])],
    placements: [at("a", "1", "a"), at("b", "1", "b")],
    changes: [{ pitchId: "a", copy: 0, title: "a", from: null, to: null }],
    heads: { a: 3, b: 4 },
  };

  it("has no session, cell, change or number of it", () => {
    const shown = withoutHidden(grid, new Set(["a"]));
    expect(shown).toEqual({
      ...grid,
      ...{ sessions: [grid.sessions[1]], placements: [at("b", "1", "b")], changes: [], heads: { b: 4 } },
    });
    const { heads: _, ...uncounted } = grid;
    expect(withoutHidden(uncounted, new Set(["a"]))).not.toHaveProperty("heads");
  });

  it("has no word and no host of a part of a session, who hosts no other part", () => {
    const session = (...hidden: string[]) => withoutHidden(grid, new Set(hidden)).sessions[1];
    expect(session("d")).toEqual(of("b", ["Bo", "Cy"], [part("c", ["Cy"])]));
    expect(session("c")).toEqual(of("b", ["Bo", "Cy", "Di"], [part("d", ["Cy", "Di"])]));
    expect(session("c", "d")).toEqual(of("b", ["Bo"]));
  });

  it("is as it was where nothing is hidden", () => {
    expect(withoutHidden(grid, new Set())).toBe(grid);
    expect(withoutHidden(grid, new Set(["z"]))).toEqual(grid);
  });
});

it("is another spot as soon as any of what is said of it is another", () => {
  const spot = {
    slotId: "9",
    roomId: "hall",
    room: "Hall",
    startsAt: "2026-07-14T09:00:00.000Z",
    endsAt: "2026-07-14T10:00:00.000Z",
  };
  expect([sameSpot(spot, { ...spot }), sameSpot(null, null)]).toEqual([true, true]);
  expect([sameSpot(spot, null), sameSpot(null, spot)]).toEqual([false, false]);
  for (const key of ["slotId", "roomId", "room", "startsAt", "endsAt"])
    expect(sameSpot(spot, { ...spot, [key]: "other" })).toBe(false);
});
