import { expect, it } from "vitest";
import { beyondSeats, freeLetters, roomLetter, unmetNeeds } from "#domain/room.ts";

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

it("a room meets the needs it has the feature for, and fits as many as it seats", () => {
  expect(unmetNeeds(["screen", "quiet"], ["quiet", "loop"])).toEqual(["screen"]);
  expect(unmetNeeds([], [])).toEqual([]);
  expect([beyondSeats(12, 12), beyondSeats(13, 12), beyondSeats(0, 12)]).toEqual([0, 1, 0]);
});

it("a new room wears the first letter that none ever wore", () => {
  expect(freeLetters([], 2)).toEqual(["A", "B"]);
  expect(freeLetters(["A", "C", "D"], 3)).toEqual(["B", "E", "F"]);
});
