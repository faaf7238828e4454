import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Direction, heldNow, hover, letGo, overOnDay, pickUp, step } from "#domain/holding.ts";

const board = {
  slots: ["1", "2", "3"],
  rooms: ["x", "y"],
  placements: [{ pitchId: "a", slotId: "2", roomId: "x", copy: 0, length: 1 as const, pinned: false }],
};
const walk = (pitchId: string, ...way: Direction[]) =>
  way.reduce((holding, direction) => step(board, holding, direction), pickUp(board, { pitchId, copy: 0 }));

describe("by keyboard", () => {
  test("one press, one cell", () => {
    expect(letGo(walk("a", "down"))).toEqual({
      act: "place",
      pitchId: "a",
      copy: 0,
      cell: { slotId: "3", roomId: "x" },
    });
    expect(walk("a", "up", "right").over).toEqual({ slotId: "1", roomId: "y" });
  });
  test("the edges hold, except that the tray lies right of the last room", () => {
    expect(walk("a", "left", "down", "down").over).toEqual({ slotId: "3", roomId: "x" });
    expect(letGo(walk("a", "right", "right"))).toEqual({ act: "take_off", pitchId: "a", copy: 0 });
  });
  test("from the tray into the first cell, and back to the tray asks for nothing", () => {
    expect(walk("new", "down").over).toEqual({ slotId: "1", roomId: "x" });
    expect(walk("new", "left").over).toEqual({ slotId: "1", roomId: "y" });
    expect(letGo(walk("new", "left", "right"))).toBeNull();
  });
  test("a camp without rooms holds still", () => {
    const bare = { ...board, rooms: [], placements: [] };
    expect(step(bare, pickUp(bare, { pitchId: "a", copy: 0 }), "down").over).toBeNull();
  });
});

describe("another day", () => {
  const held = pickUp(board, { pitchId: "a", copy: 0 });
  test("has the card over its first slot that takes sessions, in the room it was over", () => {
    expect(overOnDay(board, held, [{ id: "lunch" }, { id: "3" }])).toMatchObject({
      over: { slotId: "3", roomId: "x" },
      from: held.from,
    });
    expect(overOnDay(board, hover(held, null), [{ id: "1" }]).over).toEqual({ slotId: "1", roomId: "x" });
  });
  test("of breaks alone changes nothing", () => {
    expect(overOnDay(board, held, [{ id: "lunch" }])).toBe(held);
  });
});

test("by pointer or finger: let go where it lay changes nothing, elsewhere it is placed", () => {
  const held = pickUp(board, { pitchId: "a", copy: 0 });
  expect(letGo(held)).toBeNull();
  expect(letGo(hover(hover(held, null), { slotId: "2", roomId: "x" }))).toBeNull();
  expect(letGo(hover(held, { slotId: "1", roomId: "y" }))).toMatchObject({ act: "place" });
});

test("wherever the keys lead, the card is over a cell that exists or the tray", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom<Direction>("up", "down", "left", "right")), (way) => {
      const { over } = walk("a", ...way);
      expect(over === null || (board.slots.includes(over.slotId) && board.rooms.includes(over.roomId))).toBe(
        true,
      );
    }),
  );
});

describe("a card that another desk handles while it is held", () => {
  const lying = (placements = board.placements, ...unplaced: string[]) => ({
    placements,
    unplaced: unplaced.map((pitchId) => ({ pitchId, copy: 0 })),
  });
  const held = pickUp(board, { pitchId: "a", copy: 0 });
  const moved = [{ ...board.placements[0]!, slotId: "3" }];

  test("is the same as long as nobody moved it", () => {
    expect(heldNow(lying(), held)).toBe(held);
    const waiting = pickUp(board, { pitchId: "new", copy: 0 });
    expect(heldNow(lying(board.placements, "new"), waiting)).toBe(waiting);
  });
  test("is held from where it is by now, and lets go there for nothing", () => {
    const now = heldNow(lying(moved), held)!;
    expect(now.from).toEqual({ slotId: "3", roomId: "x" });
    expect(letGo(now)).toBeNull();
    expect(heldNow(lying([], "a"), held)!.from).toBeNull();
  });
  test("stays over the cell that it was carried to", () => {
    const carried = hover(held, { slotId: "1", roomId: "y" });
    expect(heldNow(lying(moved), carried)!.over).toEqual({ slotId: "1", roomId: "y" });
  });
  test("is in no hand any more once there is no such run", () => {
    expect(heldNow(lying([]), held)).toBeNull();
  });
});
