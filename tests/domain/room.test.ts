import { expect, it } from "vitest";
import { roomLetter } from "#domain/room.ts";

it("letters the rooms A to Z, then AA", () => {
  expect([0, 1, 25, 26, 27, 51, 52, 701, 702].map(roomLetter)).toEqual([
    "A",
    "B",
    "Z",
    "AA",
    "AB",
    "AZ",
    "BA",
    "ZZ",
    "AAA",
  ]);
});
