import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { HandsLeft } from "#components/voting/left.tsx";

const said = (dots: number, left: number | null) =>
  renderToStaticMarkup(<HandsLeft dots={dots} left={left} />).replace(/<[^>]*>/g, "");

test("says how many hands everybody has, and of whoever is known how many are left", () => {
  expect(said(3, null)).toBe("Everybody has 3 hands here. ");
  expect(said(3, 2)).toBe("Everybody has 3 hands here. You have 2 left.");
  expect(said(1, 0)).toBe("Everybody has 1 hand here. None left: take one down first.");
});
