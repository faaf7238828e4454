import { expect, it } from "vitest";
import { barredBy, circlesAmong } from "#domain/swap/circles.ts";
import { people, said } from "./people.ts";

it("finds a pair that fits both ways, once, and says across which sectors", () => {
  const [circle, ...more] = circlesAmong(people("a:x>y b:y>x/other"), new Set());
  expect(more).toEqual([]);
  expect(circle).toEqual([
    { from: "a", to: "b", showId: "a shows x", seeId: "b sees x", across: true },
    { from: "b", to: "a", showId: "b shows y", seeId: "a sees y", across: true },
  ]);
});

it("finds a circle of three in the one direction in which it fits, and none of four", () => {
  // a shows x, which b wants; and so on round.
  expect(circlesAmong(people("a:x>z b:y>x c:z>y"), new Set()).map(said)).toEqual(["abc"]);
  expect(circlesAmong(people("a:x>y c:z>x b:y>z"), new Set()).map(said)).toEqual(["acb"]);
  expect(circlesAmong(people("a:w>z b:x>w c:y>x d:z>y"), new Set())).toEqual([]);
});

it("has a pair before a circle of three, and shows nobody to themselves", () => {
  expect(circlesAmong(people("a:x>x b:x>x c:x>x"), new Set()).map(said)).toEqual([
    ...["ab", "ac", "bc"],
    ...["abc", "acb"],
  ]);
  expect(circlesAmong(people("a:x>x"), new Set())).toEqual([]);
});

it("leaves out cards to which somebody said no, and takes others of the same two", () => {
  const two = people("a:x>y b:y>x");
  expect(circlesAmong(two, new Set([barredBy("a shows x", "b sees x")]))).toEqual([]);
  const [ana, bo] = two;
  const more = {
    ...ana!,
    shows: [...ana!.shows, { id: "another", way: "visit" as const, area: "xxx", line: "" }],
  };
  const [circle] = circlesAmong([more, bo!], new Set([barredBy("a shows x", "b sees x")]));
  expect(circle![0]!.showId).toBe("another");
});
