import { expect, test } from "vitest";
import { byWords, crowdWords, rangeWords, turnoutWords, whyWords } from "#components/audience/words.ts";
import type { Basis, Expectation } from "#domain/audience.ts";
import type { Card } from "#domain/draft.ts";

const expectation = (basis: Basis, late = false): Expectation => ({
  ...{ low: 8, middle: 12, high: 18 },
  basis,
  late,
});
const card = { hands: 41, room: 23, paper: 6 } as Card;
const phones = { hands: 1 } as Card;

test("a number says what it goes by, and in a sentence why", () => {
  const said = (basis: Basis, late = false, of = card) => [
    byWords(expectation(basis, late), of),
    whyWords(expectation(basis, late), of, { counted: true, runs: 1 }),
  ];
  expect(said("organiser")).toEqual([
    "your number",
    "Expected as an organiser said, whatever the hands say.",
  ]);
  expect(said("room")).toEqual([
    "room count",
    "Expected from 23 hands counted in the room, which go before those on phones and paper.",
  ]);
  expect(said("hands")).toEqual(["hands, paper", "Expected from 41 hands on phones and 6 on paper."]);
  expect(said("hands", false, phones)).toEqual(["from hands", "Expected from 1 hand on phones."]);
  expect(said("hands", true, phones)).toEqual([
    "hands, late pitch",
    "Expected from 1 hand on phones. It came late, so that fewer people have seen it: its hands count for more.",
  ]);
});

test("where counts are kept, only an organiser's number is said", () => {
  expect(whyWords(expectation("hands"), card, { counted: false, runs: 1 })).toContain(
    "kept until hands are closed",
  );
  expect(whyWords(expectation("organiser"), card, { counted: false, runs: 1 })).toContain(
    "an organiser said",
  );
});

test("one number is no range", () => {
  expect(rangeWords(expectation("hands"))).toBe("8–\u206018");
  expect(rangeWords({ ...expectation("organiser"), low: 70, high: 70 })).toBe("70");
});

test("who is shared out among the sessions, and how that is known", () => {
  const said = (basis: "checked_in" | "history" | "usual") =>
    crowdWords({ people: 1083, places: 1200, basis });
  expect(said("checked_in")).toContain("the 1,083 people checked in, of 1,200 with a place");
  expect(said("history")).toContain("as came to your camps before");
  expect(said("usual")).toContain("as usually come");
});

test("of what runs several times it is said that its runs share, and what a counted one says of the other", () => {
  const twice = { counted: true, runs: 2 };
  expect(whyWords(expectation("hands"), phones, twice)).toContain("shared out among them");
  expect(whyWords({ ...expectation("hands"), follows: true }, phones, twice)).toContain("says half of this");
  expect(whyWords(expectation("hands"), phones, { counted: true, runs: 1 })).not.toContain("shared out");
});

test("what was counted in its room needs no other reason, also where hands are kept", () => {
  expect(byWords(expectation("counted"), card)).toBe("counted there");
  expect(whyWords(expectation("counted"), card, { counted: false, runs: 2 })).toBe("Counted in its room.");
});

test("rooms that were counted are said once there is one", () => {
  expect(turnoutWords({ rooms: 0, counted: 0, expected: 0 })).toBeNull();
  expect(turnoutWords({ rooms: 1, counted: 41, expected: 60 })).toContain(
    "In the 1 room counted so far there were 41 people where 60 were expected",
  );
});
