/** The style sheets as a whole: layers, tokens that exist, and nothing that the brief forbids. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const folders = ["components", "app"];
const sheets = folders
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`),
  )
  .filter((path) => path.endsWith(".css"))
  .map((path) => ({ path, css: readFileSync(path, "utf8").replace(/\/\*[\s\S]*?\*\//g, "") }));

const declared = new Set(
  sheets.flatMap(({ css }) => [...css.matchAll(/(--[\w-]+):/g)].map(([, name]) => name)),
);
// These come from next/font, by the names app/fonts.ts gives them.
for (const [, name] of readFileSync("app/fonts.ts", "utf8").matchAll(/variable: "(--[\w-]+)"/g))
  declared.add(name);

test("there are sheets to look at", () => {
  expect(sheets.length).toBeGreaterThan(20);
});

describe.each(sheets)("$path", ({ css }) => {
  test("every rule is in a layer", () => {
    const outside = css.replace(/@layer [\w, ]+;/g, "").trim();
    expect(outside === "" || /^(@layer \w+ \{[\s\S]*\}\s*)+$/.test(outside)).toBe(true);
  });

  test("every token it reads exists somewhere", () => {
    const read = [...css.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name);
    expect(read.filter((name) => !declared.has(name))).toEqual([]);
  });

  test("no drop shadows, no gradients, no colours of its own", () => {
    expect(css).not.toMatch(/(box|text|drop)-shadow|gradient\(/);
    const free = css.matchAll(/[^-\w](#[0-9a-f]{3,8})\b/gi);
    const own = [...free]
      .map(([, hex]) => hex)
      .filter((hex) => !["#000", "#fff", "#fff0b3"].includes(hex ?? ""));
    if (!css.includes("light-dark(")) expect(own).toEqual([]);
  });
});
