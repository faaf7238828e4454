/** What a pitcher's phone says of their place in the line. */
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { turnToSay, YourTurn } from "#components/pitch/your-turn.tsx";
import type { PlaceInLine } from "#domain/pitch/line.ts";
import { noLine } from "#tests/support/snapshot.ts";

const said = (place: PlaceInLine | null, read = false) =>
  renderToStaticMarkup(<YourTurn place={place} read={read} comeBack={async () => null} />)
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();

test.each([
  [2, "2nd"],
  [3, "3rd"],
  [7, "7th"],
  [11, "11th"],
  [21, "21st"],
  [1_112, "1,112th"],
])("number %i in the line is %s", (place, nth) => {
  expect(said({ id: "a", at: "behind", place })).toBe(`You’re ${nth} in the line to pitch. Stand by.`);
});

test("next, at the front, and called while away, each with what to do", () => {
  expect(said({ id: "a", at: "next" })).toBe("You’re next. Come to the front now.");
  expect(said({ id: "a", at: "front" })).toContain("It’s your turn.");
  const called = said({ id: "a", at: "called" });
  expect(called).toContain("We called you.");
  expect(called).toContain("I’m here");
  expect(said(null)).toBe("");
});

test("whoever has theirs read out is not sent to the front", () => {
  expect(said({ id: "a", at: "next" }, true)).toBe("Yours is said next. Nobody calls you up.");
  expect(said({ id: "a", at: "front" }, true)).toBe("Yours is said now. Nobody calls you up.");
  expect(said({ id: "a", at: "called" }, true)).toContain("We called you.");
});

test("where another page says who waits how long, only their turn itself is said", () => {
  const line = { ...noLine, waiting: ["x", "a"] };
  expect(turnToSay(line, ["a"], true)).toBeNull();
  expect(turnToSay(line, ["a"], false)).toEqual({ id: "a", at: "behind", place: 2 });
  expect(turnToSay(line, ["x"], true)).toEqual({ id: "x", at: "next" });
});
