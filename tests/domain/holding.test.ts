import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Direction, hover, letGo, pickUp, step } from "#domain/holding.ts";

const board = {
  slots: ["1", "2", "3"],
  rooms: ["x", "y"],
  placements: [{ pitchId: "a", slotId: "2", roomId: "x", copy: 0, length: 1 as const, pinned: false }],
};
const walk = (pitchId: string, ...way: Direction[]) =>
  way.reduce((holding, direction) => step(board, holding, direction), pickUp(board, pitchId));

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
    expect(letGo(walk("a", "right", "right"))).toEqual({ act: "take_off", pitchId: "a" });
  });
  test("from the tray into the first cell, and back to the tray asks for nothing", () => {
    expect(walk("new", "down").over).toEqual({ slotId: "1", roomId: "x" });
    expect(walk("new", "left").over).toEqual({ slotId: "1", roomId: "y" });
    expect(letGo(walk("new", "left", "right"))).toBeNull();
  });
  test("a camp without rooms holds still", () => {
    const bare = { ...board, rooms: [], placements: [] };
    expect(step(bare, pickUp(bare, "a"), "down").over).toBeNull();
  });
});

test("by pointer or finger: let go where it lay changes nothing, elsewhere it is placed", () => {
  const held = pickUp(board, "a");
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
