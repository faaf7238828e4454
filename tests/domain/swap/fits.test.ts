import { expect, it } from "vitest";
import { fits } from "#domain/swap/fits.ts";
import type { SwapWay } from "#domain/swap.ts";

const card = (area: string, way: SwapWay = "visit", line = "") => ({ area, way, line });

it("takes the same way, and a telling word in common", () => {
  expect(fits(card("Gritters at night"), card("gritting"))).toBe(true);
  expect(fits(card("Press desk"), card("a press office"))).toBe(true);
  expect(fits(card("Press desk"), card("Gritters"))).toBe(false);
  expect(fits(card("Press desk"), card("Press desk", "week"))).toBe(false);
});

it("takes no word for one that nearly every text has", () => {
  expect(fits(card("How we work with the press"), card("the best of how we work"))).toBe(true);
  expect(fits(card("the press"), card("the gritters"))).toBe(false);
});

it("takes anything where the area that is wanted says nothing, and looks at the line of what is shown", () => {
  expect(fits(card("Gritters"), card(""))).toBe(true);
  expect(fits(card("Highways", "visit", "The gritters go out at four"), card("gritters"))).toBe(true);
  expect(fits(card("Gritters"), card("Highways", "visit", "or gritters"))).toBe(false);
});

it("reads any script", () => {
  expect(fits(card("Presse étrangère"), card("presse etrangere"))).toBe(true);
  expect(fits(card("広報"), card("広報"))).toBe(true);
});
