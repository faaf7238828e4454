import { expect, it } from "vitest";
import { beyondSeats, lettersMade, newLetters, roomLetter, unmetNeeds } from "#domain/room.ts";

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

it("new rooms wear the letters that none ever wore", () => {
  expect(newLetters(0, 2)).toEqual(["A", "B"]);
  expect(newLetters(25, 3)).toEqual(["Z", "AA", "AB"]);
});

it("knows by the letters that are there how many were given at least", () => {
  expect(lettersMade([])).toBe(0);
  for (const made of [1, 26, 27, 52, 53, 200]) expect(lettersMade([roomLetter(made - 1), "A"])).toBe(made);
});
