import { expect, it } from "vitest";
import { changesBetween, type Placement } from "#domain/grid.ts";

const at = (pitchId: string, slotId: string, roomId: string): Placement => ({
  pitchId,
  slotId,
  roomId,
  pinned: false,
});

it("names what moved, came and went between two versions, and nothing else", () => {
  const before = [at("stays", "1", "a"), at("moves", "1", "b"), at("goes", "2", "a")];
  const after = [at("comes", "2", "b"), at("moves", "1", "c"), { ...at("stays", "1", "a"), pinned: true }];
  expect(changesBetween(before, after, (id) => id.toUpperCase())).toEqual([
    { pitchId: "comes", title: "COMES", from: null, to: { slotId: "2", roomId: "b" } },
    {
      pitchId: "moves",
      title: "MOVES",
      from: { slotId: "1", roomId: "b" },
      to: { slotId: "1", roomId: "c" },
    },
    { pitchId: "goes", title: "GOES", from: { slotId: "2", roomId: "a" }, to: null },
  ]);
});
