import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Colour, contrast } from "#domain/contrast.ts";
import { EMBED_THEMES, embedColours, embedLook, embedQuery } from "#domain/embed.ts";

test("a look is what is asked for, and what cannot be asked for is none", () => {
  expect(embedLook({ theme: "dark", accent: "1F4bB8" })).toEqual({ theme: "dark", accent: "#1f4bb8" });
  for (const [theme, accent] of [
    ["pink", "red"],
    ["", "#1f4bb8"],
    [null, null],
    ["Light", "1f4bb8;}"],
  ] as const)
    expect(embedLook({ theme, accent })).toEqual({ theme: null, accent: null });
});

test("an address asks for a look, and says nothing of what is usual", () => {
  expect(embedQuery({ theme: null, accent: null })).toBe("");
  expect(embedQuery({ theme: "light", accent: "#1f4bb8" })).toBe("?theme=light&accent=1f4bb8");
  const asked = new URLSearchParams(embedQuery({ theme: "dark", accent: "#00ff00" }));
  expect(embedLook({ theme: asked.get("theme"), accent: asked.get("accent") })).toEqual({
    theme: "dark",
    accent: "#00ff00",
  });
});

test("whatever the accent, everything can be read in both themes", () => {
  const accent = fc
    .integer({ min: 0, max: 0xffffff })
    .map((n): Colour => `#${n.toString(16).padStart(6, "0")}`);
  fc.assert(
    fc.property(fc.constantFrom(...EMBED_THEMES), fc.option(accent), (theme, accent) => {
      const { paper, ink, band, link, square, letter } = embedColours(theme, accent);
      for (const [on, writing] of [
        [paper, ink],
        [band, ink],
        [paper, link],
        [square, letter],
      ] as const)
        expect(contrast(on, writing)).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

test("without an accent its colours are those of the look", () => {
  const css = readFileSync("components/ui/styles/tokens.css", "utf8");
  const [light, dark] = EMBED_THEMES.map((theme) => embedColours(theme, null));
  for (const [name, token] of [
    ["paper", "paper"],
    ["ink", "ink"],
    ["line", "line"],
    ["band", "pause"],
    ["link", "link"],
  ] as const)
    expect(css).toContain(`--${token}: light-dark(${light![name]}, ${dark![name]})`);
});
