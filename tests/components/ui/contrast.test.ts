/** Contrast of every pair that meets on a screen, in both themes. Method: WCAG 2.2, relative luminance. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Colour, contrast } from "#domain/contrast.ts";

const css = readFileSync("components/ui/styles/tokens.css", "utf8");
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name, light, dark]) => [name, { light, dark }] as const,
  ),
);

type Theme = "light" | "dark";

function colour(name: string, theme: Theme): Colour {
  const found = tokens.get(name)?.[theme];
  if (!found) throw new Error(`tokens.css has no --${name} in the ${theme} theme`);
  return found as Colour;
}

const hours = ["hour-1", "hour-2", "hour-3", "hour-4", "hour-5", "hour-6"];
const states = ["good", "wait", "bad"];
const washes = states.map((state) => `${state}-wash`);
const surfaces = ["paper", "card", "pause", ...hours, ...washes];

const wanted: [what: string, least: number, on: string, writing: string][] = [
  ...surfaces.map((on): [string, number, string, string] => ["body text", 7, on, "ink"]),
  ["body text", 7, "paper", "ink-soft"],
  ["body text", 7, "card", "ink-soft"],
  ["a filled button", 7, "action", "on-action"],
  ...surfaces.map((on): [string, number, string, string] => ["quiet text", 4.5, on, "ink-soft"]),
  ...surfaces.map((on): [string, number, string, string] => ["a link", 4.5, on, "link"]),
  ...[...hours, "pause"].map((on): [string, number, string, string] => [
    "a slot's time",
    4.5,
    on,
    `${on}-deep`,
  ]),
  ...states.map((state): [string, number, string, string] => ["a tag", 4.5, `${state}-wash`, state]),
  ...["paper", "card"].flatMap((on) =>
    states.map((state): [string, number, string, string] => ["an error", 4.5, on, state]),
  ),
  ...surfaces.map((on): [string, number, string, string] => ["the edge of a field", 3, on, "line-strong"]),
  ...surfaces.map((on): [string, number, string, string] => ["the focus ring", 3, on, "focus"]),
  ...states.map((state): [string, number, string, string] => ["a filled bar", 3, "pause", state]),
  ["a filled bar", 3, "pause", "hour-2-deep"],
];

describe.each<Theme>(["light", "dark"])("in the %s theme", (theme) => {
  test.each(wanted)("%s reaches %d:1 on --%s with --%s", (_what, least, on, writing) => {
    expect(contrast(colour(on, theme), colour(writing, theme))).toBeGreaterThanOrEqual(least);
  });

  test("the measure itself is right: black on white is 21 to 1", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  });
});

test.each(states)("at a door in the sun the shape and the state of somebody %s stand out by 7:1", (state) => {
  expect(contrast(colour(`${state}-wash`, "dark"), colour(state, "dark"))).toBeGreaterThanOrEqual(7);
  expect(contrast(colour("card", "dark"), colour(state, "dark"))).toBeGreaterThanOrEqual(7);
  expect(contrast(colour(`${state}-wash`, "dark"), colour("ink", "dark"))).toBeGreaterThanOrEqual(7);
});

test("the colours the browser paints around the page are those of the paper", () => {
  const layout = readFileSync("app/layout.tsx", "utf8");
  const manifest = readFileSync("app/manifest.ts", "utf8");
  expect(layout).toContain(colour("paper", "light"));
  expect(layout).toContain(colour("paper", "dark"));
  expect(manifest).toContain(colour("paper", "light"));
});
