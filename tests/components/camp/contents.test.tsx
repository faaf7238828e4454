/** The list of what the settings hold. */
import { readdirSync, readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import {
  Contents,
  isAlone,
  isPart,
  isSettingsPage,
  type PageId,
  type PartId,
  pageOf,
  titleOf,
} from "#components/camp/contents.tsx";

vi.mock("next/navigation", () => ({ useRouter: () => ({}) }));

const files = readdirSync("components/camp").filter((name) => name.endsWith(".tsx"));
const parts = files.flatMap((name) =>
  [...readFileSync(`components/camp/${name}`, "utf8").matchAll(/<Part id="(\w+)"/g)].map(([, id]) => id!),
) as PartId[];
const pages = parts.filter(isSettingsPage);
const lines = Object.fromEntries(pages.map((page) => [page, `what ${page} holds`])) as Record<PageId, string>;
const html = renderToStaticMarkup(<Contents at="/e/camp/desk" lines={lines} />);

it("leads to every page of the settings once, by its title, and says what it holds", () => {
  const found = [
    ...html.matchAll(/<li id="(\w+)"><a href="\/e\/camp\/desk\/settings\/(\w+)">([^<]+)<\/a><span>([^<]+)</g),
  ].map(([, ...it]) => it);
  expect(found.map(([id]) => id).sort()).toEqual([...pages].sort());
  expect(found).toEqual(found.map(([id]) => [id, id, titleOf(id as PartId), `what ${id} holds`]));
  expect(new Set(found.map(([, , title]) => title)).size).toBe(found.length);
});

it("has a page for every part, alone or beside others", () => {
  expect(parts.map((part) => [part, isSettingsPage(pageOf(part))])).toEqual(
    parts.map((part) => [part, true]),
  );
  expect(parts.filter((part) => !isSettingsPage(part)).map((part) => [part, pageOf(part)])).toEqual([
    ["language", "mail"],
    ["inside", "places"],
  ]);
  expect(["rooms", "places", "inside"].map((part) => isAlone(part as PartId))).toEqual([true, false, false]);
  expect(["rooms", "toString", ""].map(isPart)).toEqual([true, false, false]);
});
