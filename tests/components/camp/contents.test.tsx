/** The list of what the settings hold. */
import { readdirSync, readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Contents, titleOf } from "#components/camp/contents.tsx";

const html = renderToStaticMarkup(<Contents />);
const links = [...html.matchAll(/<a href="#(\w+)">([^<]+)<\/a>/g)].map(([, id, title]) => [id, title]);

it("leads to every part of the settings once, by its title", () => {
  const files = readdirSync("components/camp").filter((name) => name.endsWith(".tsx"));
  const parts = files.flatMap((name) =>
    [...readFileSync(`components/camp/${name}`, "utf8").matchAll(/<Part id="(\w+)"/g)].map(([, id]) => id!),
  );
  expect(links.map(([id]) => id).sort()).toEqual(parts.sort());
  const titles = links.map(([, title]) => title);
  expect(new Set(titles).size).toBe(links.length);
  expect(titles[0]).toBe(titleOf("details"));
});

it("names the parts in the order in which they stand on the page", () => {
  const page = readFileSync("app/e/[event]/desk/settings/page.tsx", "utf8");
  const order = [...page.matchAll(/(?:outcomeOf\(|answeredOf\(heard, )"(\w+)"/g)].map(([, id]) => id);
  expect(links.map(([id]) => id)).toEqual(order);
});
