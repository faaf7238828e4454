import { expect, test } from "vitest";
import type { Options } from "#db/repair/options.ts";
import type { Repair } from "#domain/repair/options.ts";
import { grid as empty, pitch } from "#tests/support/snapshot.ts";
import { basisOf, optionsOf } from "../../../../../../app/e/[event]/desk/repair/options.ts";
import { whatPicks, wherePicks } from "../../../../../../app/e/[event]/desk/repair/where.ts";

const CAMP = { slug: "brum", zone: "Europe/London", locale: "en-GB" };
const slots = [10, 11].map((hour, n) => ({
  ...{ id: `s${n}`, kind: "session" as const, title: "", hour: 1, number: n + 1 },
  startsAt: `2026-07-14T${hour}:00:00.000Z`,
  endsAt: `2026-07-14T${hour}:45:00.000Z`,
}));
const rooms = ["Hall", "Studio 2"].map((name, n) => ({
  ...{ id: `r${n}`, letter: "AB"[n]!, name, capacity: 20, features: [] },
}));
const cell = (slot: number, room: number) => ({ slotId: `s${slot}`, roomId: `r${room}` });
const grid = {
  ...{ ...empty, rooms, slots, sessions: [pitch("a"), pitch("b")], changes: [], heads: { a: 9 } },
  placements: [
    { pitchId: "a", copy: 0, length: 1 as const, ...cell(0, 0), pinned: false },
    { pitchId: "b", copy: 0, length: 1 as const, ...cell(1, 0), pinned: false },
  ],
};
const counts = [{ key: "b", pitchId: "b", heads: 31, at: "2026-07-14T11:12:00.000Z", by: "host" as const }];
const moved: Repair = {
  ...{ way: "same_slot", closes: [{ roomId: "r0", slotIds: ["s0"] }], people: 31, unseated: 4 },
  moves: [{ pitchId: "a", copy: 0, from: cell(0, 0), to: cell(0, 1) }],
};
const gone = { kind: "room_gone" as const, roomId: "r0", slotIds: ["s0"] };
const found = (repair: Partial<Repair> = {}, kept = false): Options => ({
  ...{ repairs: [{ ...moved, ...repair }], grid, counts, kept },
});
const said = (repair: Partial<Repair> = {}, kept = false) => {
  const { says, effect } = optionsOf(found(repair, kept), gone, CAMP)[0]!;
  return [...says, effect[0]];
};

test("a repair says what moves where, how many want that, and how many find no seat", () => {
  expect(said()).toEqual([
    "Hall is switched off",
    "Move “Title of a” to Studio 2 at 11am",
    "31 people want what changes. 4 fewer would have a seat.",
  ]);
  expect(said({ people: 1, unseated: -4 }).at(-1)).toBe(
    "1 person wants what changes. 4 more would have a seat.",
  );
  expect(said({ people: 0 }).at(-1)).toMatch(/^Nobody has a hand up for what changes\. /);
  expect(said({ unseated: 0 }).at(-1)).toContain("As many would have a seat as now.");
});

test("of what goes off nothing is said of seats, and of counts that are kept nothing at all", () => {
  const moves = [{ ...moved.moves[0]!, to: null }];
  expect(said({ way: "off", moves, unseated: 7 })).toEqual([
    ...["Hall is switched off", "Take “Title of a” off, and tell its people"],
    "31 people want what changes.",
  ]);
  expect(said({}, true).join()).not.toMatch(/\d+ (people|fewer)/);
  expect(said({ way: "nothing_there", moves: [] }).at(-1)).toBe(
    "Nothing is there: only the room is switched off.",
  );
});

test("a repair that has a place for some alone says so, and never that as many have a seat", () => {
  const moves = [...moved.moves, { ...moved.moves[0]!, copy: 1, to: null }];
  const [option] = optionsOf(found({ moves, unseated: 0 }), gone, CAMP);
  expect(option).toMatchObject({
    title: "Another room, at the same time, as far as there is room",
    does: "Do this now",
  });
  expect(option!.effect.join()).not.toContain("seat");
  expect(optionsOf(found(), gone, CAMP)[0]).toMatchObject({
    title: "Another room, at the same time",
    does: "Move it now",
  });
});

test("a form carries what was seen, so that whoever is late is told", () => {
  const [option] = optionsOf(found(), gone, CAMP);
  expect(JSON.parse(option!.sent)).toEqual({
    ...{ trouble: gone, moves: moved.moves, closes: moved.closes, seen: 1 },
  });
});

test("of a slot that is lost one sentence is enough for all its rooms", () => {
  const lost = { kind: "slot_lost" as const, slotId: "s0" };
  const [option] = optionsOf(found(), lost, CAMP);
  expect(option!.says[0]).toBe("No room can be used in that slot");
});

test("what it goes by is said of one session: what was counted, else what was expected", () => {
  expect(basisOf(found(), { kind: "full", key: "b" }, CAMP)).toBe("31 people counted at 12.12pm");
  expect(basisOf(found(), { kind: "full", key: "a" }, CAMP)).toBe("9 people expected, nobody has counted");
  expect(basisOf(found(), { kind: "room_gone", roomId: "r0", slotIds: ["s0", "s1"] }, CAMP)).toBeNull();
  const early = [{ ...counts[0]!, at: "2026-07-14T10:55:00.000Z" }];
  expect(basisOf({ ...found(), counts: early }, { kind: "full", key: "b" }, CAMP)).toBeNull();
  // What was counted at a door is no secret; what was expected comes of hands, which are.
  expect(basisOf(found({}, true), { kind: "full", key: "a" }, CAMP)).toBeNull();
  expect(basisOf(found({}, true), { kind: "full", key: "b" }, CAMP)).toBe("31 people counted at 12.12pm");
});

test("what is on comes first, then what is next; a room also for one slot alone", () => {
  const now = Date.parse("2026-07-14T10:05:00.000Z");
  const label = ({ label, hint }: { label: unknown; hint?: unknown }) => [label, hint];
  expect(whatPicks(CAMP)).toHaveLength(4);
  expect(wherePicks("full", grid, CAMP, now).map(label)).toEqual([
    ["Title of a", "On now · A · Hall"],
    ["Title of b", "At 12 noon · A · Hall"],
  ]);
  const [hall, studio] = wherePicks("room_gone", grid, CAMP, now);
  expect(label(hall!)).toEqual(["Hall, for the rest of the day", "On now · Title of a"]);
  expect(hall!.more).toEqual([
    { href: "/e/brum/desk/repair?what=room_gone&where=r0&slot=s0", label: "A, only at 11am" },
  ]);
  expect(label(studio!)).toEqual(["Studio 2, for the rest of the day", "Nothing there"]);
  expect(wherePicks("slot_lost", grid, CAMP, now).map(label)).toEqual([
    ["11am", "On now"],
    ["12 noon", undefined],
  ]);
});
