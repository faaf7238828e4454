import { expect, test } from "vitest";
import type { Card } from "#domain/draft.ts";
import type { Placement } from "#domain/grid.ts";
import { BLANK_PITCH } from "#domain/pitch.ts";
import type { RunId } from "#domain/run.ts";
import { gridWarnings } from "#domain/warnings.ts";

const card = (id: string, over: Partial<Card> & { needs?: Card["pitch"]["needs"] } = {}): Card => ({
  pitch: {
    ...BLANK_PITCH,
    id,
    title: `About ${id}`,
    needs: over.needs ?? [],
    hosts: [],
    at: "2026-07-14T09:00:00Z",
  },
  hosts: over.hosts ?? [],
  hands: 0,
  before: 0,
  expected: over.expected ?? null,
  ...(over.busy && { busy: over.busy }),
});
const rooms = [
  { id: "hall", letter: "A", name: "Main hall", capacity: 120, features: ["screen" as const] },
  { id: "den", letter: "B", name: "Den", capacity: 12, features: ["quiet" as const, "step_free" as const] },
];
const slots = ["1", "2"].map((id) => ({
  ...{ id, kind: "session" as const, title: "", hour: 1, number: Number(id) },
  startsAt: `2026-07-14T1${id}:00:00.000Z`,
  endsAt: `2026-07-14T1${id}:45:00.000Z`,
}));
const ama = { key: "r1", name: "Ama" };
const expectOwn =
  (cards: Card[]) =>
  ({ pitchId }: RunId) => ({ middle: cards.find(({ pitch }) => pitch.id === pitchId)?.expected ?? 0 });
const warn = (cards: Card[], cells: [string, string, string][]) =>
  gridWarnings(
    cells.map(([pitchId, slotId, roomId]) => ({
      pitchId,
      slotId,
      roomId,
      copy: 0,
      length: 1 as const,
      pinned: false,
    })),
    { rooms, slots },
    new Map(cards.map((it) => [it.pitch.id, it])),
    expectOwn(cards),
  );

test("the same host twice in a slot is said on both cards, and in two slots on neither", () => {
  const cards = [card("a", { hosts: [ama] }), card("b", { hosts: [{ ...ama, name: "ama" }] })];
  expect(
    warn(cards, [
      ["a", "1", "hall"],
      ["b", "1", "den"],
    ]),
  ).toEqual([
    { kind: "host_twice", pitchId: "a", copy: 0, slotId: "1", host: "Ama" },
    { kind: "host_twice", pitchId: "b", copy: 0, slotId: "1", host: "ama" },
  ]);
  expect(
    warn(cards, [
      ["a", "1", "hall"],
      ["b", "2", "den"],
    ]),
  ).toEqual([]);
});

test("a room is too small for more people than it seats, not for exactly as many", () => {
  expect(warn([card("a", { expected: 12 })], [["a", "1", "den"]])).toEqual([]);
  expect(warn([card("a", { expected: 13 })], [["a", "1", "den"]])).toEqual([
    { kind: "room_small", pitchId: "a", copy: 0, slotId: "1", expected: 13, capacity: 12 },
  ]);
});

test("a time at which its host cannot is named, also where the slot is only partly in it", () => {
  const busy = [{ startsAt: "2026-07-14T11:44:59.999Z", endsAt: "2026-07-14T12:00:00.000Z" }];
  const late = card("a", { busy });
  expect(warn([late], [["a", "1", "hall"]])).toEqual([
    { kind: "host_busy", pitchId: "a", copy: 0, slotId: "1" },
  ]);
  expect(warn([late], [["a", "2", "hall"]])).toEqual([]);
});

test("each need the room does not meet is named", () => {
  const wants = card("a", { needs: ["screen", "step_free"] });
  expect(warn([wants], [["a", "1", "den"]])).toEqual([
    { kind: "need_unmet", pitchId: "a", copy: 0, slotId: "1", need: "screen" },
  ]);
});

test("a session that was withdrawn, or a room taken away, is passed over", () => {
  expect(warn([], [["gone", "1", "hall"]])).toEqual([]);
  expect(warn([card("a", { expected: 999 })], [["a", "1", "gone"]])).toEqual([]);
});

test("a host is twice in the second slot of a long session too, and their own second run counts", () => {
  const cards = [card("a", { hosts: [ama] }), card("b", { hosts: [ama] })];
  const at = (pitchId: string, slotId: string, more: Partial<Placement> = {}): Placement => ({
    ...{ pitchId, copy: 0, slotId, roomId: "hall", length: 1, pinned: false },
    ...more,
  });
  const all = (placements: Placement[]) =>
    gridWarnings(
      placements,
      { rooms, slots },
      new Map(cards.map((it) => [it.pitch.id, it])),
      expectOwn(cards),
    );
  expect(all([at("a", "1", { length: 2 }), at("b", "2", { roomId: "den" })])).toEqual([
    { kind: "host_twice", pitchId: "a", copy: 0, slotId: "2", host: "Ama" },
    { kind: "host_twice", pitchId: "b", copy: 0, slotId: "2", host: "Ama" },
  ]);
  expect(all([at("a", "1"), at("a", "1", { copy: 1, roomId: "den" })])).toMatchObject([
    { kind: "host_twice", copy: 0 },
    { kind: "host_twice", copy: 1 },
  ]);
  expect(all([at("a", "2", { length: 2 })])).toEqual([
    { kind: "cut_short", pitchId: "a", copy: 0, slotId: "2" },
  ]);
});

test("a session is warned of in a room that is switched off, with why, and never of a place without known seats", () => {
  const off = [{ id: "o", roomId: "hall", slotId: "1", note: "the projector is broken" }];
  const canal = { ...rooms[1]!, id: "canal", capacity: 5_000, unofficial: true as const };
  const cards = [card("a"), card("b"), card("c", { expected: 9_000 })];
  const cells = [
    ["a", "1", "hall"],
    ["b", "2", "hall"],
    ["c", "1", "canal"],
  ];
  const said = gridWarnings(
    cells.map(([pitchId, slotId, roomId]) => ({
      ...{ pitchId: pitchId!, slotId: slotId!, roomId: roomId!, copy: 0, length: 1 as const, pinned: false },
    })),
    { rooms: [...rooms, canal], slots, off },
    new Map(cards.map((it) => [it.pitch.id, it])),
    expectOwn(cards),
  );
  expect(said).toEqual([
    { kind: "room_off", pitchId: "a", copy: 0, slotId: "1", note: "the projector is broken" },
  ]);
});
