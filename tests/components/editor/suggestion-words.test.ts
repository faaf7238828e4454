import { expect, test } from "vitest";
import {
  headline,
  isCountedByHand,
  repeatWords,
  secondWords,
  sentence,
} from "#components/editor/suggestion-words.ts";
import type { SuggestedGrid, Suggestion } from "#domain/suggestion.ts";
import { suggestion as words } from "#messages/en/suggestion.ts";

const best: SuggestedGrid = {
  ...{ placements: [], leftOut: [], served: 0, wishes: 0, people: 0, unseated: 0, points: 0, score: 0 },
};
const found = (rest: Partial<SuggestedGrid>): Suggestion => ({
  ...{ id: "s", state: "done", askedAt: "2026-07-14T10:00:00.000Z", taken: false, bound: null },
  best: { ...best, ...rest },
});

test("where no hand is up on a phone it does not say that everybody gets what they want, and says what sizes the rooms", () => {
  expect(headline(best)).toBe(words.nobody);
  expect(sentence(found({}), { byHand: false })).toBe(words.noHands);
  expect(sentence(found({}), { byHand: true })).toBe(`${words.noHands} ${words.byHand}`);
  expect(sentence(found({}), { byHand: true, placed: true })).toContain(words.same);
});

test("where hands were counted by hand too, it says of how many people the rest is", () => {
  const some = found({ served: 9, wishes: 9, people: 3 });
  expect(headline(some.best!)).toBe(words.shareSame("3"));
  expect(sentence(some, { byHand: false })).toBe(words.wishes("9", "9"));
  expect(sentence(some, { byHand: true })).toContain("of 3 people with a hand up on a phone");
  expect(sentence(found({ served: 1, wishes: 1, people: 1 }), { byHand: true })).toContain("1 person");
});

test("a count of none is no count by hand", () => {
  expect(isCountedByHand([{}, { room: 0, paper: 0 }])).toBe(false);
  expect(isCountedByHand([{}, { paper: 1 }])).toBe(true);
  expect(isCountedByHand([{ room: 4 }])).toBe(true);
});

test("of a second grid it says what it takes and what it brings", () => {
  expect(secondWords({ grid: best, moves: 2, served: 4 })).toBe(
    "There is another way: 2 more sessions move, and 4 more wishes are met.",
  );
  expect(secondWords({ grid: best, moves: 1, served: 1 })).toContain(
    "1 more session moves, and 1 more wish is met",
  );
});

test("of a repeat it says whom it serves, who of them cannot come otherwise, and who finds a seat", () => {
  expect(repeatWords({ people: 12, hosting: 3, seats: 1 })).toBe(
    "12 people want it, can’t come as it is, and have nothing else they want then. That includes 3 people who host something else while it is on. 1 more person finds a seat.",
  );
  expect(repeatWords({ people: 1, hosting: 1, seats: 0 })).toBe(
    "1 person wants it, can’t come as it is, and has nothing else they want then. While it is on they host something else.",
  );
  expect(repeatWords({ people: 0, hosting: 0, seats: 9 })).toBe("9 more people find a seat.");
});
